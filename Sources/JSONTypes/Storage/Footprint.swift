/// What a copy of a value takes in memory, by which copies are limited: the bytes of its text without white space, and
/// those of a node for each value and each member name in it.
///
/// It is the same however the value is laid out and stored: parsed or put together, edited or not, and whether or not a
/// copy shares the text.
enum Footprint {
  @inline(__always)
  static func bytes(text: Int, nodes: Int) -> Int { text + nodes * MemoryLayout<Node>.stride }
}

extension Tree {
  /// The footprint of a value that has no edits, or a number beyond the limit if it is larger.
  ///
  /// - Complexity: O(*n*) for *n* nodes, and no more of them than the limit has room for.
  func footprint(of ref: NodeRef, upTo limit: Int) -> Int {
    let nodes = Footprint.bytes(text: 0, nodes: Int(self[ref].span))
    return nodes > limit ? nodes : nodes + compactSize(of: ref, upTo: limit - nodes)
  }
}

extension JSON {
  /// The footprint of a value that has no edits.
  ///
  /// - Complexity: O(*n*) for *n* nodes.
  package var footprint: Int { Tree(storage).footprint(of: ref, upTo: .max) }
}
