internal import JSONTypes

/// Finds the cheapest edit that makes a new value of an old one.
///
/// Costs are exact: edits of arrays are performed from front to back, so that the index in a path, and
/// with it the length of the path, is known while the edit is looked for.
struct DifferencePlanner {
  var old: DifferenceSide
  var new: DifferenceSide
  let options: JSONPatch.DifferenceOptions
  /// The containers of the old value whose edit is not a matter of cost.
  private let constraints: DifferenceConstraints
  /// How many more comparisons may be spent on finding the very best edit.
  var allowance: Int
  /// Where the planner is, if the identity of elements depends on it.
  var location: [PathToken] = []

  /// What may be moved and copied, if the plan is to count on that.
  var hints: RelocationHints?

  /// The values that nest deeper are replaced as a whole: this bounds the stack.
  private static let depthLimit = 256

  init(
    from old: JSON, to new: JSON, _ constraints: DifferenceConstraints,
    _ options: JSONPatch.DifferenceOptions
  ) {
    self.old = DifferenceSide(old)
    self.new = DifferenceSide(new)
    self.constraints = constraints
    self.options = options
    allowance = 0
  }

  /// Whether there may be `move` and `copy` operations.
  var relocates: Bool { options.moves || options.copies }

  // MARK: Any value

  /// Plans the edit of the whole value.
  mutating func plan() -> DifferencePlan {
    resetAllowance()
    return plan(old.json.ref, new.json.ref, pathLength: 0, depth: 0)
  }

  /// Grants as much work as the size of the values justifies.
  mutating func resetAllowance() {
    allowance = 200_000 + 16 * (old.nodeCount + new.nodeCount)
  }

  /// Plans the edit of a value whose path has so many bytes.
  mutating func plan(
    _ first: NodeRef, _ second: NodeRef, pathLength: Int, depth: Int
  ) -> DifferencePlan {
    if old.tree.hasText(of: first, as: second, of: new.tree) { return .none }
    let kind = old.tree[first].kind
    guard kind == new.tree[second].kind else {
      return replacement(of: first, by: second, pathLength)
    }
    guard old.tree[first].isContainer, depth < Self.depthLimit else {
      return areEqual(first, second) ? .none : replacement(of: first, by: second, pathLength)
    }
    let edited =
      kind == .object
      ? planMembers(first, second, pathLength, depth)
      : planElements(first, second, pathLength, depth)
    guard !edited.isNone else { return .none }
    guard !constraints.edited.contains(first) else { return edited }
    let whole = replacement(of: first, by: second, pathLength)
    let isReplaced = constraints.replaced.contains(first)
    return isReplaced || whole.cost.bytes <= edited.cost.bytes ? whole : edited
  }

  mutating func replacement(
    of first: NodeRef, by second: NodeRef, _ pathLength: Int
  ) -> DifferencePlan {
    let size = new.sizes.size(of: second)
    let cost = relocationCost(
      second, pathLength, atMost: cost(of: .replace, pathLength, value: size))
    return DifferencePlan(edit: .replacement, cost: cost + guardCost(first, pathLength))
  }

  mutating func areEqual(_ first: NodeRef, _ second: NodeRef) -> Bool {
    if old.tree.hasText(of: first, as: second, of: new.tree) { return true }
    guard old.tree[first].kind == new.tree[second].kind else { return false }
    return old.hashes.hash(of: first) == new.hashes.hash(of: second)
      && old.tree.isEqual(first, to: second, of: new.tree)
  }

  // MARK: Costs

  func cost(
    of kind: JSONPatch.Operation.Kind, _ pathLength: Int, value: Int
  ) -> DifferenceCost {
    // The comma behind the operation counts as well.
    let syntax = OperationSyntax.size(of: kind)
    return DifferenceCost(bytes: syntax + pathLength + value + 1, operations: 1)
  }

  mutating func removalCost(_ value: NodeRef, _ pathLength: Int) -> DifferenceCost {
    let isMoved = options.moves && hints?.mayBeNew(old.hashes.hash(of: value)) ?? false
    let removal = isMoved ? DifferenceCost() : cost(of: .remove, pathLength, value: 0)
    return removal + guardCost(value, pathLength)
  }

  mutating func additionCost(_ value: NodeRef, _ pathLength: Int) -> DifferenceCost {
    let size = new.sizes.size(of: value)
    return relocationCost(value, pathLength, atMost: cost(of: .add, pathLength, value: size))
  }

  /// What a value costs that may come from elsewhere, whose path is taken to be as long.
  private mutating func relocationCost(
    _ value: NodeRef, _ pathLength: Int, atMost limit: DifferenceCost
  ) -> DifferenceCost {
    guard let hints, hints.mayBeOld(new.hashes.hash(of: value)) else { return limit }
    let cost = cost(of: options.copies ? .copy : .move, 2 * pathLength, value: 0)
    return isCheaper(cost, than: limit) ? cost : limit
  }

  private mutating func guardCost(_ value: NodeRef, _ pathLength: Int) -> DifferenceCost {
    guard options.tests == .values else { return DifferenceCost() }
    let size = old.sizes.size(of: value)
    return cost(of: .test, pathLength, value: size)
  }

  func isCheaper(_ first: DifferenceCost, than second: DifferenceCost) -> Bool {
    switch options.minimize {
    case .bytes: (first.bytes, first.operations) < (second.bytes, second.operations)
    case .operations: (first.operations, first.bytes) < (second.operations, second.bytes)
    }
  }
}

/// One of the two values, with what is known about its parts.
struct DifferenceSide {
  let json: JSON
  let tree: Tree
  var hashes: SubtreeHashes
  var sizes: CompactSizes

  init(_ json: JSON) {
    self.json = json
    tree = Tree(json.storage)
    hashes = SubtreeHashes(below: json.ref, in: tree)
    sizes = CompactSizes(below: json.ref, in: tree)
  }

  var nodeCount: Int { Int(tree[json.ref].span) }

  /// The elements of an array.
  func elements(of array: NodeRef) -> ContiguousArray<NodeRef> {
    var result: ContiguousArray<NodeRef> = []
    result.reserveCapacity(tree.childCount(of: array))
    var cursor = tree.children(of: array)
    while let child = cursor.next(in: tree) { result.append(child.value) }
    return result
  }
}

/// A step on the way to a value.
enum PathToken {
  /// The name of a member of the old value.
  case name(NodeRef)
  case index(Int)
}
