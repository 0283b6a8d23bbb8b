internal import JSONTypes

/// Finds the cheapest edit that makes a new value of an old one.
///
/// Costs are exact: edits of arrays are performed from front to back, so that the index in a path, and
/// with it the length of the path, is known while the edit is looked for.
///
/// What a value of the old document becomes is planned by methods that append the steps of its edit and return what they
/// cost, or leave the steps alone and return `nil` if the values are equal.
struct DifferencePlanner {
  var old: DifferenceSide
  var new: DifferenceSide
  let options: JSONPatch.DifferenceOptions
  /// The containers of the old value whose edit is not a matter of cost.
  private let constraints: DifferenceConstraints
  /// How many more comparisons may be spent on finding the very best edit.
  var allowance: Int
  /// What may be moved and copied, if the plan is to count on that.
  var hints: RelocationHints?

  /// The steps of the edit so far.
  var steps: ContiguousArray<DifferenceStep> = []
  /// The members of the objects that are being compared, the innermost last.
  var members: [Tree.Child] = []
  /// The elements of the arrays that are being compared, the innermost last.
  var elements: ContiguousArray<NodeRef> = []
  /// Where the planner is, if the identity of elements depends on it.
  private(set) var location: [PathToken] = []
  private let tracksLocation: Bool
  /// What was found to be the same last.
  private var run = SharedRun()

  /// The values that nest deeper are replaced as a whole: this bounds the stack.
  private static let depthLimit = 256
  /// The room that is made at first: most documents are small.
  private static let capacity = 64

  init(
    from old: JSON, to new: JSON, _ constraints: DifferenceConstraints,
    _ options: JSONPatch.DifferenceOptions
  ) {
    self.old = DifferenceSide(old)
    self.new = DifferenceSide(new)
    self.constraints = constraints
    self.options = options
    steps.reserveCapacity(Self.capacity)
    members.reserveCapacity(Self.capacity)
    elements.reserveCapacity(Self.capacity)
    tracksLocation = !options.arrayIdentity.isEmpty
    allowance = 0
  }

  /// Whether there may be `move` and `copy` operations.
  var relocates: Bool { options.moves || options.copies }

  // MARK: Any value

  /// Plans the edit of the whole value.
  mutating func plan() -> DifferenceCost? {
    resetAllowance()
    steps.removeAll(keepingCapacity: true)
    return plan(old.root, new.root, pathLength: 0, depth: 0)
  }

  /// Grants as much work as the size of the values justifies.
  mutating func resetAllowance() {
    allowance = 200_000 + 16 * (old.nodeCount + new.nodeCount)
  }

  /// Plans the edit of a value whose path has so many bytes.
  mutating func plan(
    _ first: NodeRef, _ second: NodeRef, pathLength: Int, depth: Int
  ) -> DifferenceCost? {
    if old.tree.hasText(of: first, as: second, of: new.tree) { return nil }
    return planChange(first, second, pathLength: pathLength, depth: depth)
  }

  /// Plans the edit of a value that has another text now, which may mean the same.
  mutating func planChange(
    _ first: NodeRef, _ second: NodeRef, pathLength: Int, depth: Int
  ) -> DifferenceCost? {
    let kind = old.tree[first].kind
    guard kind == new.tree[second].kind else { return replace(first, by: second, pathLength) }
    guard kind == .array || kind == .object, depth < Self.depthLimit else {
      return areEqual(first, second) ? nil : replace(first, by: second, pathLength)
    }
    let mark = steps.count
    let edited =
      kind == .object
      ? planMembers(first, second, pathLength, depth)
      : planElements(first, second, pathLength, depth)
    guard let edited else { return nil }
    guard isReplaced(first, by: second, pathLength, insteadOf: edited) else { return edited }
    takeBackSteps(to: mark)
    return replace(first, by: second, pathLength)
  }

  /// Takes back the steps behind a mark.
  mutating func takeBackSteps(to mark: Int) { steps.removeLast(steps.count - mark) }

