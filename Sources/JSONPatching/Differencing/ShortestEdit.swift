/// Elements of two sequences that are the same.
struct ElementMatch: Equatable {
  var first: Int
  var second: Int
}

/// Two sequences whose elements can be compared.
protocol ComparedSequences {
  var firstCount: Int { get }
  var secondCount: Int { get }
  /// Whether an element of the first sequence is the same as one of the second.
  mutating func areSame(_ first: Int, _ second: Int) -> Bool
}

/// A longest common subsequence of two sequences, in linear space.
///
/// This is E. Myers' algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986), which looks for a point in the
/// middle of a shortest path from both of its ends and goes on with the parts before and after it. Where the
/// sequences differ so much that the middle is not found within a bounded number of steps, the farthest point reached
/// is taken instead: then the common subsequence may be shorter than the longest.
struct ShortestEdit<Sequences: ComparedSequences> {
  private(set) var sequences: Sequences
  private let stepLimit: Int
  /// Whether a longer path is taken where the shortest is not found.
  private let takesLonger: Bool
  /// A shortest path was not found, and no other was to be taken.
  private(set) var hasGivenUp = false
  /// How far in the first sequence the paths from the beginning of a box lead, by diagonal.
  private var forward: ContiguousArray<Int>
  /// How far in the first sequence the paths from the end of a box lead, by diagonal.
  private var backward: ContiguousArray<Int>
  /// Where the diagonal through the beginning of both sequences is.
  private let origin: Int
  /// The matches, in ascending order.
  private(set) var matches: ContiguousArray<ElementMatch> = []

  /// Finds the matches.
  ///
  /// - Complexity: O(*n* · *d*) comparisons for *n* elements and *d* differences, but no more than
  ///   O(*n* · `stepLimit`).
  init(of sequences: Sequences, stepLimit: Int = 256, takesLonger: Bool = true) {
    self.sequences = sequences
    self.stepLimit = stepLimit
    self.takesLonger = takesLonger
    let (firstCount, secondCount) = (sequences.firstCount, sequences.secondCount)
    forward = ContiguousArray(repeating: 0, count: firstCount + secondCount + 3)
    backward = forward
    origin = secondCount + 1
    run(Box(first: 0..<firstCount, second: 0..<secondCount))
  }

  // MARK: Dividing

  /// A part of both sequences that is still to be matched.
  private struct Box {
    var first: Range<Int>
    var second: Range<Int>
  }

  private mutating func run(_ whole: Box) {
    var pending = [whole]
    while let box = pending.popLast(), !hasGivenUp {
      let rest = matchPrefix(of: box)
      guard !rest.first.isEmpty, !rest.second.isEmpty else { continue }
      let suffix = suffixLength(of: rest)
      let firstEnd = rest.first.upperBound - suffix
      let secondEnd = rest.second.upperBound - suffix
      let core = Box(
        first: rest.first.lowerBound..<firstEnd, second: rest.second.lowerBound..<secondEnd)
      if suffix > 0 {
        // Left for later: matches are found in ascending order.
        pending.append(
          Box(
            first: firstEnd..<rest.first.upperBound, second: secondEnd..<rest.second.upperBound))
      }
      guard !core.first.isEmpty, !core.second.isEmpty, let middle = middle(of: core) else {
        continue
      }
      pending.append(
        Box(
          first: middle.first..<core.first.upperBound,
          second: middle.second..<core.second.upperBound))
      pending.append(
        Box(
          first: core.first.lowerBound..<middle.first,
          second: core.second.lowerBound..<middle.second))
    }
  }

  /// Matches the elements that a box begins with on both sides, and returns what follows them.
  private mutating func matchPrefix(of box: Box) -> Box {
    var (one, other) = (box.first.lowerBound, box.second.lowerBound)
    while one < box.first.upperBound, other < box.second.upperBound, sequences.areSame(one, other) {
      matches.append(ElementMatch(first: one, second: other))
      one += 1
      other += 1
    }
    return Box(first: one..<box.first.upperBound, second: other..<box.second.upperBound)
  }

  private mutating func suffixLength(of box: Box) -> Int {
    let limit = min(box.first.count, box.second.count)
    var length = 0
    while length < limit,
      sequences.areSame(box.first.upperBound - 1 - length, box.second.upperBound - 1 - length)
    {
      length += 1
    }
    return length
  }

  // MARK: Finding the middle

