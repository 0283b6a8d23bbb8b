/// The sizes of values in bytes when they are written without white space, known without writing them.
package struct CompactSizes {
  private let root: NodeRef
  /// The bytes of all nodes before each, every value with a comma behind it; made when it is first needed.
  private var sums: ContiguousArray<Int> = []

  /// Values of no more nodes are added up each time.
  private static let smallSpan = 32

  /// Prepares to measure the values below one, in a document without edits.
  package init(below root: NodeRef) { self.root = root }

  /// The size of a value of the document.
  ///
  /// - Complexity: O(*n*) for *n* nodes of the document the first time, O(1) afterwards and for small values.
  package mutating func size(of ref: NodeRef, in tree: Tree) -> Int {
    let node = tree[ref]
    guard node.isContainer else { return Int(node.length) }
    if sums.isEmpty {
      if node.span <= Self.smallSpan { return tree.compactSize(of: ref, upTo: .max) }
      addUp(tree)
    }
    let position = ref.index - root.index
    // The comma behind the value itself does not count.
    return sums[position + Int(node.span)] - sums[position] - 1
  }

  private mutating func addUp(_ tree: Tree) {
    let count = Int(tree[root].span)
    let view = tree.view(of: root)
    var sums = ContiguousArray<Int>()
    sums.reserveCapacity(count + 1)
    var sum = 0
    sums.append(0)
    for index in root.index..<root.index + count {
      sum += view[index].compactShare
      sums.append(sum)
    }
    self.sums = sums
  }
}

extension Tree {
  /// The size of a value without white space, or a size beyond the limit if it is larger; the value has no edits.
  ///
  /// - Complexity: O(*l*) for the limit *l*.
  package func compactSize(of ref: NodeRef, upTo limit: Int) -> Int {
    let node = self[ref]
    guard node.isContainer else { return Int(node.length) }
    let view = view(of: ref)
    let start = ref.index
    var sum = -1
    for index in start..<start + Int(node.span) {
      sum += view[index].compactShare
      if sum > limit { break }
    }
    return sum
  }
}

extension Tree {
  /// Whether a value without edits has no white space between its tokens.
  ///
  /// - Complexity: O(*n*) for *n* nodes of the value.
  func isTight(_ ref: NodeRef) -> Bool {
    let length = Int(self[ref].length)
    return compactSize(of: ref, upTo: length) == length
  }
}

extension Node {
  /// What a node adds to the size of what it is part of.
  @inline(__always)
  fileprivate var compactShare: Int {
    // Two brackets and a comma, but no comma behind the last child; or a comma or a colon.
    isContainer ? (span > 1 ? 2 : 3) : Int(length) + 1
  }
}
