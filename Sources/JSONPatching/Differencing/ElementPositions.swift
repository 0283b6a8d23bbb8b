/// Which elements of an array are there, and so what index each of them has (a Fenwick tree).
///
/// The array is laid out with all elements that it ever has while a patch is applied, in their order.
struct ElementPositions {
  private var sums: [Int32]

  /// Takes over which elements are there at first.
  ///
  /// - Complexity: O(*n*).
  init(_ isPresent: [Bool]) {
    sums = [0] + isPresent.map { $0 ? 1 : 0 }
    for position in sums.indices.dropFirst() {
      let parent = position + (position & -position)
      if parent < sums.count { sums[parent] += sums[position] }
    }
  }

  /// The index of an element: how many of those before it are there.
  ///
  /// - Complexity: O(log *n*).
  func index(of slot: Int) -> Int {
    var position = slot
    var index: Int32 = 0
    while position > 0 {
      index += sums[position]
      position &= position - 1
    }
    return Int(index)
  }

  /// Puts an element in its place.
  ///
  /// - Complexity: O(log *n*).
  mutating func insert(_ slot: Int) { add(1, at: slot) }

  /// Takes an element away.
  ///
  /// - Complexity: O(log *n*).
  mutating func remove(_ slot: Int) { add(-1, at: slot) }

  /// How many elements are there.
  var count: Int { index(of: sums.count - 1) }

  private mutating func add(_ difference: Int32, at slot: Int) {
    var position = slot + 1
    while position < sums.count {
      sums[position] += difference
      position += position & -position
    }
  }
}
