/// A name of up to seven bytes as one number, so that expected names are recognised in one step.
@usableFromInline
package struct Keyword: Sendable {
  /// The bytes and the quotation mark behind them, the first one lowest, at the upper end.
  @usableFromInline let word: UInt64
  /// How many bits are below them.
  @usableFromInline let surplus: UInt64

  /// Takes the bytes of a literal; the compiler makes a constant of them.
  @inlinable
  @inline(__always)
  package init(_ literal: StaticString) {
    let content = TextSlice(literal)
    surplus = UInt64(truncatingIfNeeded: 56 &- 8 &* content.count)
    word = Opening(decoded: content).word &<< surplus
  }
}

/// What a name or a string begins with, to compare it with keywords.
@usableFromInline
package struct Opening {
  /// Eight bytes from the first one of the content on, that one lowest; the quotation mark is behind the content.
  @usableFromInline let word: UInt64

  @inlinable
  @inline(__always)
  init(word: UInt64) { self.word = word }

  /// Takes a content that has no quotation mark; if it is too long for a keyword, none is seen.
  @inlinable
  @inline(__always)
  init(decoded content: TextSlice) {
    word = content.word | UInt64(UInt8(ascii: "\"")) << UInt64(8 * content.count)
  }

  /// What values are that are no strings, and names that no keyword can be.
  @inlinable
  @inline(__always)
  static var none: Opening { Opening(word: 0) }

  @inlinable
  @inline(__always)
  package static func == (opening: Opening, keyword: Keyword) -> Bool {
    opening.word &<< keyword.surplus == keyword.word
  }
}

extension Tree {
  /// What a name or string begins with that is part of this text.
  @inlinable
  @inline(__always)
  func opening(of node: Node, in text: TextSlice) -> Opening {
    guard !node.flags.contains(.escaped) else { return decodedOpening(of: node) }
    return Opening(word: text.block(at: Int(node.offset) &+ 1))
  }

  @usableFromInline
  @inline(never)
  func decodedOpening(of node: Node) -> Opening {
    withDecodedContent(of: node) {
      $0.contains(UInt8(ascii: "\"")) ? .none : Opening(decoded: $0)
    }
  }
}
