internal import JSONTypes

/// Two arrays that are being compared.
struct ElementPairing {
  let old: ContiguousArray<NodeRef>
  let new: ContiguousArray<NodeRef>
  /// The values that identify elements; empty if nothing but equality does.
  var oldKeys: ContiguousArray<ElementClasses.Key> = []
  var newKeys: ContiguousArray<ElementClasses.Key> = []
  /// The bytes of the arrays' path.
  let pathLength: Int
  let depth: Int
}

/// A part of both arrays.
struct ElementRanges {
  var old: Range<Int>
  var new: Range<Int>
}

extension DifferencePlanner {
  /// Plans the edit of an array.
  mutating func planElements(
    _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int
  ) -> DifferencePlan {
    var pairing = ElementPairing(
      old: old.elements(of: first), new: new.elements(of: second), pathLength: pathLength,
      depth: depth)
    let prefix = commonPrefix(pairing)
    let suffix = commonSuffix(pairing, after: prefix)
    let core = ElementRanges(
      old: prefix..<pairing.old.count - suffix, new: prefix..<pairing.new.count - suffix)
    allowance -= pairing.old.count + pairing.new.count
    if !options.arrayIdentity.isEmpty { addKeys(to: &pairing) }
    var script = ElementScript()
    script.keep(prefix)
    planCore(core, of: pairing, &script)
    script.keep(suffix)
    return script.plan
  }

  private mutating func commonPrefix(_ pairing: ElementPairing) -> Int {
    let limit = min(pairing.old.count, pairing.new.count)
    var length = 0
    while length < limit, areEqual(pairing.old[length], pairing.new[length]) { length += 1 }
    return length
  }

  private mutating func commonSuffix(_ pairing: ElementPairing, after prefix: Int) -> Int {
    let limit = min(pairing.old.count, pairing.new.count) - prefix
    var length = 0
    while length < limit,
      areEqual(
        pairing.old[pairing.old.count - 1 - length], pairing.new[pairing.new.count - 1 - length])
    {
      length += 1
    }
    return length
  }

  /// Plans what lies between the common ends: as a whole if that is small, else between the elements of a common
  /// subsequence.
  private mutating func planCore(
    _ core: ElementRanges, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    guard !core.old.isEmpty, !core.new.isEmpty, !canAlign(core, of: pairing) else {
      return planGap(core, of: pairing, &script)
    }
    var gap = ElementRanges(
      old: core.old.lowerBound..<core.old.lowerBound,
      new: core.new.lowerBound..<core.new.lowerBound)
    for match in matches(in: core, of: pairing) {
      gap.old = gap.old.lowerBound..<match.first
      gap.new = gap.new.lowerBound..<match.second
      planGap(gap, of: pairing, &script)
      if pairing.oldKeys.isEmpty {
        script.keep(1)
      } else {
        // What identifies them is equal, and the rest may not be.
        planPair(match.first, match.second, of: pairing, &script)
      }
      gap.old = match.first + 1..<match.first + 1
      gap.new = match.second + 1..<match.second + 1
    }
    gap.old = gap.old.lowerBound..<core.old.upperBound
    gap.new = gap.new.lowerBound..<core.new.upperBound
    planGap(gap, of: pairing, &script)
  }

  /// Finds elements that are the same on both sides, in the same order.
  mutating func matches(
    in core: ElementRanges, of pairing: ElementPairing
  ) -> ContiguousArray<ShortestEdit.Match> {
    if let matches = matchesByPosition(in: core, of: pairing) { return matches }
    let classes = ElementClasses(
      old: keys(core.old, pairing.old, pairing.oldKeys),
      new: keys(core.new, pairing.new, pairing.newKeys), &self)
    let count = Int(max(classes.old.max() ?? 0, classes.new.max() ?? 0)) + 1
    // What has no counterpart cannot be matched and only costs time.
    let (first, oldIndices) = Self.shared(classes.old, with: classes.new, count)
    let (second, newIndices) = Self.shared(classes.new, with: classes.old, count)
    var matches = ShortestEdit.matches(of: first, with: second)
    for position in matches.indices {
      matches[position].first = core.old.lowerBound + oldIndices[matches[position].first]
      matches[position].second = core.new.lowerBound + newIndices[matches[position].second]
    }
    return matches
  }

