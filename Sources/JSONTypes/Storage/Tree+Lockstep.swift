extension Tree {
  /// How many nodes of two tapes are the same from two places on: then the values that they make up are equal,
  /// whatever the spelling of their strings and numbers.
  ///
  /// Neither value has edits. Values whose members come in another order may be equal all the same.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the nodes that are the same.
  package func sharedLength(
    from first: NodeRef, of other: Tree, _ second: NodeRef, limit: UInt32
  ) -> UInt32 {
    let (ours, theirs) = (view(of: first), other.view(of: second))
    let (start, otherStart) = (first.index, second.index)
    var length = 0
    while length < Int(limit) {
      let one = ours[start + length]
      let two = theirs[otherStart + length]
      guard one.kind == two.kind else { break }
      if one.isContainer {
        guard one.span == two.span else { break }
      } else if !hasSameScalar(one, as: two, of: other) {
        break
      }
      length += 1
    }
    return UInt32(truncatingIfNeeded: length)
  }

  @inline(__always)
  private func hasSameScalar(_ first: Node, as second: Node, of other: Tree) -> Bool {
    if first.length == second.length, text(of: first) == other.text(of: second) { return true }
    switch first.kind {
    case .number:
      return areSameNumbers(text(of: first), other.text(of: second))
    case .string, .name:
      guard first.flags.union(second.flags).contains(.escaped) else { return false }
      return haveEqualContent(first, of: self, second, of: other)
    case .null, .true, .false, .array, .object:
      return true
    }
  }
}
