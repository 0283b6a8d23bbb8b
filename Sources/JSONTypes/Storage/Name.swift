/// A member name that is being looked for, without escapes.
///
/// Names are compared as bytes. `String` would compare by canonical equivalence and take a composed
/// and a decomposed "é" for one name, which RFC 6902 section 4.6 rules out.
struct Name {
  let bytes: TextSlice

  @inline(__always)
  init(_ bytes: TextSlice) { self.bytes = bytes }

  var hash: UInt32 { bytes.contentHash }
}

extension Tree {
  /// Whether a name or string of the tape has this content.
  @inline(__always)
  func matches(_ node: Node, _ name: Name) -> Bool {
    if node.flags.contains(.escaped) { return matchesDecoded(node, name) }
    return content(of: node) == name.bytes
  }

  @inline(never)
  private func matchesDecoded(_ node: Node, _ name: Name) -> Bool {
    escapes(in: content(of: node), standFor: name.bytes)
  }

  /// Whether two names or strings have the same code points, however they are escaped.
  func haveEqualContent(
    _ first: Node, of firstTree: Tree, _ second: Node, of secondTree: Tree
  ) -> Bool {
    let one = firstTree.content(of: first)
    let other = secondTree.content(of: second)
    switch (first.flags.contains(.escaped), second.flags.contains(.escaped)) {
    case (false, false): return one == other
    case (true, false): return escapes(in: one, standFor: other)
    case (false, true): return escapes(in: other, standFor: one)
    case (true, true):
      return one == other
        || decodingEscapes(in: one).withTextSlice { escapes(in: other, standFor: $0) }
    }
  }

  func hash(ofName node: Node) -> UInt32 {
    withDecodedContent(of: node) { $0.contentHash }
  }

  /// Calls `body` with the content of a string or name, escapes resolved.
  @inline(__always)
  package func withDecodedContent<Result, Failure>(
    of node: Node, _ body: (TextSlice) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard node.flags.contains(.escaped) else { return try body(content(of: node)) }
    return try decodingEscapes(in: content(of: node)).withTextSlice(body)
  }

  /// The content of a string; `nil` if it has escapes, or if the value is none.
  package func plainText(of string: NodeRef) -> TextSlice? {
    let node = self[string]
    return node.kind == .string && !node.flags.contains(.escaped) ? content(of: node) : nil
  }

  /// The content of a string or name as a `String`.
  package func string(of node: Node) -> String { withDecodedContent(of: node) { $0.string } }
}
