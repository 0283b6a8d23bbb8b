internal import JSONTypes

/// The edits of an array, put together from front to back.
struct ElementScript {
  private var edits: [ElementEdit] = []
  private var cost = DifferenceCost()
  private var hasChanges = false
  /// The index of the next element: the number of new elements that are in their place.
  private(set) var index = 0

  /// The edit of the array.
  var plan: DifferencePlan {
    hasChanges ? DifferencePlan(edit: .elements(edits), cost: cost) : .none
  }

  mutating func keep(_ count: Int) {
    guard count > 0 else { return }
    index += count
    if case .keep(let run) = edits.last {
      edits[edits.count - 1] = .keep(run + count)
    } else {
      edits.append(.keep(count))
    }
  }

  mutating func remove(_ value: NodeRef, _ cost: DifferenceCost) {
    edits.append(.remove(value))
    hasChanges = true
    self.cost += cost
  }

  mutating func add(_ value: NodeRef, _ cost: DifferenceCost) {
    edits.append(.add(value))
    hasChanges = true
    self.cost += cost
    index += 1
  }

  mutating func change(_ old: NodeRef, to new: NodeRef, _ plan: DifferencePlan) {
    guard !plan.isNone else { return keep(1) }
    edits.append(.change(old, new, plan.edit))
    hasChanges = true
    cost += plan.cost
    index += 1
  }
}
