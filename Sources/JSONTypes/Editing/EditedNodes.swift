/// The nodes of a tape that edits concern, in the order of the text, from one on.
///
/// A few of them need no memory of their own.
struct EditedNodes: ~Copyable {
  /// A node, and what stands in its place; for a container that gained or lost children the node itself.
  struct Entry {
    let node: NodeRef
    let current: NodeRef

    @inline(__always)
    init(_ node: NodeRef, current: NodeRef) {
      self.node = node
      self.current = current
    }

    @inline(__always)
    fileprivate init(_ word: UInt64) {
      node = NodeRef(rawValue: UInt32(truncatingIfNeeded: word >> 32))
      current = NodeRef(rawValue: UInt32(truncatingIfNeeded: word))
    }

    /// The node in the upper half, so that words are ordered as nodes are.
    @inline(__always)
    fileprivate var word: UInt64 { UInt64(node.rawValue) << 32 | UInt64(current.rawValue) }
  }

  private var few = InlineArray<16, UInt64>(repeating: 0)
  private var many: ContiguousArray<UInt64> = []
  private let isFew: Bool
  private var count = 0
  private var position = 0

  /// Creates an empty list with room for nodes.
  @inline(__always)
  init(capacity: Int) {
    isFew = capacity <= few.count
    if !isFew { many.reserveCapacity(capacity) }
  }

  /// Adds a node; whoever has added all of them calls ``sort()``.
  ///
  /// Of two entries for one node the first comes first.
  @inline(__always)
  mutating func insert(_ entry: Entry) {
    if isFew {
      var place = count
      while place > 0, few[place &- 1] >> 32 > UInt64(entry.node.rawValue) {
        few[place] = few[place &- 1]
        place &-= 1
      }
      few[place] = entry.word
    } else {
      many.append(entry.word)
    }
    count &+= 1
  }

  /// Brings the nodes into order; a few have come to their places at once.
  @inline(__always)
  mutating func sort() {
    if !isFew { sortMany() }
  }

  /// Sorts by the lowest digit first and then by the higher ones, each of which keeps the order that it finds.
  @inline(never)
  private mutating func sortMany() {
    var other = many
    let highest = many.max() ?? 0
    var shift: UInt64 = 32
    while shift < 64, highest &>> shift > 0 {
      // For each digit where the next entry with it goes.
      var next = ContiguousArray(repeating: 0, count: 256)
      for entry in many { next[Int(entry &>> shift & 255)] &+= 1 }
      var total = 0
      for digit in 0..<256 { (next[digit], total) = (total, total &+ next[digit]) }
      for entry in many {
        let digit = Int(entry &>> shift & 255)
        other[next[digit]] = entry
        next[digit] &+= 1
      }
      swap(&many, &other)
      shift += 8
    }
  }

  // MARK: Going through

  /// The entry that has been come to.
  @inline(__always)
  var next: Entry? {
    mutating get {
      guard position < count else { return nil }
      return Entry(isFew ? few[position] : many[position])
    }
  }

  @inline(__always)
  mutating func advance() { position &+= 1 }

  /// Goes back to the first entry.
  mutating func restart() { position = 0 }

  /// Whether any of the nodes is one of these.
  func contains(from first: NodeRef, to end: NodeRef) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if node(at: middle).rawValue < first.rawValue { low = middle + 1 } else { high = middle }
    }
    return low < count && node(at: low).rawValue < end.rawValue
  }

  private func node(at position: Int) -> NodeRef {
    Entry(isFew ? few[position] : many[position]).node
  }
}
