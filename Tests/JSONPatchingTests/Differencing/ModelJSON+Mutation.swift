import TestSupport

extension ModelJSON {
  /// A value as somebody might leave it after some edits: parts added, removed, moved, copied and changed.
  func mutated(using generator: inout SeededGenerator) -> ModelJSON {
    switch self {
    case .array(let elements):
      var elements = elements
      for _ in 0..<generator.below(3) { Self.mutate(&elements, &generator) }
      return .array(elements)
    case .object(let members):
      var members = members
      for _ in 0..<generator.below(3) { Self.mutate(&members, &generator) }
      return .object(members)
    case .null, .bool, .number, .string:
      return generator.oneIn(2) ? Self.part(&generator) : self
    }
  }

  private static func part(_ generator: inout SeededGenerator) -> ModelJSON {
    random(shape: Shape(depth: 2, width: 3), using: &generator)
  }

  private static func mutate(_ elements: inout [ModelJSON], _ generator: inout SeededGenerator) {
    guard !elements.isEmpty else { return elements.append(part(&generator)) }
    let index = generator.below(elements.count)
    switch generator.below(6) {
    case 0: elements.remove(at: index)
    case 1: elements.insert(part(&generator), at: generator.below(elements.count + 1))
    case 2:
      let moved = elements.remove(at: index)
      elements.insert(moved, at: generator.below(elements.count + 1))
    case 3: elements.insert(elements[index], at: generator.below(elements.count + 1))
    default: elements[index] = elements[index].mutated(using: &generator)
    }
  }

  private static func mutate(_ members: inout [Member], _ generator: inout SeededGenerator) {
    let name = randomName(using: &generator)
    guard !members.isEmpty else {
      return members.append(Member(name: name, value: part(&generator)))
    }
    let index = generator.below(members.count)
    switch generator.below(6) {
    case 0: members.remove(at: index)
    case 1: put(Member(name: name, value: part(&generator)), into: &members)
    case 2: put(Member(name: name, value: members.remove(at: index).value), into: &members)
    case 3: put(Member(name: name, value: members[index].value), into: &members)
    default: members[index].value = members[index].value.mutated(using: &generator)
    }
  }

  private static func put(_ member: Member, into members: inout [Member]) {
    members.removeAll { $0.name == member.name }
    members.append(member)
  }
}
