extension JSON {
  /// How a value is written.
  public struct Format: Sendable, Hashable {
    enum Style: Sendable, Hashable {
      case preserved
      case compact
      case pretty(indent: Int)
    }

    let style: Style
    private(set) var sortsMembers = false

    /// As it was parsed, byte for byte, except for what was edited.
    ///
    /// What an edit brought in takes the indentation and the spacing of the container that it went into, and is written
    /// on one line or on several as its nearest sibling of the same kind is: see <doc:PreservedLayout>.
    public static let preserved = Format(style: .preserved)

    /// Without any white space.
    public static let compact = Format(style: .compact)

    /// Every element and member on a line of its own.
    ///
    /// - Parameter indent: The number of spaces per level; less than 0 is taken for 0, more than 64 for 64.
    /// - Returns: The format.
    /// - Complexity: O(1).
    public static func pretty(indent: Int = 2) -> Format {
      Format(style: .pretty(indent: min(max(indent, 0), Layout.maximumIndent)))
    }

    /// The same format with the members of all objects in the order of the code points of their names.
    ///
    /// A value in ``preserved`` form is then laid out anew, with the indentation and spacing that the document has.
    public var sortingMembers: Format {
      var copy = self
      copy.sortsMembers = true
      return copy
    }
  }

  /// Writes the value as JSON text in UTF-8.
  ///
  ///     let json: JSON = ["b": 1, "a": [true]]
  ///     let text = json.serialized(as: .compact.sortingMembers)  // {"a":[true],"b":1}
  ///
  /// - Parameter format: The form of the text.
  /// - Returns: The bytes of the text.
  /// - Complexity: O(*n*) for *n* bytes, and O(*m* log *m*) to sort the *m* members of an object. In
  ///   ``Format/preserved`` form that is copying, a few large pieces per edit.
  public func serialized(as format: Format = .preserved) -> [UInt8] {
    serialized(as: format, limit: .max) ?? []
  }

  /// Writes the value, unless that takes more than `limit` bytes.
  package func serialized(as format: Format, limit: Int) -> [UInt8]? {
    let isWhole = ref == storage.root
    switch (format.style, format.sortsMembers) {
    case (.preserved, false):
      return PreservingWriter(Tree(storage), root: ref, isWhole: isWhole).write(limit: limit)
    case (.preserved, true):
      return Tree(storage).serializedInOwnLayout(ref, limit: limit)
    case (.compact, false):
      // As it stands, and then the white space is removed: faster than one value after the other.
      return PreservingWriter(Tree(storage), root: ref, isWhole: isWhole, isCompact: true)
        .write(limit: limit)
    case (.compact, true), (.pretty, _):
      return Tree(storage).serialized(ref, as: format, limit: limit)
    }
  }

  /// No fewer bytes than the value's text has, edits included, apart from the white space that these need.
  package var serializedSizeBound: Int { Tree(storage).sizeBound(of: ref) }
}

extension JSON: CustomStringConvertible, CustomDebugStringConvertible {
  /// The value as compact JSON text.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public var description: String { String(decoding: serialized(as: .compact), as: UTF8.self) }

  /// The value as it would be written back.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public var debugDescription: String {
    String(decoding: serialized(as: .preserved), as: UTF8.self)
  }
}

extension Tree {
  /// A value laid out anew, whatever its text looks like.
  fileprivate func serialized(_ ref: NodeRef, as format: JSON.Format, limit: Int) -> [UInt8]? {
    let writer = StyledWriter(self, sortsMembers: format.sortsMembers)
    return OutputBuffer.array(estimate: sizeBound(of: ref), limit: limit) {
      writer.write(ref, in: .fixed(format.style), to: &$0)
    }
  }

  /// A value with sorted members, laid out anew as the document is.
  fileprivate func serializedInOwnLayout(_ ref: NodeRef, limit: Int) -> [UInt8]? {
    let writer = StyledWriter(self, sortsMembers: true)
    let isWhole = ref == storage.root && storage.parsed.isSource
    return OutputBuffer.array(estimate: sizeBound(of: ref), limit: limit) {
      if isWhole { $0.append(leadingWhitespace) }
      writer.write(ref, in: documentLayout, to: &$0)
      if isWhole { $0.append(trailingWhitespace) }
    }
  }

  fileprivate func sizeBound(of ref: NodeRef) -> Int {
    isEdited && self[ref].isContainer ? sizeBound : Int(self[ref].length)
  }
}
