internal import JSONTypes

/// Two arrays that are being compared, without the elements that they begin and end with in common.
struct ElementPairing {
  /// The indices of the elements in both arrays.
  var ranges: ElementRanges
  /// Where the planner has the elements with the index zero, if they were not left out.
  var oldOrigin: Int
  var newOrigin: Int
  /// How many elements the old array has in all.
  let oldCount: Int
  /// The values that identify the elements; empty if nothing but equality does.
  var oldKeys: ContiguousArray<ElementClasses.Key> = []
  var newKeys: ContiguousArray<ElementClasses.Key> = []
  /// The bytes of the arrays' path.
  let pathLength: Int
  let depth: Int

  /// Whether a member of the elements identifies them.
  var hasIdentities: Bool { !oldKeys.isEmpty }
}

/// A part of both arrays.
struct ElementRanges {
  var old: Range<Int>
  var new: Range<Int>
}

/// The edit of an array, put together from front to back.
struct ElementScript {
  fileprivate(set) var cost = DifferenceCost()
  fileprivate(set) var hasChanges = false
}

extension DifferencePlanner {
  /// Plans the edit of an array.
  mutating func planElements(
    _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int
  ) -> DifferenceCost? {
    let mark = steps.count
    let base = elements.count
    defer { elements.removeLast(elements.count - base) }
    var pairing = pairing(of: first, second, pathLength, depth)
    allowance -= pairing.oldCount + new.tree.childCount(of: second)
    let core = pairing.ranges
    if !options.arrayIdentity.isEmpty { addKeys(to: &pairing) }
    steps.append(.edit(first))
    var script = ElementScript()
    keep(core.old.lowerBound, &script)
    planCore(core, of: pairing, &script)
    guard script.hasChanges else {
      takeBackSteps(to: mark)
      return nil
    }
    keep(pairing.oldCount - core.old.upperBound, &script)
    steps.append(.end)
    return script.cost
  }

  // MARK: The common ends

  /// Finds what two arrays begin and end with in common, and lists the elements between.
  mutating func pairing(
    of first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int
  ) -> ElementPairing {
    let oldCount = old.tree.childCount(of: first)
    let newCount = new.tree.childCount(of: second)
    let common = min(oldCount, newCount)
    var (one, other) = (first.advanced(by: 1), second.advanced(by: 1))
    let prefix = skipPrefix(&one, &other, of: first, second, atMost: common)
    var suffix = 0
    let isFlat = old.tree[first].flags.contains(.flat) && new.tree[second].flags.contains(.flat)
    if isFlat {
      let (end, otherEnd) = (old.tree.end(of: first), new.tree.end(of: second))
      while suffix < common - prefix,
        areEqual(end.preceding(by: suffix + 1), otherEnd.preceding(by: suffix + 1))
      { suffix += 1 }
    }
    let oldStart = elements.count
    list(oldCount - prefix - suffix, from: one, of: old.tree)
    let newStart = elements.count
    list(newCount - prefix - suffix, from: other, of: new.tree)
    if !isFlat {
      let (end, otherEnd) = (newStart - 1, elements.count - 1)
      while suffix < common - prefix,
        areEqual(elements[end - suffix], elements[otherEnd - suffix])
      { suffix += 1 }
    }
    return ElementPairing(
      ranges: ElementRanges(old: prefix..<oldCount - suffix, new: prefix..<newCount - suffix),
      oldOrigin: oldStart - prefix, newOrigin: newStart - prefix, oldCount: oldCount,
      pathLength: pathLength, depth: depth)
  }

  /// Skips the elements that two arrays begin with in common, and returns how many there are.
  private mutating func skipPrefix(
    _ one: inout NodeRef, _ other: inout NodeRef, of first: NodeRef, _ second: NodeRef,
    atMost common: Int
  ) -> Int {
    let (end, otherEnd) = (old.tree.end(of: first), new.tree.end(of: second))
    var prefix = 0
    while prefix < common {
      let limit = min(end.index - one.index, otherEnd.index - other.index)
      let shared = sharedLength(from: one, other, limit: UInt32(truncatingIfNeeded: limit))
      let stop = one.index + Int(shared)
      while prefix < common, one.index + Int(old.tree[one].span) <= stop {
        (one, other) = (old.tree.end(of: one), new.tree.end(of: other))
        prefix += 1
      }
      // They may be equal all the same, their members in another order.
      guard prefix < common, areEqual(one, other) else { break }
      (one, other) = (old.tree.end(of: one), new.tree.end(of: other))
      prefix += 1
    }
    return prefix
  }

  private mutating func list(_ count: Int, from first: NodeRef, of tree: Tree) {
    var element = first
    for _ in 0..<count {
      elements.append(element)
      element = tree.end(of: element)
    }
  }