  /// The elements that are the same at the same distance from the beginning, if nearly all are: then nothing needs to
  /// be hashed.
  private mutating func matchesByPosition(
    in core: ElementRanges, of pairing: ElementPairing
  ) -> ContiguousArray<ShortestEdit.Match>? {
    guard core.old.count == core.new.count, pairing.oldKeys.isEmpty else { return nil }
    // Arrays within arrays would be compared again and again.
    allowance -= core.old.reduce(0) { $0 + Int(old.tree[pairing.old[$1]].span) }
    guard allowance > 0 else { return nil }
    var matches: ContiguousArray<ShortestEdit.Match> = []
    matches.reserveCapacity(core.old.count)
    var misses = 0
    for (first, second) in zip(core.old, core.new) {
      if old.tree.isEqual(pairing.old[first], to: pairing.new[second], of: new.tree) {
        matches.append(ShortestEdit.Match(first: first, second: second))
      } else {
        misses += 1
        if misses > core.old.count / 8 { return nil }
      }
    }
    return matches
  }

  private static func shared(
    _ classes: ContiguousArray<Int32>, with others: ContiguousArray<Int32>, _ count: Int
  ) -> (classes: ContiguousArray<Int32>, indices: ContiguousArray<Int>) {
    var occurs = ContiguousArray(repeating: false, count: count)
    for other in others { occurs[Int(other)] = true }
    var kept: ContiguousArray<Int32> = []
    var indices: ContiguousArray<Int> = []
    for (index, number) in classes.enumerated() where occurs[Int(number)] {
      kept.append(number)
      indices.append(index)
    }
    return (kept, indices)
  }

  private func keys(
    _ range: Range<Int>, _ elements: ContiguousArray<NodeRef>,
    _ keys: ContiguousArray<ElementClasses.Key>
  ) -> ContiguousArray<ElementClasses.Key> {
    if !keys.isEmpty { return ContiguousArray(keys[range]) }
    return ContiguousArray(
      elements[range].lazy.map { ElementClasses.Key(value: $0, isIdentity: false) })
  }

  // MARK: Steps

  mutating func planPair(
    _ first: Int, _ second: Int, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    let plan = pairPlan(first, second, of: pairing)
    script.change(pairing.old[first], to: pairing.new[second], plan)
  }

  mutating func pairPlan(
    _ first: Int, _ second: Int, of pairing: ElementPairing
  ) -> DifferencePlan {
    let length = pairing.pathLength + 1 + second.decimalDigitCount
    if !pairing.oldKeys.isEmpty, !haveSameIdentity(first, second, of: pairing) {
      return replacement(of: pairing.old[first], by: pairing.new[second], length)
    }
    location.append(.index(second))
    defer { location.removeLast() }
    return plan(
      pairing.old[first], pairing.new[second], pathLength: length, depth: pairing.depth + 1)
  }

  mutating func removalCost(_ first: Int, at index: Int, of pairing: ElementPairing)
    -> DifferenceCost
  {
    removalCost(pairing.old[first], pairing.pathLength + 1 + index.decimalDigitCount)
  }

  /// The cost of an addition after so many old elements, which are gone or in their place already.
  mutating func additionCost(_ second: Int, after consumed: Int, of pairing: ElementPairing)
    -> DifferenceCost
  {
    let isDash = options.appendsWithDash && consumed == pairing.old.count
    let token = isDash ? 1 : second.decimalDigitCount
    return additionCost(pairing.new[second], pairing.pathLength + 1 + token)
  }
}

extension Int {
  /// The length of an index in a path.
  var decimalDigitCount: Int {
    var count = 1
    var rest = self / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }
}
