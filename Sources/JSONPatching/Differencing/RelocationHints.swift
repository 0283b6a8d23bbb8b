internal import JSONTypes

/// Which values might be moved or copied rather than added, and moved rather than removed: those whose hashes occur on
/// both sides.
///
/// The hints are for estimates. Whether a value can be relocated is seen when the patch is written.
struct RelocationHints {
  private var old: HashFilter
  private var new: HashFilter

  /// Looks at all parts of both values.
  init(_ planner: inout DifferencePlanner) {
    old = Self.filter(&planner.old)
    new = Self.filter(&planner.new)
  }

  private static func filter(_ side: inout DifferenceSide) -> HashFilter {
    let count = side.tree[side.root].span
    var filter = HashFilter(capacity: Int(count))
    for distance in 0..<count {
      let value = side.root.advanced(by: distance)
      if side.tree[value].kind != .name { filter.insert(side.hash(of: value)) }
    }
    return filter
  }

  /// Whether a value of the new document may be in the old one.
  func mayBeOld(_ hash: UInt64) -> Bool { old.contains(hash) }

  /// Whether a value of the old document may be in the new one.
  func mayBeNew(_ hash: UInt64) -> Bool { new.contains(hash) }
}

/// A set of hashes, which are never zero.
private struct HashFilter {
  private var slots: ContiguousArray<UInt64>

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = ContiguousArray(repeating: 0, count: size)
  }

  mutating func insert(_ hash: UInt64) {
    let slot = slot(of: hash)
    slots[slot] = hash
  }

  func contains(_ hash: UInt64) -> Bool { slots[slot(of: hash)] != 0 }

  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 1) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
