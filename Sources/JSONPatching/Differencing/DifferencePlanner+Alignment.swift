internal import JSONTypes

extension DifferencePlanner {
  /// How many pairs of elements an exact alignment may look at.
  private static let pairLimit = 1 << 14
  /// How many elements a piece of a gap has that is too large to be aligned as a whole.
  private static let pieceLength = 64

  /// Whether every element can be compared with every other.
  func canAlign(_ ranges: ElementRanges, of pairing: ElementPairing) -> Bool {
    let pairs = ranges.old.count * ranges.new.count
    return pairs <= Self.pairLimit && work(of: ranges, pairing) <= allowance
  }

  /// How many nodes are looked at if every element is compared with every other.
  private func work(of ranges: ElementRanges, _ pairing: ElementPairing) -> Int {
    let before = pairing.old[ranges.old].reduce(0) { $0 + Int(old.tree[$1].span) }
    let after = pairing.new[ranges.new].reduce(0) { $0 + Int(new.tree[$1].span) }
    return before * ranges.new.count + after * ranges.old.count
  }

  /// Plans the edit of a part of both arrays in which nothing is known to be the same.
  mutating func planGap(
    _ gap: ElementRanges, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    if gap.old.isEmpty {
      for second in gap.new {
        let cost = additionCost(second, after: gap.old.lowerBound, of: pairing)
        script.add(pairing.new[second], cost)
      }
    } else if gap.new.isEmpty {
      for first in gap.old {
        let cost = removalCost(first, at: gap.new.lowerBound, of: pairing)
        script.remove(pairing.old[first], cost)
      }
    } else if canAlign(gap, of: pairing) {
      align(gap, of: pairing, &script)
    } else {
      planPieces(of: gap, of: pairing, &script)
    }
  }

  /// Divides a gap that is too large into pieces of the same proportion.
  private mutating func planPieces(
    of gap: ElementRanges, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    let count = (max(gap.old.count, gap.new.count) - 1) / Self.pieceLength + 1
    func part(_ range: Range<Int>, _ piece: Int) -> Range<Int> {
      range.lowerBound + range.count * piece / count..<range.lowerBound + range.count * (piece + 1)
        / count
    }
    for piece in 0..<count {
      let ranges = ElementRanges(old: part(gap.old, piece), new: part(gap.new, piece))
      if ranges.old.isEmpty || ranges.new.isEmpty || canAlign(ranges, of: pairing) {
        planGap(ranges, of: pairing, &script)
      } else {
        pairByPosition(ranges, of: pairing, &script)
      }
    }
  }

  private mutating func pairByPosition(
    _ ranges: ElementRanges, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    let common = min(ranges.old.count, ranges.new.count)
    for distance in 0..<common {
      planPair(
        ranges.old.lowerBound + distance, ranges.new.lowerBound + distance, of: pairing, &script)
    }
    planGap(
      ElementRanges(old: ranges.old.dropFirst(common), new: ranges.new.dropFirst(common)),
      of: pairing, &script)
  }

  // MARK: The exact alignment

  private enum Step: UInt8 {
    case pair
    case remove
    case add
  }

  /// Finds the cheapest sequence of steps through all pairs of elements.
  private mutating func align(
    _ ranges: ElementRanges, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    allowance -= work(of: ranges, pairing)
    let width = ranges.new.count + 1
    var steps = [Step](repeating: .add, count: (ranges.old.count + 1) * width)
    var plans = [DifferencePlan?](repeating: nil, count: steps.count)
    var costs: [DifferenceCost] = []
    for row in 0...ranges.old.count {
      var current: [DifferenceCost] = []
      current.reserveCapacity(width)
      for column in 0..<width {
        let first = ranges.old.lowerBound + row
        let second = ranges.new.lowerBound + column
        var best = row + column == 0 ? DifferenceCost() : .prohibitive
        if row > 0, column > 0 {
          let plan = pairPlan(first - 1, second - 1, of: pairing)
          plans[row * width + column] = plan
          consider(.pair, costs[column - 1] + plan.cost, &best, &steps[row * width + column])
        }
        if row > 0 {
          let cost = removalCost(first - 1, at: second, of: pairing)
          consider(.remove, costs[column] + cost, &best, &steps[row * width + column])
        }
        if column > 0 {
          let cost = additionCost(second - 1, after: first, of: pairing)
          consider(.add, current[column - 1] + cost, &best, &steps[row * width + column])
        }
        current.append(best)
      }
      costs = current
    }
    follow(steps, plans, ranges, of: pairing, &script)
  }

  private func consider(
    _ step: Step, _ cost: DifferenceCost, _ best: inout DifferenceCost, _ choice: inout Step
  ) {
    guard isCheaper(cost, than: best) else { return }
    best = cost
    choice = step
  }

  /// Performs the steps that the alignment has chosen, which are known from the last to the first.
  private mutating func follow(
    _ steps: [Step], _ plans: [DifferencePlan?], _ ranges: ElementRanges,
    of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    let width = ranges.new.count + 1
    var (row, column) = (ranges.old.count, ranges.new.count)
    var chosen: [Int] = []
    while row + column > 0 {
      let cell = row * width + column
      chosen.append(cell)
      if steps[cell] != .add { row -= 1 }
      if steps[cell] != .remove { column -= 1 }
    }
    for cell in chosen.reversed() {
      let first = ranges.old.lowerBound + cell / width
      let second = ranges.new.lowerBound + cell % width
      switch steps[cell] {
      case .pair:
        let plan = plans[cell] ?? .none
        script.change(pairing.old[first - 1], to: pairing.new[second - 1], plan)
      case .remove:
        script.remove(pairing.old[first - 1], removalCost(first - 1, at: second, of: pairing))
      case .add:
        let cost = additionCost(second - 1, after: first, of: pairing)
        script.add(pairing.new[second - 1], cost)
      }
    }
  }
}
