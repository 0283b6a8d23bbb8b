internal import JSONTypes

extension DifferencePlanner {
  /// Objects with no more members are compared without hashing their names.
  private static let fewMembers = 32

  /// Plans the edit of an object: changes and removals in the order of the old one, then additions in the order of the
  /// new one.
  mutating func planMembers(
    _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int
  ) -> DifferenceCost? {
    let count = old.tree.childCount(of: first)
    let newCount = new.tree.childCount(of: second)
    allowance -= count + newCount
    let mark = steps.count
    steps.append(.edit(first))
    var cost = DifferenceCost()
    if max(count, newCount) > Self.fewMembers
      || !planFewMembers(first, second, pathLength, depth, &cost)
    {
      takeBackSteps(to: mark + 1)
      cost = DifferenceCost()
      planManyMembers(first, second, pathLength, depth, &cost)
    }
    guard steps.count > mark + 1 else {
      takeBackSteps(to: mark)
      return nil
    }
    steps.append(.end)
    return cost
  }

  /// Plans the change of a member, which may turn out to be none.
  private mutating func planMember(
    _ name: NodeRef, _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int
  ) -> DifferenceCost? {
    if old.tree.hasText(of: first, as: second, of: new.tree) { return nil }
    steps.append(.changeMember(name: name))
    enter(.name(name))
    let length = pathLength + 1 + old.tree.tokenLength(of: name)
    let cost = plan(first, second, pathLength: length, depth: depth + 1)
    leave()
    if cost == nil { steps.removeLast() }
    return cost
  }

  private mutating func remove(
    _ name: NodeRef, _ value: NodeRef, _ pathLength: Int
  ) -> DifferenceCost {
    steps.append(.removeMember(name: name, value))
    return removalCost(value, pathLength + 1 + old.tree.tokenLength(of: name))
  }

  private mutating func add(
    _ name: NodeRef, _ value: NodeRef, _ pathLength: Int
  ) -> DifferenceCost {
    steps.append(.addMember(name: name, value))
    return additionCost(value, pathLength + 1 + new.tree.tokenLength(of: name))
  }

  // MARK: Few members

  /// Compares the members of small objects where they lie.
  ///
  /// - Returns: Whether all is well: a name that occurs twice, and matters, is left to the other way.
  private mutating func planFewMembers(
    _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int,
    _ cost: inout DifferenceCost
  ) -> Bool {
    let start = members.count
    old.tree.appendMembers(of: first, to: &members)
    let middle = members.count
    new.tree.appendMembers(of: second, to: &members)
    let end = members.count
    defer { members.removeLast(members.count - start) }
    var matched: UInt32 = 0
    var expected = middle
    for index in start..<middle {
      let member = members[index]
      guard
        let position = new.tree.position(
          of: member.name, of: old.tree, among: members, in: middle..<end, near: expected)
      else {
        guard isUnique(index, start..<middle, middle..<end) else { return false }
        cost += remove(member.name, member.value, pathLength)
        continue
      }
      let bit: UInt32 = 1 << UInt32(position - middle)
      guard matched & bit == 0 else { return false }
      matched |= bit
      expected = position + 1
      guard
        let change = planMember(
          member.name, member.value, members[position].value, pathLength, depth)
      else { continue }
      guard isUnique(index, start..<middle, middle..<end) else { return false }
      cost += change
    }
    for position in middle..<end where matched & 1 << UInt32(position - middle) == 0 {
      guard isUnique(position, start..<middle, middle..<end) else { return false }
      let member = members[position]
      cost += add(member.name, member.value, pathLength)
    }
    return true
  }

  /// Whether the name of a member occurs no more than once on each side.
  private func isUnique(_ index: Int, _ olds: Range<Int>, _ news: Range<Int>) -> Bool {
    let tree = olds.contains(index) ? old.tree : new.tree
    let name = members[index].name
    return old.tree.count(of: name, of: tree, among: members, in: olds) <= 1
      && new.tree.count(of: name, of: tree, among: members, in: news) <= 1
  }

  // MARK: Many members

  private mutating func planManyMembers(
    _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int,
    _ cost: inout DifferenceCost
  ) {
    let before = MemberTable(of: first, in: old.tree)
    let after = MemberTable(of: second, in: new.tree)
    var expected = 0
    var matches = 0
    for member in before.members {
      guard let position = after.position(of: member, in: before, near: expected) else {
        cost += remove(member.name, member.value, pathLength)
        continue
      }
      expected = position + 1
      matches += 1
      let value = after.members[position].value
      if let change = planMember(member.name, member.value, value, pathLength, depth) {
        cost += change
      }
    }
    guard matches < after.members.count else { return }
    expected = 0
    for member in after.members {
      if let position = before.position(of: member, in: after, near: expected) {
        expected = position + 1
        continue
      }
      cost += add(member.name, member.value, pathLength)
    }
  }
}
