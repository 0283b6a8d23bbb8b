/// Some nodes of a tape in the order of the text.
///
/// A few of them need no memory of their own.
struct SortedNodes {
  private var few = InlineArray<16, UInt32>(repeating: 0)
  private var many: ContiguousArray<UInt32> = []
  private let isFew: Bool
  private(set) var count = 0

  /// Creates an empty list with room for nodes.
  init(capacity: Int) {
    isFew = capacity <= few.count
    if !isFew { many.reserveCapacity(capacity) }
  }

  subscript(position: Int) -> NodeRef {
    @inline(__always) get { NodeRef(rawValue: isFew ? few[position] : many[position]) }
  }

  /// Adds a node; whoever has added all of them calls ``sort()``.
  @inline(__always)
  mutating func append(_ node: NodeRef) {
    if isFew {
      few[count] = node.rawValue
    } else {
      many.append(node.rawValue)
    }
    count += 1
  }

  mutating func sort() {
    guard isFew else { return many.sort() }
    for position in 0..<count {
      let node = few[position]
      var place = position
      while place > 0, few[place - 1] > node {
        few[place] = few[place - 1]
        place -= 1
      }
      few[place] = node
    }
  }

  /// The position of the first node that is not before another one in the text.
  func firstPosition(from node: NodeRef) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].rawValue < node.rawValue { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
