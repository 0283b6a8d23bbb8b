/// A pointer that is a string of a document, with what nobody needs to find out about it again.
package struct CompiledPointer {
  /// The string; ``NodeRef/none`` where there is no pointer.
  package let string: NodeRef
  /// The string of the pointer compiled before, if both lead to children of one container.
  let sibling: NodeRef
  let shape: PointerShape

  /// What an operation has instead of a pointer that it does not need.
  package static var none: CompiledPointer { CompiledPointer(uncompiled: .none) }

  /// Takes the place of the pointer in a string that is to be compiled later.
  package init(uncompiled string: NodeRef) {
    self.init(string: string, sibling: .none, shape: PointerShape(wellFormed: TextSlice()))
  }

  fileprivate init(string: NodeRef, sibling: NodeRef, shape: PointerShape) {
    self.string = string
    self.sibling = sibling
    self.shape = shape
  }
}

/// Compiles the pointers of a patch, in the order in which they will be followed.
package struct PointerCompiler {
  private var previous = NodeRef.none
  private var previousParent = TextSlice()

  package init() {}

  /// Compiles a string; `nil` if it is no pointer by RFC 6901 section 3, or no string.
  package mutating func compile(_ string: NodeRef, of tree: borrowing Tree) -> CompiledPointer? {
    guard string != .none else { return nil }
    let node = tree[string]
    guard node.kind == .string else { return nil }
    guard !node.flags.contains(.escaped) else { return compileEscaped(string, of: tree) }
    let text = tree.content(of: node)
    guard let shape = PointerShape(text) else { return nil }
    guard !shape.isRoot else {
      return CompiledPointer(string: string, sibling: .none, shape: shape)
    }
    let parent = shape.parent(text)
    let sibling = parent == previousParent ? previous : .none
    previous = string
    previousParent = parent
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
struct PointerShape {
  /// Where the last token begins, behind its slash; zero if there are no tokens.
  private let start: UInt32
  /// The last token as an index, or one of the two below.
  private let indexOrMark: UInt32
  /// Whether any token has an escape.
  let isEscaped: Bool

  private static let noIndex = UInt32.max
  private static let dash = UInt32.max - 1
  /// No array has so many elements.
  private static let largestIndex = UInt32.max - 2

  /// Takes a text; `nil` if it is no pointer by RFC 6901 section 3.
  @inline(__always)
  init?(_ text: TextSlice) {
    guard text.count == 0 || text[0] == UInt8(ascii: "/") else { return nil }
    let isEscaped = text.contains(UInt8(ascii: "~"))
    guard !isEscaped || JSONPointer.hasOnlyEscapes(text) else { return nil }
    self.init(text, isEscaped: isEscaped)
  }

  /// Takes the text of a pointer.
  init(wellFormed text: TextSlice) {
    self.init(text, isEscaped: text.contains(UInt8(ascii: "~")))
  }

  @inline(__always)
  private init(_ text: TextSlice, isEscaped: Bool) {
    self.isEscaped = isEscaped
    // A pointer that is not empty begins with a slash.
    let start = text.lastIndex(of: UInt8(ascii: "/")) + 1
    self.start = UInt32(truncatingIfNeeded: start)
    indexOrMark = Self.indexOrMark(text.slice(start, count: text.count - start))
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