  // MARK: Between the common ends

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
      if pairing.hasIdentities {
        // What identifies them is equal, and the rest may not be.
        planPair(match.first, match.second, of: pairing, &script)
      } else {
        keep(1, &script)
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
  ) -> ContiguousArray<ElementMatch> {
    if let matches = matchesByPosition(in: core, of: pairing) { return matches }
    let oldKeys = keys(core.old, pairing.oldOrigin, pairing.oldKeys, pairing.ranges.old)
    let newKeys = keys(core.new, pairing.newOrigin, pairing.newKeys, pairing.ranges.new)
    var matches =
      ElementComparison(oldKeys, newKeys, self).fewDifferences
      ?? ElementClasses(old: oldKeys, new: newKeys, &self).matches
    for position in matches.indices {
      matches[position].first += core.old.lowerBound
      matches[position].second += core.new.lowerBound
    }
    return matches
  }

  /// The elements that are the same at the same distance from the beginning, if nearly all are: then nothing needs to
  /// be hashed.
  private mutating func matchesByPosition(
    in core: ElementRanges, of pairing: ElementPairing
  ) -> ContiguousArray<ElementMatch>? {
    guard core.old.count == core.new.count, !pairing.hasIdentities else { return nil }
    // Arrays within arrays would be compared again and again.
    for first in core.old { allowance -= Int(old.tree[oldElement(first, of: pairing)].span) }
    guard allowance > 0 else { return nil }
    var matches: ContiguousArray<ElementMatch> = []
    matches.reserveCapacity(core.old.count)
    var misses = 0
    for (first, second) in zip(core.old, core.new) {
      if areEqual(oldElement(first, of: pairing), newElement(second, of: pairing)) {
        matches.append(ElementMatch(first: first, second: second))
      } else {
        misses += 1
        if misses > core.old.count / 8 { return nil }
      }
    }
    return matches
  }

  private func keys(
    _ range: Range<Int>, _ origin: Int, _ keys: ContiguousArray<ElementClasses.Key>,
    _ all: Range<Int>
  ) -> ContiguousArray<ElementClasses.Key> {
    guard keys.isEmpty else {
      return ContiguousArray(
        keys[range.lowerBound - all.lowerBound..<range.upperBound - all.lowerBound])
    }
    return ContiguousArray(
      elements[range.lowerBound + origin..<range.upperBound + origin].lazy.map {
        ElementClasses.Key(value: $0, isIdentity: false)
      })
  }

  func oldElement(_ index: Int, of pairing: ElementPairing) -> NodeRef {
    elements[pairing.oldOrigin + index]
  }

  func newElement(_ index: Int, of pairing: ElementPairing) -> NodeRef {
    elements[pairing.newOrigin + index]
  }

  // MARK: Steps

  mutating func keep(_ count: Int, _ script: inout ElementScript) {
    guard count > 0 else { return }
    if case .keepElements(let kept)? = steps.last {
      steps[steps.count - 1] = .keepElements(kept + count)
    } else {
      steps.append(.keepElements(count))
    }
  }

  mutating func remove(
    _ first: Int, at index: Int, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    steps.append(.removeElement(oldElement(first, of: pairing)))
    script.cost += removalCost(first, at: index, of: pairing)
    script.hasChanges = true
  }

  mutating func add(
    _ second: Int, after consumed: Int, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    steps.append(.addElement(newElement(second, of: pairing)))
    script.cost += additionCost(second, after: consumed, of: pairing)
    script.hasChanges = true
  }

  /// Takes note of a change whose steps are there.
  func change(_ cost: DifferenceCost, _ script: inout ElementScript) {
    script.cost += cost
    script.hasChanges = true
  }

  mutating func planPair(
    _ first: Int, _ second: Int, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    guard let cost = pairCost(first, second, of: pairing) else { return keep(1, &script) }
    change(cost, &script)
  }

  /// Plans what one element becomes.
  mutating func pairCost(
    _ first: Int, _ second: Int, of pairing: ElementPairing
  ) -> DifferenceCost? {
    let length = pairing.pathLength + 1 + second.decimalDigitCount
    let (one, other) = (oldElement(first, of: pairing), newElement(second, of: pairing))
    steps.append(.changeElement)
    if pairing.hasIdentities, !haveSameIdentity(first, second, of: pairing) {
      return replace(one, by: other, length)
    }
    enter(.index(second))
    let cost = plan(one, other, pathLength: length, depth: pairing.depth + 1)
    leave()
    if cost == nil { steps.removeLast() }
    return cost
  }

  mutating func removalCost(
    _ first: Int, at index: Int, of pairing: ElementPairing
  ) -> DifferenceCost {
    removalCost(
      oldElement(first, of: pairing), pairing.pathLength + 1 + index.decimalDigitCount)
  }

  /// The cost of an addition after so many old elements, which are gone or in their place already.
  mutating func additionCost(
    _ second: Int, after consumed: Int, of pairing: ElementPairing
  ) -> DifferenceCost {
    let isDash = options.appendsWithDash && consumed == pairing.oldCount
    let token = isDash ? 1 : second.decimalDigitCount
    return additionCost(newElement(second, of: pairing), pairing.pathLength + 1 + token)
  }
}

extension Tree {
  /// The node behind a value.
  fileprivate func end(of value: NodeRef) -> NodeRef { value.advanced(by: self[value].span) }
}

extension NodeRef {
  /// The node that lies so many nodes before this one.
  fileprivate func preceding(by distance: Int) -> NodeRef {
    NodeRef(rawValue: rawValue - UInt32(truncatingIfNeeded: distance))
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
