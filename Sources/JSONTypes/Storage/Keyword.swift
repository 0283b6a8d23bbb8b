/// A name of up to seven bytes as one number, so that expected names are recognised in one step.
package struct Keyword: Equatable, Sendable {
  /// The bytes and the quotation mark behind them, the first one lowest, filled up with zeros.
  package let word: UInt64

  /// Takes the bytes of a literal.
  package init(_ literal: StaticString) { self.init(TextSlice(literal)) }

  fileprivate init(_ content: TextSlice) {
    // Longer ones have no mark among their first eight bytes, and are no keywords.
    word = content.word | UInt64(UInt8(ascii: "\"")) << UInt64(8 * content.count)
  }

  /// Takes the content of a name that begins at a position of the text of a tape, and has so many bytes.
  @inline(__always)
  fileprivate init(_ text: TextSlice, at position: Int, count: Int) {
    word = text.paddedWord(at: position, count: count &+ 1)
  }

  /// What values are that are no strings, and names that no keyword can be.
  fileprivate static var none: Keyword { Keyword(TextSlice()) }
}

extension Tree {
  /// The content of a name or string, which is part of this text, as a keyword.
  @inline(__always)
  func keyword(of node: Node, in text: TextSlice) -> Keyword {
    guard !node.flags.contains(.escaped) else { return escapedKeyword(of: node) }
    return Keyword(text, at: Int(node.offset) &+ 1, count: Int(node.length) &- 2)
  }

  @inline(never)
  private func escapedKeyword(of node: Node) -> Keyword {
    withDecodedContent(of: node) { $0.contains(UInt8(ascii: "\"")) ? .none : Keyword($0) }
  }

  /// The content of a value that is a string as a keyword.
  @inline(__always)
  func keyword(of ref: NodeRef) -> Keyword {
    guard ref != .none else { return .none }
    let node = self[ref]
    return node.kind == .string ? keyword(of: node, in: textFrame(of: node)) : .none
  }
}
