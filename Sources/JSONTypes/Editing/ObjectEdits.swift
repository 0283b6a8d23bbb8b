/// What was added to an object after its members of the tape.
///
/// RFC 6902 never inserts a member between others, so an edited object is its members of the tape,
/// some replaced or removed, followed by these.
struct ObjectEdits {
  struct Member {
    var name: NodeRef
    /// ``NodeRef/none`` once the member has been removed: positions must not shift, since the
    /// journal refers to them.
    var value: NodeRef
    /// The hash of the name's content.
    let hash: UInt32
  }

  private(set) var members: ContiguousArray<Member> = []
  /// How many of the members of the tape and of the added ones are left.
  var count: Int
  /// Open addressing over the hashes: a position plus one, or zero; empty until it pays.
  private var slots: ContiguousArray<UInt32> = []
  private var usedSlots = 0

  private static let indexThreshold = 16

  init(count: Int) { self.count = count }

  /// The position and the value of the live member with this name, if `isSame` confirms it.
  func first(hash: UInt32, where isSame: (NodeRef) -> Bool) -> (Int, NodeRef)? {
    guard !slots.isEmpty else {
      for position in members.indices {
        let member = members[position]
        if member.value != .none, member.hash == hash, isSame(member.name) {
          return (position, member.value)
        }
      }
      return nil
    }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      // After a rollback a slot may name a position that is not there any more.
      if position < members.count {
        let member = members[position]
        if member.value != .none, member.hash == hash, isSame(member.name) {
          return (position, member.value)
        }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  mutating func append(_ member: Member) {
    members.append(member)
    // Once there is an index it is what lookups go by, however few members a rollback has left.
    guard !slots.isEmpty || members.count > Self.indexThreshold else { return }
    if (usedSlots + 1) * 2 > slots.count {
      rebuildIndex()
    } else {
      enter(members.count - 1)
    }
  }

  /// Takes back the latest addition; its slot stays and is recognised as stale by lookups.
  mutating func removeLast() {
    members.removeLast()
  }

  mutating func setValue(_ value: NodeRef, at position: Int) {
    let old = members[position].value
    members[position].value = value
    guard !slots.isEmpty else { return }
    // A removed member must not lengthen the way to others.
    if value == .none, old != .none { leave(position) }
    if value != .none, old == .none { enter(position) }
  }

  private mutating func leave(_ position: Int) {
    let mask = slots.count - 1
    var gap = Int(members[position].hash) & mask
    // Every member that is left has a slot.
    while slots[gap] != UInt32(truncatingIfNeeded: position + 1) { gap = (gap + 1) & mask }
    var next = (gap + 1) & mask
    while slots[next] != 0 {
      let other = Int(slots[next]) - 1
      let home = other < members.count ? Int(members[other].hash) & mask : next
      if (next - home) & mask >= (next - gap) & mask {
        slots[gap] = slots[next]
        gap = next
      }
      next = (next + 1) & mask
    }
    slots[gap] = 0
    usedSlots -= 1
  }

  private mutating func rebuildIndex() {
    var capacity = 64
    while capacity < members.count * 4 { capacity *= 2 }
    slots = ContiguousArray(repeating: 0, count: capacity)
    usedSlots = 0
    for position in members.indices where members[position].value != .none { enter(position) }
  }

  private mutating func enter(_ position: Int) {
    let mask = slots.count - 1
    var slot = Int(members[position].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(truncatingIfNeeded: position + 1)
    usedSlots += 1
  }
}
