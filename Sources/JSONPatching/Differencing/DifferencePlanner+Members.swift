internal import JSONTypes

extension DifferencePlanner {
  /// Objects with no more members are compared without hashing their names.
  private static let fewMembers = 32

  /// Plans the edit of an object: changes and removals in the order of the old one, then additions in the order of the
  /// new one.
  mutating func planMembers(
    _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int
  ) -> DifferenceCost? {
    let count = Int(max(old.tree[first].count, new.tree[second].count))
    allowance -= 2 * count
    let mark = steps.count
    steps.append(.edit(first))
    var cost = DifferenceCost()
    if count > Self.fewMembers || !planFewMembers(first, second, pathLength, depth, &cost) {
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

  /// Plans the change of a member, if there is any.
  private mutating func planMember(
    _ name: NodeRef, _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int
  ) -> DifferenceCost? {
    if old.tree.hasText(of: first, as: second, of: new.tree) { return nil }
    return planChange(of: name, first, second, pathLength, depth)
  }

  /// Plans the change of a member whose text is another now.
  private mutating func planChange(
    of name: NodeRef, _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int
  ) -> DifferenceCost? {
    steps.append(.changeMember(name: name))
    enter(.name(name))
    let length = pathLength + 1 + old.tree.tokenLength(of: name)
    let cost = planChange(first, second, pathLength: length, depth: depth + 1)
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
    var before = old.tree.firstMember(of: first)
    var after = new.tree.firstMember(of: second)
    // Most objects have their members in the same order.
    while true {
      old.tree.skipShared(&before, of: new.tree, &after)
      if before.isAtEnd, after.isAtEnd { return true }
      guard !before.isAtEnd, !after.isAtEnd,
        old.tree.hasName(before.name, as: after.name, of: new.tree)
      else { break }
      if let change = planChange(of: before.name, before.value, after.value, pathLength, depth) {
        guard !old.tree.repeats(before.name, in: first) else { return false }
        cost += change
      }
      before.advance(in: old.tree)
      after.advance(in: new.tree)
    }
    let start = members.count
    defer { members.removeLast(members.count - start) }
    old.tree.appendMembers(from: before, to: &members)
    let middle = members.count
    new.tree.appendMembers(from: after, to: &members)
    return planShuffledMembers(
      start..<middle, middle..<members.count, of: first, second, pathLength, depth, &cost)
  }

  /// Compares members that come in another order.
  private mutating func planShuffledMembers(
    _ olds: Range<Int>, _ news: Range<Int>, of first: NodeRef, _ second: NodeRef,
    _ pathLength: Int, _ depth: Int, _ cost: inout DifferenceCost
  ) -> Bool {
    var matched: UInt32 = 0
    var expected = news.lowerBound
    for index in olds {
      let member = members[index]
      guard
        let position = new.tree.position(
          of: member.name, of: old.tree, among: members, in: news, near: expected)
      else {
        guard !old.tree.repeats(member.name, in: first) else { return false }
        cost += remove(member.name, member.value, pathLength)
        continue
      }
      let bit: UInt32 = 1 << UInt32(position - news.lowerBound)
      guard matched & bit == 0 else { return false }
      matched |= bit
      let change = planMember(
        member.name, member.value, members[position].value, pathLength, depth)
      // Of values of the same name, those compared are the last only if their order is the same.
      if change != nil || position < expected {
        guard !old.tree.repeats(member.name, in: first) else { return false }
      }
      if let change { cost += change }
      expected = max(expected, position + 1)
    }
    for position in news where matched & 1 << UInt32(position - news.lowerBound) == 0 {
      let member = members[position]
      guard !new.tree.repeats(member.name, in: second) else { return false }
      cost += add(member.name, member.value, pathLength)
    }
    return true
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
