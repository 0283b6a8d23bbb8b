/// A hash table from nodes to 32-bit words: open addressing, one flat array, nothing per entry.
///
/// The first few entries need no memory of their own, since most patches are short. ``NodeRef/none`` is no key, so all
/// ones in the upper half of an entry means that it is vacant.
struct NodeMap {
  /// The entries, as long as they are few: key in the upper half, value in the lower.
  private var few = InlineArray<8, UInt64>(repeating: vacant)
  /// All entries once they are many; ``vacant`` where there is nothing.
  private var entries: ContiguousArray<UInt64> = []
  private var mask = 0
  private(set) var count = 0

  private static let vacant = UInt64.max

  @inline(__always)
  private func home(_ key: UInt32) -> Int {
    // Multiplication spreads neighbouring nodes; the upper bits are the mixed ones.
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  @inline(__always)
  subscript(ref: NodeRef) -> UInt32? {
    guard isHashed else {
      guard let position = positionAmongFew(ref) else { return nil }
      return UInt32(truncatingIfNeeded: few[position])
    }
    var position = home(ref.rawValue)
    while true {
      let entry = entries[position]
      if UInt32(truncatingIfNeeded: entry >> 32) == ref.rawValue {
        return UInt32(truncatingIfNeeded: entry)
      }
      if entry == Self.vacant { return nil }
      position = (position + 1) & mask
    }
  }

  @inline(__always)
  private var isHashed: Bool { mask != 0 }

  @inline(__always)
  private func positionAmongFew(_ ref: NodeRef) -> Int? {
    for position in 0..<count where UInt32(truncatingIfNeeded: few[position] >> 32) == ref.rawValue
    {
      return position
    }
    return nil
  }

  /// Sets the value of a node and returns the previous one.
  @discardableResult
  mutating func updateValue(_ value: UInt32, for ref: NodeRef) -> UInt32? {
    let new = UInt64(ref.rawValue) << 32 | UInt64(value)
    if !isHashed {
      if let position = positionAmongFew(ref) {
        let old = UInt32(truncatingIfNeeded: few[position])
        few[position] = new
        return old
      }
      if count < few.count {
        few[count] = new
        count += 1
        return nil
      }
    }
    // At most half full: most nodes that are looked for have no entry, and that shows at the first vacant place.
    if (count + 1) * 2 > entries.count { grow() }
    var position = home(ref.rawValue)
    while true {
      let entry = entries[position]
      if entry == Self.vacant {
        entries[position] = new
        count += 1
        return nil
      }
      if UInt32(truncatingIfNeeded: entry >> 32) == ref.rawValue {
        entries[position] = new
        return UInt32(truncatingIfNeeded: entry)
      }
      position = (position + 1) & mask
    }
  }

  mutating func removeValue(for ref: NodeRef) {
    guard isHashed else {
      guard let position = positionAmongFew(ref) else { return }
      count -= 1
      few[position] = few[count]
      return
    }
    var position = home(ref.rawValue)
    while UInt32(truncatingIfNeeded: entries[position] >> 32) != ref.rawValue {
      if entries[position] == Self.vacant { return }
      position = (position + 1) & mask
    }
    // Later entries of the chain move back over the gap, so that no tombstones are needed.
    var gap = position
    var next = (gap + 1) & mask
    while entries[next] != Self.vacant {
      let wanted = home(UInt32(truncatingIfNeeded: entries[next] >> 32))
      if (next - wanted) & mask >= (next - gap) & mask {
        entries[gap] = entries[next]
        gap = next
      }
      next = (next + 1) & mask
    }
    entries[gap] = Self.vacant
    count -= 1
  }

  private mutating func grow() {
    let old = entries
    let wasHashed = isHashed
    let capacity = max(32, old.count * 2)
    entries = ContiguousArray(repeating: Self.vacant, count: capacity)
    mask = capacity - 1
    if wasHashed {
      for entry in old where entry != Self.vacant { enter(entry) }
    } else {
      for position in 0..<count { enter(few[position]) }
    }
  }

  private mutating func enter(_ entry: UInt64) {
    var position = home(UInt32(truncatingIfNeeded: entry >> 32))
    while entries[position] != Self.vacant { position = (position + 1) & mask }
    entries[position] = entry
  }

  /// Forgets all entries.
  mutating func removeAll() {
    entries = []
    mask = 0
    count = 0
  }

  /// Calls `body` with the nodes that have a value and with that, in no particular order.
  @inline(__always)
  func forEachEntry(_ body: (NodeRef, UInt32) -> Void) {
    guard isHashed else {
      for position in 0..<count { Self.split(few[position], body) }
      return
    }
    for entry in entries where entry != Self.vacant { Self.split(entry, body) }
  }

  @inline(__always)
  private static func split(_ entry: UInt64, _ body: (NodeRef, UInt32) -> Void) {
    body(
      NodeRef(rawValue: UInt32(truncatingIfNeeded: entry >> 32)),
      UInt32(truncatingIfNeeded: entry))
  }
}
