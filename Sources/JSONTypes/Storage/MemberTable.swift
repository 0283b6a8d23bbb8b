/// The members of an object that count, in the order of the text, to be looked up by name.
///
/// Of members with the same name the last one's value counts.
package struct MemberTable {
  /// A member.
  package struct Member {
    package let name: NodeRef
    package fileprivate(set) var value: NodeRef
    fileprivate let hash: UInt32
  }

  private let tree: Tree
  package private(set) var members: ContiguousArray<Member> = []
  /// Open addressing over the hashes, a position plus one or zero; small objects do without.
  private var slots: ContiguousArray<UInt32> = []

  private static let threshold = 12

  /// Reads the members of an object.
  package init(of object: NodeRef, in tree: Tree) {
    self.tree = tree
    let count = tree.childCount(of: object)
    members.reserveCapacity(count)
    if count > Self.threshold {
      var capacity = 32
      while capacity < count * 2 { capacity *= 2 }
      slots = ContiguousArray(repeating: 0, count: capacity)
    }
    var cursor = tree.children(of: object)
    while let child = cursor.next(in: tree) { insert(child) }
  }

  private mutating func insert(_ child: Tree.Child) {
    let name = tree[child.name]
    let hash = tree.hash(ofName: name)
    if let known = position(of: name, hash, in: tree, near: .max) {
      members[known].value = child.value
      return
    }
    members.append(Member(name: child.name, value: child.value, hash: hash))
    guard !slots.isEmpty else { return }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(truncatingIfNeeded: members.count)
  }

  /// The position of the member that has the same name as one of another table; the hint is looked at first.
  package func position(
    of member: Member, in other: MemberTable, near hint: Int
  ) -> Int? {
    position(of: other.tree[member.name], member.hash, in: other.tree, near: hint)
  }

  private func position(_ candidate: Int, has name: Node, _ hash: UInt32, in other: Tree) -> Bool {
    members[candidate].hash == hash
      && tree.haveEqualContent(tree[members[candidate].name], of: tree, name, of: other)
  }

  private func position(
    of name: Node, _ hash: UInt32, in other: Tree, near hint: Int
  ) -> Int? {
    if hint < members.count, position(hint, has: name, hash, in: other) { return hint }
    guard !slots.isEmpty else {
      return members.indices.first { position($0, has: name, hash, in: other) }
    }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = Int(slots[slot]) - 1
      if position(candidate, has: name, hash, in: other) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
