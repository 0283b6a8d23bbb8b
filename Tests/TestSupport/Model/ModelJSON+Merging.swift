extension ModelJSON {
  /// What a merge patch makes of this value: the pseudocode of RFC 7396 section 2, line by line.
  public func merging(_ patch: ModelJSON) -> ModelJSON {
    Self.merge(self, patch)
  }

  private static func merge(_ target: ModelJSON?, _ patch: ModelJSON) -> ModelJSON {
    guard case .object(let members) = patch.withoutDuplicates else { return patch }
    var result = target?.withoutDuplicates.members ?? []
    for member in members {
      let position = result.firstIndex { $0.name == member.name }
      if case .null = member.value {
        if let position { result.remove(at: position) }
      } else if let position {
        result[position].value = merge(result[position].value, member.value)
      } else {
        result.append(Member(name: member.name, value: merge(nil, member.value)))
      }
    }
    return .object(result)
  }

  /// The merge patch that makes this value of another one, removals first; `nil` if a member would have to become `null`,
  /// which no merge patch can say.
  public func mergeDifference(from old: ModelJSON) -> ModelJSON? {
    guard case .object(let members) = self else { return self }
    let known = old.members ?? []
    var result = known.filter { before in !members.contains { $0.name == before.name } }
      .map { Member(name: $0.name, value: .null) }
    for member in members {
      let before = known.first { $0.name == member.name }?.value
      if member.value == before { continue }
      if case .null = member.value { return nil }
      guard let value = member.value.mergeDifference(from: before ?? .null) else { return nil }
      result.append(Member(name: member.name, value: value))
    }
    return .object(result)
  }

  /// The operations that do to a document what this merge patch does: one for each member that it sets or removes.
  public func operations(
    merging document: ModelJSON, at pointer: ModelPointer = ModelPointer(tokens: [])
  ) -> [ModelOperation] {
    guard case .object(let members) = self, case .object(let known) = document else {
      return [ModelOperation(.replace(Self.merge(nil, self)), pointer)]
    }
    return members.flatMap { member -> [ModelOperation] in
      let path = ModelPointer(tokens: pointer.tokens + [member.name])
      switch (member.value, known.first { $0.name == member.name }?.value) {
      case (.null, nil): return []
      case (.null, _): return [ModelOperation(.remove, path)]
      case (let value, nil): return [ModelOperation(.add(Self.merge(nil, value)), path)]
      case (let value, let old?): return value.operations(merging: old, at: path)
      }
    }
  }
}
