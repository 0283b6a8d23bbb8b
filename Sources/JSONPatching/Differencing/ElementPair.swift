package import JSONTypes

/// An element of an old array and what it becomes, an element that goes, or one that comes.
package struct ElementPair: Sendable, Equatable {
  /// The index in the old array; `nil` for an element that comes.
  package var old: Int?
  /// The index in the new array; `nil` for an element that goes.
  package var new: Int?
}

extension JSON {
  /// Says which element of this array is which of another one: equal elements first, and those that the same value of
  /// a member identifies; what lies between them is paired by position.
  ///
  /// - Parameters:
  ///   - old: The other array.
  ///   - identity: The members that identify elements of these arrays, the first that an element has.
  /// - Returns: All elements of both arrays, in the order of both.
  /// - Complexity: As a difference of the arrays.
  package func elementPairs(
    from old: JSON, identifiedBy identity: [JSONPatch.DifferenceOptions.ArrayIdentity]
  ) -> [ElementPair] {
    var planner = DifferencePlanner(
      from: old.flattened, to: flattened, DifferenceConstraints(),
      JSONPatch.DifferenceOptions(arrayIdentity: identity))
    return planner.elementPairs()
  }
}

extension DifferencePlanner {
  /// The elements of both values, which are arrays.
  fileprivate mutating func elementPairs() -> [ElementPair] {
    resetAllowance()
    var pairing = pairing(of: old.root, new.root, 0, 0)
    let core = pairing.ranges
    if !options.arrayIdentity.isEmpty { addKeys(to: &pairing) }
    var pairs = (0..<core.old.lowerBound).map { ElementPair(old: $0, new: $0) }
    var (first, second) = (core.old.lowerBound, core.new.lowerBound)
    for match in matches(in: core, of: pairing) {
      pairs += gap(first..<match.first, second..<match.second, of: pairing)
      pairs.append(ElementPair(old: match.first, new: match.second))
      (first, second) = (match.first + 1, match.second + 1)
    }
    pairs += gap(first..<core.old.upperBound, second..<core.new.upperBound, of: pairing)
    let shift = core.new.upperBound - core.old.upperBound
    return pairs
      + (core.old.upperBound..<pairing.oldCount).map { ElementPair(old: $0, new: $0 + shift) }
  }

  private mutating func gap(
    _ olds: Range<Int>, _ news: Range<Int>, of pairing: ElementPairing
  ) -> [ElementPair] {
    var pairs: [ElementPair] = []
    let common = min(olds.count, news.count)
    for (first, second) in zip(olds, news) {
      if !pairing.hasIdentities || haveSameIdentity(first, second, of: pairing) {
        pairs.append(ElementPair(old: first, new: second))
      } else {
        pairs += [ElementPair(old: first), ElementPair(new: second)]
      }
    }
    pairs += olds.dropFirst(common).map { ElementPair(old: $0) }
    return pairs + news.dropFirst(common).map { ElementPair(new: $0) }
  }
}
