/// What a node of the tape stands for.
///
/// `true` and `false` are kinds of their own because a node holds no payload but its text.
@usableFromInline
package enum NodeKind: UInt8 {
  case null
  case `false`
  case `true`
  case number
  case string
  case array
  case object
  /// A member name; its value is always the next node.
  case name

  // The one that comes with raw values is called through a table from other modules.
  @inlinable
  @inline(__always)
  package static func == (first: NodeKind, second: NodeKind) -> Bool {
    first.rawValue == second.rawValue
  }
}

/// One value or member name of a tape: 16 bytes of plain data.
///
///     offset   length   span   count  kind  flags
///     4 bytes  4 bytes  4      2      1     1
///
/// `span` is the distance to the next sibling, so a subtree is skipped with one addition, and
/// `offset ..< offset + length` is the text of the whole subtree, so it is copied with one `memcpy`.
@usableFromInline
package struct Node {
  /// Where the text of the value begins.
  @usableFromInline package var offset: UInt32
  /// How many bytes its text has, quotation marks and brackets included.
  @usableFromInline package var length: UInt32
  /// How many nodes the subtree has, this one included.
  @usableFromInline package var span: UInt32
  /// How many children a container has; ``countLimit`` stands for that many or more.
  @usableFromInline package var count: UInt16
  @usableFromInline package var kind: NodeKind
  @usableFromInline package var flags: Flags

  /// The count at which a node stops counting its children.
  package static let countLimit = UInt16.max

  /// What a reader must know before it uses the text of a node as it stands.
  ///
  /// No option set: what these bring along is called through tables in builds without optimization, which was a tenth of the time
  /// of all tests.
  @usableFromInline
  package struct Flags {
    @usableFromInline package let rawValue: UInt8

    @inlinable
    @inline(__always)
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable
    package static var none: Flags { Flags(rawValue: 0) }
    /// The string or name contains a backslash.
    @inlinable
    package static var escaped: Flags { Flags(rawValue: 1) }
    /// The text lies in the added tape's text and not in the parsed source.
    @inlinable
    package static var addedText: Flags { Flags(rawValue: 2) }
    /// All elements of the array are scalars, so that the index of an element gives its node.
    @inlinable
    package static var flat: Flags { Flags(rawValue: 4) }

    @inlinable
    @inline(__always)
    package func contains(_ other: Flags) -> Bool { rawValue & other.rawValue != 0 }

    @inlinable
    @inline(__always)
    package func union(_ other: Flags) -> Flags { Flags(rawValue: rawValue | other.rawValue) }

    @inlinable
    @inline(__always)
    package func subtracting(_ other: Flags) -> Flags {
      Flags(rawValue: rawValue & ~other.rawValue)
    }
  }

  @inlinable
  @inline(__always)
  package init(
    offset: UInt32, length: UInt32, span: UInt32 = 1, count: UInt16 = 0, kind: NodeKind,
    flags: Flags = .none
  ) {
    self.offset = offset
    self.length = length
    self.span = span
    self.count = count
    self.kind = kind
    self.flags = flags
  }

  @inlinable
  @inline(__always)
  package var isContainer: Bool {
    switch kind {
    case .array, .object: true
    default: false
    }
  }

  /// Whether the text lies in the added tape's text and not in the parsed source.
  @inline(__always)
  var isAdded: Bool {
    get { flags.contains(.addedText) }
    set { flags = newValue ? flags.union(.addedText) : flags.subtracting(.addedText) }
  }

  /// The offset of the first byte after the text.
  @inlinable
  @inline(__always)
  package var end: UInt32 { offset &+ length }
}

/// The place of a node in a document: in the parsed tape or in the tape of what edits added.
@usableFromInline
package struct NodeRef: Hashable, Sendable {
  /// The index, with the top bit set for the added tape.
  @usableFromInline package var rawValue: UInt32

  /// The most nodes one tape may have.
  package static let indexLimit = 1 << 31 - 1

  @inlinable
  @inline(__always)
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  @inline(__always)
  package init(parsed index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

  @inlinable
  @inline(__always)
  package init(added index: Int) { rawValue = UInt32(truncatingIfNeeded: index) | 1 << 31 }

  @inlinable
  @inline(__always)
  package var isAdded: Bool { rawValue >= 1 << 31 }

  @inlinable
  @inline(__always)
  package var index: Int { Int(rawValue & ~(1 << 31)) }

  /// The node that lies `distance` nodes further on in the same tape.
  @inlinable
  @inline(__always)
  package func advanced(by distance: UInt32) -> NodeRef { NodeRef(rawValue: rawValue &+ distance) }

  /// No node: what a removed child is replaced by.
  @inlinable
  @inline(__always)
  package static var none: NodeRef { NodeRef(rawValue: .max) }

  @inlinable
  @inline(__always)
  package static func == (first: NodeRef, second: NodeRef) -> Bool {
    first.rawValue == second.rawValue
  }
}
