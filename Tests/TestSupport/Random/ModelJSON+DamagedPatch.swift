extension ModelJSON {
  /// Returns the patch document of some operations in which a few are not what RFC 6902 calls an operation.
  public static func damagedPatch(
    _ operations: [ModelOperation], using generator: inout some ChoiceSource
  ) -> ModelJSON {
    .array(operations.map { $0.json.damaged(using: &generator) })
  }

  private func damaged(using generator: inout some ChoiceSource) -> ModelJSON {
    guard case .object(var members) = self, generator.oneIn(3) else { return self }
    let index = generator.below(members.count)
    switch generator.below(6) {
    case 0: members.remove(at: index)
    case 1: members[index].value = Self.random(shape: Shape(depth: 1), using: &generator)
    case 2: members.append(members[index])
    case 3: members[index].name = Array("comment".utf8)
    case 4: members[index].value = ModelJSON(generator.pick(["x", "/~", "/~2", "Add", "tset"]))
    default: return Self.random(shape: Shape(depth: 1), using: &generator)
    }
    return .object(members)
  }
}