  /// A point on a shortest path through a box, or on one that is not much longer; neither sequence is empty, and they
  /// differ at both ends.
  ///
  /// - Returns: `nil` if no path leads anywhere but along the edges.
  private mutating func middle(of box: Box) -> ElementMatch? {
    let lowest = box.first.lowerBound - box.second.upperBound
    let highest = box.first.upperBound - box.second.lowerBound
    let start = box.first.lowerBound - box.second.lowerBound
    let end = box.first.upperBound - box.second.upperBound
    let isOdd = (start - end) & 1 != 0
    var ahead = Diagonals(start, within: lowest...highest)
    var behind = Diagonals(end, within: lowest...highest)
    forward[origin + start] = box.first.lowerBound
    backward[origin + end] = box.first.upperBound
    for _ in 0..<stepLimit {
      ahead.widen { forward[origin + $0] = -1 }
      for diagonal in ahead.alternate {
        let reached = advance(on: diagonal, in: box)
        if isOdd, behind.contains(diagonal), backward[origin + diagonal] <= reached {
          return inner(ElementMatch(first: reached, second: reached - diagonal), of: box)
        }
      }
      behind.widen { backward[origin + $0] = .max }
      for diagonal in behind.alternate {
        let reached = retreat(on: diagonal, in: box)
        if !isOdd, ahead.contains(diagonal), reached <= forward[origin + diagonal] {
          return inner(ElementMatch(first: reached, second: reached - diagonal), of: box)
        }
      }
    }
    hasGivenUp = !takesLonger
    return hasGivenUp ? nil : farthest(ahead, behind, in: box)
  }

  /// The diagonals that paths with one more difference may lie on.
  private struct Diagonals {
    private(set) var low: Int
    private(set) var high: Int
    private let bounds: ClosedRange<Int>

    init(_ diagonal: Int, within bounds: ClosedRange<Int>) {
      (low, high) = (diagonal, diagonal)
      self.bounds = bounds
    }

    /// Goes on to the next diagonals on both sides; `mark` is told those just outside.
    mutating func widen(mark: (Int) -> Void) {
      if low > bounds.lowerBound {
        low -= 1
        mark(low - 1)
      } else {
        low += 1
      }
      if high < bounds.upperBound {
        high += 1
        mark(high + 1)
      } else {
        high -= 1
      }
    }

    func contains(_ diagonal: Int) -> Bool { diagonal >= low && diagonal <= high }

    /// Every second one: a path with so many differences cannot end on the others.
    var alternate: StrideThrough<Int> { stride(from: high, through: low, by: -2) }
  }

  private mutating func advance(on diagonal: Int, in box: Box) -> Int {
    let below = forward[origin + diagonal - 1]
    let above = forward[origin + diagonal + 1]
    var one = below >= above ? below + 1 : above
    var other = one - diagonal
    while one < box.first.upperBound, other < box.second.upperBound, sequences.areSame(one, other) {
      one += 1
      other += 1
    }
    forward[origin + diagonal] = one
    return one
  }

  private mutating func retreat(on diagonal: Int, in box: Box) -> Int {
    let below = backward[origin + diagonal - 1]
    let above = backward[origin + diagonal + 1]
    var one = below < above ? below : above - 1
    var other = one - diagonal
    while one > box.first.lowerBound, other > box.second.lowerBound,
      sequences.areSame(one - 1, other - 1)
    {
      one -= 1
      other -= 1
    }
    backward[origin + diagonal] = one
    return one
  }

  /// The point that the paths from one of the ends have come farthest to.
  private func farthest(_ ahead: Diagonals, _ behind: Diagonals, in box: Box) -> ElementMatch? {
    var best: (distance: Int, point: ElementMatch) = (-1, ElementMatch(first: 0, second: 0))
    let (firstStart, firstEnd) = (box.first.lowerBound, box.first.upperBound)
    let (secondStart, secondEnd) = (box.second.lowerBound, box.second.upperBound)
    for diagonal in ahead.alternate {
      let one = min(forward[origin + diagonal], firstEnd, secondEnd + diagonal)
      let other = one - diagonal
      let distance = one - firstStart + other - secondStart
      if distance > best.distance { best = (distance, ElementMatch(first: one, second: other)) }
    }
    for diagonal in behind.alternate {
      let one = max(backward[origin + diagonal], firstStart, secondStart + diagonal)
      let other = one - diagonal
      let distance = firstEnd - one + secondEnd - other
      if distance > best.distance { best = (distance, ElementMatch(first: one, second: other)) }
    }
    return inner(best.point, of: box)
  }

  /// A point if it divides a box into two smaller ones.
  private func inner(_ point: ElementMatch, of box: Box) -> ElementMatch? {
    let isStart =
      point.first == box.first.lowerBound && point.second == box.second.lowerBound
    let isEnd = point.first == box.first.upperBound && point.second == box.second.upperBound
    let isWithin =
      point.first >= box.first.lowerBound && point.first <= box.first.upperBound
      && point.second >= box.second.lowerBound && point.second <= box.second.upperBound
    return isStart || isEnd || !isWithin ? nil : point
  }
}
