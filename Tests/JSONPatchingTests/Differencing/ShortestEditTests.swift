import TestSupport
import Testing

@testable import JSONPatching

/// The common subsequence, with a table as the referee.
@Suite struct ShortestEditTests {
  private func sequence(
    _ generator: inout SeededGenerator, length: Int, values: Int
  ) -> ContiguousArray<Int32> {
    ContiguousArray((0..<length).map { _ in Int32(generator.below(values)) })
  }

  private func longest(_ first: ContiguousArray<Int32>, _ second: ContiguousArray<Int32>) -> Int {
    var previous = [Int](repeating: 0, count: second.count + 1)
    for one in first {
      var current = [0]
      for (column, other) in second.enumerated() {
        current.append(
          one == other ? previous[column] + 1 : max(previous[column + 1], current[column]))
      }
      previous = current
    }
    return previous[second.count]
  }

  private func isValid(
    _ matches: ContiguousArray<ElementMatch>, _ first: ContiguousArray<Int32>,
    _ second: ContiguousArray<Int32>
  ) -> Bool {
    var last = ElementMatch(first: -1, second: -1)
    for match in matches {
      guard match.first > last.first, match.second > last.second,
        first[match.first] == second[match.second]
      else { return false }
      last = match
    }
    return true
  }

  @Test func `the subsequence is a longest one`() {
    let counterexample = Property.counterexample(trials: 3000) { generator in
      let values = 1 + generator.below(8)
      let first = sequence(&generator, length: generator.below(30), values: values)
      let second = sequence(&generator, length: generator.below(30), values: values)
      let matches = ShortestEdit(of: NumberSequences(first: first, second: second)).matches
      return isValid(matches, first, second) && matches.count == longest(first, second)
        ? nil : "\(first)\n\(second)\n\(matches)"
    }
    #expect(counterexample == nil)
  }

  /// Sequences of which nobody can say for certain what is the same.
  private struct Contradictions: ComparedSequences {
    let firstCount: Int
    let secondCount: Int
    var generator: SeededGenerator

    mutating func areSame(_ one: Int, _ other: Int) -> Bool { generator.oneIn(3) }
  }

  @Test func `comparisons that contradict each other come to an end`() {
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let sequences = Contradictions(
        firstCount: generator.below(30), secondCount: generator.below(30), generator: generator)
      let matches = ShortestEdit(of: sequences, stepLimit: 1 + generator.below(6)).matches
      let isAscending = zip(matches, matches.dropFirst()).allSatisfy {
        $0.first < $1.first && $0.second < $1.second
      }
      let isWithin = matches.allSatisfy {
        $0.first < sequences.firstCount && $0.second < sequences.secondCount
      }
      return isAscending && isWithin ? nil : "\(sequences)\n\(matches)"
    }
    #expect(counterexample == nil)
  }

  @Test func `with little work the subsequence is still a common one`() {
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let first = sequence(&generator, length: generator.below(80), values: 5)
      let second = sequence(&generator, length: generator.below(80), values: 5)
      let limit = 1 + generator.below(4)
      let matches = ShortestEdit(
        of: NumberSequences(first: first, second: second), stepLimit: limit
      ).matches
      return isValid(matches, first, second) ? nil : "\(first)\n\(second)\n\(matches)"
    }
    #expect(counterexample == nil)
  }
}
