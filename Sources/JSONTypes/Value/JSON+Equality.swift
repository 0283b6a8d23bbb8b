extension JSON: Equatable {
  /// Whether two values are equal by [RFC 6902 section 4.6](https://www.rfc-editor.org/rfc/rfc6902#section-4.6).
  ///
  /// - Complexity: O(*n*) for *n* bytes if members come in the same order on both sides, as they do when a document is
  ///   compared with a part of itself; O(*n* log *n*) otherwise. Needs no stack however deep the values are.
  public static func == (first: JSON, second: JSON) -> Bool {
    Tree(first.storage).isEqual(first.ref, to: second.ref, of: Tree(second.storage))
  }
}

extension Tree {
  /// Whether two values are equal by RFC 6902 section 4.6.
  package func isEqual(_ first: NodeRef, to second: NodeRef, of other: Tree) -> Bool {
    if first == second, storage === other.storage { return true }
    if hasSameText(first, as: second, of: other) { return true }
    if arePlainStrings(first, second, of: other) { return false }
    if hasSameNodes(first, as: second, of: other) { return true }
    var comparison = Comparison(one: self, other: other)
    if comparison.run(first, second) { return true }
    // With duplicate members only the last one counts, and the quick comparison looks at all.
    guard self[first].isContainer, self[first].kind == other[second].kind,
      repeatsNames || other.repeatsNames
    else { return false }
    comparison.ignoresShadowedMembers = true
    return comparison.run(first, second)
  }

  /// Whether both values are as they were parsed, from the same text.
  private func hasSameText(_ first: NodeRef, as second: NodeRef, of other: Tree) -> Bool {
    let one = self[first]
    let two = other[second]
    guard one.kind == two.kind, one.length == two.length else { return false }
    guard text(of: one) == other.text(of: two) else { return false }
    return !one.isContainer || !hasEdits(below: first) && !other.hasEdits(below: second)
  }

  /// Whether both values are strings without escapes, which are only equal if their texts are.
  private func arePlainStrings(_ first: NodeRef, _ second: NodeRef, of other: Tree) -> Bool {
    let one = self[first]
    let two = other[second]
    return one.kind == .string && two.kind == .string
      && !one.flags.union(two.flags).contains(.escaped)
  }

  /// Whether both values are containers as they were parsed, with the same nodes in the same order.
  ///
  /// Only in documents without edits, where nothing need be looked up for a node.
  private func hasSameNodes(_ first: NodeRef, as second: NodeRef, of other: Tree) -> Bool {
    guard (overlay?.count ?? 0) + (other.overlay?.count ?? 0) == 0 else { return false }
    let span = self[first].span
    guard span > 1, span == other[second].span else { return false }
    return sharedLength(from: first, of: other, second, limit: span) == span
  }

  /// Compares two values without recursion.
  private struct Comparison {
    let one: Tree
    let other: Tree
    /// Whether every object is compared by its effective members.
    var ignoresShadowedMembers = false
    private var pending: [(NodeRef, NodeRef)] = []

    init(one: Tree, other: Tree) {
      self.one = one
      self.other = other
    }

    mutating func run(_ first: NodeRef, _ second: NodeRef) -> Bool {
      pending.removeAll()
      guard compare(first, second) else { return false }
      while let (left, right) = pending.popLast() {
        let isSame =
          one[left].kind == .array ? compareElements(left, right) : compareMembers(left, right)
        guard isSame else { return false }
      }
      return true
    }

    /// Compares two scalars, or leaves two containers for later.
    @inline(__always)
    private mutating func compare(_ first: NodeRef, _ second: NodeRef) -> Bool {
      let left = one[first]
      let right = other[second]
      guard left.kind == right.kind else { return false }
      switch left.kind {
      case .null, .true, .false:
        return true
      case .number:
        return areSameNumbers(one.text(of: left), other.text(of: right))
      case .string, .name:
        return one.haveEqualContent(left, of: one, right, of: other)
      case .array, .object:
        pending.append((first, second))
        return true
      }
    }

    private mutating func compareElements(_ first: NodeRef, _ second: NodeRef) -> Bool {
      guard one.childCount(of: first) == other.childCount(of: second) else { return false }
      var left = one.children(of: first)
      var right = other.children(of: second)
      while let a = left.next(in: one), let b = right.next(in: other) {
        guard compare(a.value, b.value) else { return false }
      }
      return true
    }

    private mutating func compareMembers(_ first: NodeRef, _ second: NodeRef) -> Bool {
      if !ignoresShadowedMembers {
        guard one.childCount(of: first) == other.childCount(of: second) else { return false }
        let mark = pending.count
        var left = one.children(of: first)
        var right = other.children(of: second)
        while true {
          // Both end together, as there are equally many.
          guard let a = left.next(in: one), let b = right.next(in: other) else { return true }
          guard one.haveEqualContent(one[a.name], of: one, other[b.name], of: other) else { break }
          guard compare(a.value, b.value) else { return false }
        }
        // The members come in another order.
        pending.removeLast(pending.count - mark)
      }
      let left = one.effectiveMembers(of: first)
      let right = other.effectiveMembers(of: second)
      guard left.count == right.count else { return false }
      for (a, b) in zip(left, right) {
        guard one.haveEqualContent(one[a.name], of: one, other[b.name], of: other),
          compare(a.value, b.value)
        else { return false }
      }
      return true
    }
  }
}

/// Compares two numbers by value; almost all are spelt alike or are integers.
func areSameNumbers(
  _ first: TextSlice, _ second: TextSlice
) -> Bool {
  if first == second { return true }
  // An integer has one spelling, but for zero.
  if first.isNonzeroInteger, second.isNonzeroInteger { return false }
  return Decimal(first) == Decimal(second)
}

extension TextSlice {
  /// Whether a number is written with digits and a sign only, and is not zero.
  fileprivate var isNonzeroInteger: Bool {
    var position = self[0] == UInt8(ascii: "-") ? 1 : 0
    guard self[position] != UInt8(ascii: "0") else { return false }
    while position < count {
      guard self[position] &- UInt8(ascii: "0") < 10 else { return false }
      position += 1
    }
    return true
  }
}
