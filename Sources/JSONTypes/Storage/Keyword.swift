/// A name of up to eight bytes as one number, so that expected names are recognised in one step.
package struct Keyword: Equatable, Sendable {
  /// The bytes, the first one lowest, filled up with zeros, which no name ends in.
  fileprivate let word: UInt64

  /// Takes the bytes of a literal of at most eight bytes.
  package init(_ literal: StaticString) { word = TextSlice(literal).word }

  fileprivate init(word: UInt64) { self.word = word }

  package static func == (first: Keyword, second: Keyword) -> Bool { first.word == second.word }
}

extension Tree {
  /// The content of a name or string, if it has at most eight bytes and none of them is zero.
  package func keyword(of node: Node) -> Keyword? {
    guard !node.flags.contains(.escaped) else {
      return withDecodedContent(of: node) {
        $0.count <= 8 && !$0.contains(0) ? Keyword(word: $0.word) : nil
      }
    }
    guard node.length <= 10 else { return nil }
    return Keyword(word: content(of: node).paddedWord)
  }

  /// The content of a value that is a string, under the same conditions.
  package func keyword(of ref: NodeRef) -> Keyword? {
    guard ref != .none else { return nil }
    let node = self[ref]
    return node.kind == .string ? keyword(of: node) : nil
  }
}
