internal import JSONTypes

extension DifferencePlanner {
  /// How many pairs of elements an exact alignment may look at.
  private static let pairLimit = 1 << 14
  /// How many elements a piece of a gap has that is too large to be aligned as a whole.
  private static let pieceLength = 64
  /// How many times the work of an alignment counts if it was in vain.
  private static let failureCharge = 7

  /// Whether every element can be compared with every other.
  func canAlign(_ ranges: ElementRanges, of pairing: ElementPairing) -> Bool {
    let pairs = ranges.old.count * ranges.new.count
    return pairs <= Self.pairLimit && work(of: ranges, pairing) <= allowance
  }

  /// How many nodes are looked at if every element is compared with every other.
  private func work(of ranges: ElementRanges, _ pairing: ElementPairing) -> Int {
    var (before, after) = (0, 0)
    for first in ranges.old { before += Int(old.tree[oldElement(first, of: pairing)].span) }
    for second in ranges.new { after += Int(new.tree[newElement(second, of: pairing)].span) }
    return before * ranges.new.count + after * ranges.old.count
  }

  /// Plans the edit of a part of both arrays in which nothing is known to be the same.
  mutating func planGap(
    _ gap: ElementRanges, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    if gap.old.isEmpty {
      for second in gap.new { add(second, after: gap.old.lowerBound, of: pairing, &script) }
    } else if gap.new.isEmpty {
      for first in gap.old { remove(first, at: gap.new.lowerBound, of: pairing, &script) }
    } else if gap.old.count == 1, gap.new.count == 1 {
      planSinglePair(gap.old.lowerBound, gap.new.lowerBound, of: pairing, &script)
    } else if canAlign(gap, of: pairing) {
      align(gap, of: pairing, &script)
    } else {
      planPieces(of: gap, of: pairing, &script)
    }
  }

  /// Plans what one element becomes, or that it goes and another comes.
  private mutating func planSinglePair(
    _ first: Int, _ second: Int, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    let mark = steps.count
    guard let pairCost = pairCost(first, second, of: pairing) else { return keep(1, &script) }
    let removalFirst =
      removalCost(first, at: second, of: pairing)
      + additionCost(second, after: first + 1, of: pairing)
    // Where moves are looked for, one that goes and one that comes may be two halves of moves; a pair cannot.
    let isRemovalBetter =
      hints == nil
      ? isCheaper(removalFirst, than: pairCost) : !isCheaper(pairCost, than: removalFirst)
    if isRemovalBetter {
      takeBackSteps(to: mark)
      remove(first, at: second, of: pairing, &script)
      add(second, after: first + 1, of: pairing, &script)
    } else {
      change(pairCost, &script)
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

  private enum Move {
    case pair
    case remove
    case add
  }

  /// The cheapest way to some elements of both arrays.
  private struct Cell {
    /// The last move on it.
    var move = Move.add
    /// What it costs to make one of the last two elements of the other, and the steps, if they differ.
    var pairCost: DifferenceCost?
    var pairSteps = 0..<0
  }

  /// Finds the cheapest sequence of moves through all pairs of elements.
  private mutating func align(
    _ ranges: ElementRanges, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    allowance -= work(of: ranges, pairing)
    let width = ranges.new.count + 1
    var cells = ContiguousArray(repeating: Cell(), count: (ranges.old.count + 1) * width)
    // The steps of all pairs, of which few are taken in the end.
    var pairSteps: ContiguousArray<DifferenceStep> = []
    // The costs of the way to each cell of the row above, and then of this one.
    var costs = ContiguousArray(repeating: DifferenceCost(), count: width)
    for row in 0...ranges.old.count {
      // The cost of the way to the cell above and to the left.
      var diagonal = DifferenceCost()
      for column in 0..<width {
        let first = ranges.old.lowerBound + row
        let second = ranges.new.lowerBound + column
        let above = costs[column]
        var cell = Cell()
        var best = row + column == 0 ? DifferenceCost() : .prohibitive
        if row > 0, column > 0 {
          let mark = steps.count
          cell.pairCost = pairCost(first - 1, second - 1, of: pairing)
          let start = pairSteps.count
          // One by one: a slice would share the steps, which then had to be copied to be taken back.
          for position in mark..<steps.count { pairSteps.append(steps[position]) }
          cell.pairSteps = start..<pairSteps.count
          takeBackSteps(to: mark)
          consider(.pair, diagonal + (cell.pairCost ?? DifferenceCost()), &best, &cell)
        }
        if row > 0 {
          let cost = removalCost(first - 1, at: second, of: pairing)
          consider(.remove, above + cost, &best, &cell)
        }
        if column > 0 {
          let cost = additionCost(second - 1, after: first, of: pairing)
          consider(.add, costs[column - 1] + cost, &best, &cell)
        }
        cells[row * width + column] = cell
        diagonal = above
        costs[column] = best
      }
    }
    chargeForFailure(costs[width - 1], ranges, of: pairing)
    follow(cells, pairSteps, ranges, of: pairing, &script)
  }

  /// Makes work dear that has found next to nothing in common: where that is so of many pieces, the others are spared.
  private mutating func chargeForFailure(
    _ cost: DifferenceCost, _ ranges: ElementRanges, of pairing: ElementPairing
  ) {
    var size = 0
    for second in ranges.new { size += new.size(of: newElement(second, of: pairing)) }
    if cost.bytes > size { allowance -= Self.failureCharge * work(of: ranges, pairing) }
  }

  private func consider(
    _ move: Move, _ cost: DifferenceCost, _ best: inout DifferenceCost, _ cell: inout Cell
  ) {
    // Of equally cheap moves a pair comes first and is kept, unless what goes and comes may be two halves of moves.
    let prefersHalves = hints != nil && cell.move == .pair
    guard prefersHalves ? !isCheaper(best, than: cost) : isCheaper(cost, than: best) else { return }
    best = cost
    cell.move = move
  }

  /// Makes the moves that the alignment has chosen, which are known from the last to the first.
  private mutating func follow(
    _ cells: ContiguousArray<Cell>, _ pairSteps: ContiguousArray<DifferenceStep>,
    _ ranges: ElementRanges, of pairing: ElementPairing, _ script: inout ElementScript
  ) {
    let width = ranges.new.count + 1
    var (row, column) = (ranges.old.count, ranges.new.count)
    var chosen: ContiguousArray<Int> = []
    while row + column > 0 {
      let position = row * width + column
      chosen.append(position)
      if cells[position].move != .add { row -= 1 }
      if cells[position].move != .remove { column -= 1 }
    }
    for position in chosen.reversed() {
      let first = ranges.old.lowerBound + position / width
      let second = ranges.new.lowerBound + position % width
      let cell = cells[position]
      switch cell.move {
      case .pair:
        if let cost = cell.pairCost {
          steps += pairSteps[cell.pairSteps]
          change(cost, &script)
        } else {
          keep(1, &script)
        }
      case .remove: remove(first - 1, at: second, of: pairing, &script)
      case .add: add(second - 1, after: first, of: pairing, &script)
      }
    }
  }
}