  mutating func replace(
    _ first: NodeRef, by second: NodeRef, _ pathLength: Int
  ) -> DifferenceCost {
    steps.append(.replace(first, by: second))
    let size = new.size(of: second)
    let cost = relocationCost(
      second, pathLength, atMost: cost(of: .replace, pathLength, value: size))
    return cost + guardCost(first, pathLength)
  }

  /// Whether a container is replaced as a whole: where that takes fewer bytes than its edit.
  private mutating func isReplaced(
    _ first: NodeRef, by second: NodeRef, _ pathLength: Int, insteadOf edit: DifferenceCost
  ) -> Bool {
    if constraints.edited.contains(first) { return false }
    if constraints.replaced.contains(first) { return true }
    let guarding = guardCost(first, pathLength)
    let limit = edit.bytes - guarding.bytes
    // A value is only measured as far as it matters.
    let room = limit - cost(of: .replace, pathLength, value: 0).bytes
    if room >= 0, new.tree.compactSize(of: second, upTo: room) <= room { return true }
    guard hints != nil else { return false }
    return relocationCost(second, pathLength, atMost: .prohibitive).bytes <= limit
  }

  // MARK: Equality

  /// Nodes of both tapes that are the same, one after the other.
  private struct SharedRun {
    var first = NodeRef.none
    var second = NodeRef.none
    var length: UInt32 = 0
  }

  /// How many nodes are the same from two places on.
  ///
  /// What was the same in a container is not looked at again when its children are compared.
  mutating func sharedLength(from first: NodeRef, _ second: NodeRef, limit: UInt32) -> UInt32 {
    var known: UInt32 = 0
    let distance = first.rawValue &- run.first.rawValue
    if distance == second.rawValue &- run.second.rawValue, distance < run.length {
      known = run.length - distance
      if known >= limit { return limit }
    }
    let more = old.tree.sharedLength(
      from: first.advanced(by: known), of: new.tree, second.advanced(by: known),
      limit: limit - known)
    run = SharedRun(first: first, second: second, length: known + more)
    return known + more
  }

  /// Whether two values are equal; values with members of the same name may be taken to differ.
  mutating func areEqual(_ first: NodeRef, _ second: NodeRef) -> Bool {
    let one = old.tree[first]
    let other = new.tree[second]
    guard one.kind == other.kind, one.span == other.span else { return false }
    if old.tree.hasText(of: first, as: second, of: new.tree) { return true }
    let length = sharedLength(from: first, second, limit: one.span)
    guard length < one.span else { return true }
    // Only members that come in another order can make up for a difference.
    let isName =
      old.tree[first.advanced(by: length)].kind == .name
      && new.tree[second.advanced(by: length)].kind == .name
    return isName && old.tree.isEqual(first, to: second, of: new.tree)
  }

  // MARK: The location

  mutating func enter(_ token: @autoclosure () -> PathToken) {
    if tracksLocation { location.append(token()) }
  }

  mutating func leave() {
    if tracksLocation { location.removeLast() }
  }
}

/// One of the two values, with what is known about its parts.
struct DifferenceSide {
  let tree: Tree
  let root: NodeRef
  private var hashes: SubtreeHashes
  private var sizes: CompactSizes

  init(_ json: JSON) {
    tree = Tree(json.storage)
    root = json.ref
    hashes = SubtreeHashes(below: root, in: tree)
    sizes = CompactSizes(below: root)
  }

  var nodeCount: Int { Int(tree[root].span) }

  /// The hash of a value.
  mutating func hash(of value: NodeRef) -> UInt64 { hashes.hash(of: value, in: tree) }

  /// How many bytes a value has without white space.
  mutating func size(of value: NodeRef) -> Int { sizes.size(of: value, in: tree) }
}

/// A step on the way to a value.
enum PathToken {
  /// The name of a member of the old value.
  case name(NodeRef)
  case index(Int)
}
