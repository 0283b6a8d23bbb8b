internal import JSONTypes

/// The elements of two arrays, compared as they lie.
///
/// Where nearly all of them are the same, that takes less than to classify each.
struct ElementComparison: ComparedSequences {
  private let first: ContiguousArray<ElementClasses.Key>
  private let second: ContiguousArray<ElementClasses.Key>
  private let old: Tree
  private let new: Tree
  /// How many more comparisons are made; beyond that, elements are taken to differ.
  private var allowance: Int

  /// How many steps are made from both ends: with more differences, elements are better classified.
  private static let stepLimit = 48

  /// Prepares to compare the elements with these keys.
  init(
    _ oldKeys: ContiguousArray<ElementClasses.Key>, _ newKeys: ContiguousArray<ElementClasses.Key>,
    _ planner: DifferencePlanner
  ) {
    first = oldKeys
    second = newKeys
    old = planner.old.tree
    new = planner.new.tree
    allowance = 4 * (oldKeys.count + newKeys.count) + 2 * Self.stepLimit * Self.stepLimit
  }

  /// The elements that are the same, in the same order; `nil` if there are too many differences to find them so.
  var fewDifferences: ContiguousArray<ElementMatch>? {
    let edit = ShortestEdit(of: self, stepLimit: Self.stepLimit, takesLonger: false)
    return edit.hasGivenUp || edit.sequences.allowance <= 0 ? nil : edit.matches
  }

  var firstCount: Int { first.count }
  var secondCount: Int { second.count }

  mutating func areSame(_ one: Int, _ other: Int) -> Bool {
    allowance -= 1
    let (one, other) = (first[one], second[other])
    return allowance > 0 && one.isIdentity == other.isIdentity
      && areEqual(one.value, other.value)
  }

  private mutating func areEqual(_ one: NodeRef, _ other: NodeRef) -> Bool {
    let (node, counterpart) = (old[one], new[other])
    guard node.kind == counterpart.kind, node.span == counterpart.span else { return false }
    if old.hasText(of: one, as: other, of: new) { return true }
    let length = old.sharedLength(from: one, of: new, other, limit: node.span)
    guard length < node.span else { return true }
    // Only members that come in another order can make up for a difference.
    guard old[one.advanced(by: length)].kind == .name, new[other.advanced(by: length)].kind == .name
    else { return false }
    // Members have to be looked for.
    allowance -= Int(node.span)
    return old.isEqual(one, to: other, of: new)
  }
}
