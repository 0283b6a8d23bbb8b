/// The sizes of values in bytes when they are written without white space, known without writing them.
package struct CompactSizes {
  private let tree: Tree
  private let root: NodeRef
  /// The bytes of all nodes before each, every value with a comma behind it; made when it is first needed.
  private var sums: ContiguousArray<Int> = []

  /// Prepares to measure the values below one, in a document without edits.
  package init(below root: NodeRef, in tree: Tree) {
    self.tree = tree
    self.root = root
  }

  /// The size of a value.
  ///
  /// - Complexity: O(*n*) for *n* nodes of the document the first time, O(1) afterwards and for scalars.
  package mutating func size(of ref: NodeRef) -> Int {
    let node = tree[ref]
    guard node.isContainer else { return Int(node.length) }
    if sums.isEmpty { addUp() }
    let position = ref.index - root.index
    // The comma behind the value itself does not count.
    return sums[position + Int(node.span)] - sums[position] - 1
  }

  private mutating func addUp() {
    let count = tree[root].span
    sums.reserveCapacity(Int(count) + 1)
    var sum = 0
    sums.append(0)
    for distance in 0..<count {
      let node = tree[root.advanced(by: distance)]
      if node.isContainer {
        // Two brackets and a comma, but no comma behind the last child.
        sum += node.span > 1 ? 2 : 3
      } else {
        // A comma or a colon.
        sum += Int(node.length) + 1
      }
      sums.append(sum)
    }
  }
}
