internal import JSONTypes

extension DifferencePlanner {
  /// Plans the edit of an object: changes and removals in the order of the old one, then additions in the order of the
  /// new one.
  mutating func planMembers(
    _ first: NodeRef, _ second: NodeRef, _ pathLength: Int, _ depth: Int
  ) -> DifferencePlan {
    let before = MemberTable(of: first, in: old.tree)
    let after = MemberTable(of: second, in: new.tree)
    allowance -= before.members.count + after.members.count
    var edits: [MemberEdit] = []
    var cost = DifferenceCost()
    var expected = 0
    var matches = 0
    for member in before.members {
      let length = pathLength + 1 + old.tree.tokenLength(of: member.name)
      guard let position = after.position(of: member, in: before, near: expected) else {
        edits.append(.remove(name: member.name, member.value))
        cost += removalCost(member.value, length)
        continue
      }
      expected = position + 1
      matches += 1
      let value = after.members[position].value
      location.append(.name(member.name))
      let plan = plan(member.value, value, pathLength: length, depth: depth + 1)
      location.removeLast()
      guard !plan.isNone else { continue }
      edits.append(.change(name: member.name, member.value, value, plan.edit))
      cost += plan.cost
    }
    if matches < after.members.count {
      expected = 0
      for member in after.members {
        if let position = before.position(of: member, in: after, near: expected) {
          expected = position + 1
          continue
        }
        edits.append(.add(name: member.name, member.value))
        let length = pathLength + 1 + new.tree.tokenLength(of: member.name)
        cost += additionCost(member.value, length)
      }
    }
    return edits.isEmpty ? .none : DifferencePlan(edit: .members(edits), cost: cost)
  }
}
