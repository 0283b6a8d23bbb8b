/// A name of up to eight bytes as one number, so that expected names are recognised in one step.
package struct Keyword: Equatable, Sendable {
  /// The bytes, the first one lowest, filled up with zeros, which no name ends in; zero for a name that is no keyword.
  package let word: UInt64

  /// Takes the bytes of a literal of at most eight bytes.
  package init(_ literal: StaticString) { word = TextSlice(literal).word }

  fileprivate init(word: UInt64) { self.word = word }

  /// What names are that are empty, have more than eight bytes, or contain a zero byte.
  fileprivate static var none: Keyword { Keyword(word: 0) }
}

extension Tree {
  /// The content of a name or string as a keyword.
  @inline(__always)
  func keyword(of node: Node) -> Keyword {
    guard !node.flags.contains(.escaped) else { return escapedKeyword(of: node) }
    guard node.length <= 10 else { return .none }
    return Keyword(word: content(of: node).paddedWord)
  }

  @inline(never)
  private func escapedKeyword(of node: Node) -> Keyword {
    withDecodedContent(of: node) {
      $0.count <= 8 && !$0.contains(0) ? Keyword(word: $0.word) : .none
    }
  }

  /// The content of a value that is a string as a keyword.
  package func keyword(of ref: NodeRef) -> Keyword {
    guard ref != .none else { return .none }
    let node = self[ref]
    return node.kind == .string ? keyword(of: node) : .none
  }
}
