/// A pointer that is a string of a document, with what nobody needs to find out about it again.
@usableFromInline
package struct CompiledPointer: Sendable {
  /// The string; ``NodeRef/none`` where there is no pointer.
  @usableFromInline package let string: NodeRef
  /// The string of the pointer compiled before, if both lead to children of one container.
  @usableFromInline let sibling: NodeRef
  @usableFromInline let shape: PointerShape

  /// What an operation has instead of a pointer that it does not need.
  @inlinable
  package static var none: CompiledPointer { CompiledPointer(uncompiled: .none) }

  /// Takes the place of the pointer in a string that is to be compiled later.
  @inlinable
  package init(uncompiled string: NodeRef) {
    self.init(string: string, sibling: .none, shape: .root)
  }

  @inlinable
  init(string: NodeRef, sibling: NodeRef, shape: PointerShape) {
    self.string = string
    self.sibling = sibling
    self.shape = shape
  }
}

/// Compiles the pointers of a patch, in the order in which they will be followed.
package struct PointerCompiler {
  private var previous = NodeRef.none
  private var previousParentCount = 0

  package init() {}

  /// Compiles a string; `nil` if it is no pointer by RFC 6901 section 3, or no string.
  package mutating func compile(_ string: NodeRef, of tree: borrowing Tree) -> CompiledPointer? {
    guard string != .none else { return nil }
    let node = tree[string]
    guard node.kind == .string else { return nil }
    guard !node.flags.contains(.escaped) else { return compileEscaped(string, of: tree) }
    return compile(string, tree.content(of: node)) { tree.content(of: tree[$0]) }
  }

  /// Compiles a string without escapes of a text that is being scanned; `nil` if it is no pointer by RFC 6901 section 3.
  @inline(__always)
  mutating func compile(_ string: NodeRef, of tape: TapeView) -> CompiledPointer? {
    compile(string, tape.content(of: string)) { tape.content(of: $0) }
  }

  @inline(__always)
  private mutating func compile(
    _ string: NodeRef, _ text: TextSlice, content: (NodeRef) -> TextSlice
  ) -> CompiledPointer? {
    guard let shape = PointerShape(padded: text) else { return nil }
    guard !shape.isRoot else {
      return CompiledPointer(string: string, sibling: .none, shape: shape)
    }
    let parent = shape.parent(text)
    let isSibling =
      previous != .none && parent.count == previousParentCount
      && content(previous).slice(0, count: parent.count) == parent
    let sibling = isSibling ? previous : .none
    previous = string
    previousParentCount = parent.count
    return CompiledPointer(string: string, sibling: sibling, shape: shape)
  }

  /// Compiles a string whose own escapes have to be resolved first, so that it is nobody's sibling.
  @inline(never)
  private func compileEscaped(_ string: NodeRef, of tree: borrowing Tree) -> CompiledPointer? {
    tree.withDecodedContent(of: tree[string]) { PointerShape($0) }.map {
      CompiledPointer(string: string, sibling: .none, shape: $0)
    }
  }
}

/// How the text of a pointer is made up.
@usableFromInline
struct PointerShape: Sendable {
  /// Where the last token begins, behind its slash; zero if there are no tokens.
  @usableFromInline let start: UInt32
  /// The last token as an index, or one of the two below.
  @usableFromInline let indexOrMark: UInt32
  /// Whether any token has an escape.
  @usableFromInline let isEscaped: Bool

  /// The shape of the pointer to the whole document.
  @inlinable
  static var root: PointerShape {
    PointerShape(start: 0, indexOrMark: noIndex, isEscaped: false)
  }

  @inlinable static var noIndex: UInt32 { .max }
  private static let dash = UInt32.max - 1
  /// No array has so many elements.
  private static let largestIndex = UInt32.max - 2

  @inlinable
  init(start: UInt32, indexOrMark: UInt32, isEscaped: Bool) {
    self.start = start
    self.indexOrMark = indexOrMark
    self.isEscaped = isEscaped
  }

  /// Takes a text; `nil` if it is no pointer by RFC 6901 section 3.
  @inline(__always)
  init?(_ text: TextSlice) {
    guard text.count == 0 || text[0] == UInt8(ascii: "/") else { return nil }
    self.init(wellFormed: text)
    guard !isEscaped || JSONPointer.hasOnlyEscapes(text) else { return nil }
  }

  /// Takes a text that is part of a tape; `nil` if it is no pointer by RFC 6901 section 3.
  @inline(__always)
  init?(padded text: TextSlice) {
    guard text.count == 0 || text[0] == UInt8(ascii: "/") else { return nil }
    let (slash, isEscaped) = text.paddedLastIndex(
      of: UInt8(ascii: "/"), noticing: UInt8(ascii: "~"))
    self.init(text, start: slash &+ 1, isEscaped: isEscaped)
    guard !isEscaped || JSONPointer.hasOnlyEscapes(text) else { return nil }
  }

  /// Takes the text of a pointer.
  @inline(__always)
  init(wellFormed text: TextSlice) {
    self.init(
      text, start: text.lastIndex(of: UInt8(ascii: "/")) &+ 1,
      isEscaped: text.contains(UInt8(ascii: "~")))
  }

  /// Takes a text of which the last token begins at a position; one that is not empty begins with a slash.
  @inline(__always)
  private init(_ text: TextSlice, start: Int, isEscaped: Bool) {
    self.start = UInt32(truncatingIfNeeded: start)
    indexOrMark = Self.indexOrMark(text.slice(start, count: text.count &- start))
    self.isEscaped = isEscaped
  }

  @inline(__always)
  private static func indexOrMark(_ token: TextSlice) -> UInt32 {
    // Most names do not begin like an index.
    guard token.count > 0, token[0] <= UInt8(ascii: "9") else { return noIndex }
    if token.count == 1, token[0] == UInt8(ascii: "-") { return dash }
    guard let index = JSONPointer.arrayIndex(token) else { return noIndex }
    return UInt32(truncatingIfNeeded: min(index, Int(largestIndex)))
  }

  /// Whether the pointer leads to the whole document.
  @inline(__always)
  var isRoot: Bool { start == 0 }

  /// The pointer to the container of the place that the whole pointer leads to, if that has tokens.
  @inline(__always)
  func parent(_ text: TextSlice) -> TextSlice { text.slice(0, count: Int(start) - 1) }

  /// The last token, still escaped.
  @inline(__always)
  func lastToken(_ text: TextSlice) -> TextSlice {
    text.slice(Int(start), count: text.count - Int(start))
  }

  /// The last token as an index by RFC 6901 section 4.
  @inline(__always)
  var index: Int? { indexOrMark <= Self.largestIndex ? Int(indexOrMark) : nil }

  /// Whether the last token stands for the element after the last.
  @inline(__always)
  var isDash: Bool { indexOrMark == Self.dash }
}
