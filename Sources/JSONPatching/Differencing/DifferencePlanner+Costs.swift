internal import JSONTypes

extension DifferencePlanner {
  func cost(
    of kind: JSONPatch.Operation.Kind, _ pathLength: Int, value: Int
  ) -> DifferenceCost {
    // The comma behind the operation counts as well.
    DifferenceCost(
      bytes: OperationSyntax.size(of: kind) + pathLength + value + 1, operations: 1)
  }

  mutating func removalCost(_ value: NodeRef, _ pathLength: Int) -> DifferenceCost {
    let isMoved = options.moves && hints?.mayBeNew(old.hash(of: value)) ?? false
    let removal = isMoved ? DifferenceCost() : cost(of: .remove, pathLength, value: 0)
    return removal + guardCost(value, pathLength)
  }

  mutating func additionCost(_ value: NodeRef, _ pathLength: Int) -> DifferenceCost {
    let size = new.size(of: value)
    return relocationCost(value, pathLength, atMost: cost(of: .add, pathLength, value: size))
  }

  /// What a value costs that may come from elsewhere, whose path is taken to be as long.
  mutating func relocationCost(
    _ value: NodeRef, _ pathLength: Int, atMost limit: DifferenceCost
  ) -> DifferenceCost {
    guard let hints, hints.mayBeOld(new.hash(of: value)) else { return limit }
    let cost = cost(of: options.copies ? .copy : .move, 2 * pathLength, value: 0)
    return isCheaper(cost, than: limit) ? cost : limit
  }

  mutating func guardCost(_ value: NodeRef, _ pathLength: Int) -> DifferenceCost {
    guard options.tests == .values else { return DifferenceCost() }
    let size = old.size(of: value)
    return cost(of: .test, pathLength, value: size)
  }

  func isCheaper(_ first: DifferenceCost, than second: DifferenceCost) -> Bool {
    switch options.minimize {
    case .bytes: (first.bytes, first.operations) < (second.bytes, second.operations)
    case .operations: (first.operations, first.bytes) < (second.operations, second.bytes)
    }
  }
}
