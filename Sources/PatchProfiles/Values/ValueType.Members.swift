internal import JSONPatching

extension PatchProfile.ValueType {
  /// An object with known members.
  struct Members: Sendable, Hashable {
    var types: [Member]
    var required: [String]
    /// Members that are required when another one has a certain value.
    var conditions: [Condition]
    /// Members of which only one may be present and neither empty nor `false`.
    var exclusive: [[String]]
    /// The same, as a warning.
    var discouraged: [[String]]
    /// What happens to a member that is not known.
    var others: PatchProfile.Policy.Verdict
    /// How the description is known.
    var reason: String?

    /// The type of the member of that name.
    func type(of name: String) -> PatchProfile.ValueType? {
      types.first { $0.name.utf8.elementsEqual(name.utf8) }?.type
    }
  }

  /// A member and its type.
  struct Member: Sendable, Hashable {
    var name: String
    var type: PatchProfile.ValueType
  }

  /// Members that have to be there when another one has a certain value.
  struct Condition: Sendable, Hashable {
    var member: String
    var value: String
    var required: [String]
  }
}

extension PatchProfile.ValueType.Members {
  /// The problems that lie in which members there are, and not in their values.
  func structuralProblems(
    of object: JSON.Members, at place: JSONPointer
  ) -> [PatchProfile.ValueType.Problem] {
    var problems: [PatchProfile.ValueType.Problem] = []
    for name in requiredMembers(of: object) where object[name] == nil {
      problems.append(
        .init(
          code: .schema, message: "\(place) has no \"\(name)\", which is required", note: reason))
    }
    for (groups, severity) in [(exclusive, JSONPatch.Severity.error), (discouraged, .warning)] {
      for group in groups {
        let used = group.filter { object[$0]?.saysSomething ?? false }
        guard used.count > 1 else { continue }
        problems.append(
          .init(
            code: .schema, severity: severity,
            message: "\(place) has \(used.enumeration), of which only one may be used",
            help: object[used[0]]?.bool == nil ? "leave one out, or empty" : "leave one out",
            note: reason))
      }
    }
    return problems
  }

  private func requiredMembers(of object: JSON.Members) -> [String] {
    conditions.reduce(into: required) { names, condition in
      if object[condition.member]?.string?.utf8.elementsEqual(condition.value.utf8) == true {
        names += condition.required
      }
    }
  }
}

extension JSON {
  /// Whether the value is neither empty nor `false`.
  fileprivate var saysSomething: Bool { count > 0 || bool == true }
}

extension PatchProfile.ValueType.Problem {
  /// A member that the object's description does not have.
  static func unknownMember(
    _ name: String, of place: JSONPointer, policy members: PatchProfile.ValueType.Members
  ) -> Self {
    let nearest = Spelling.nearest(to: name, among: members.types.lazy.map(\.name))
    return Self(
      code: .schema, severity: members.others == .refuse ? .error : .warning,
      message: "\"\(name)\" is not a known member of \(place)",
      help: nearest.map { "did you mean \"\($0)\"?" }
        ?? "known are \(members.types.map(\.name).enumeration)",
      note: members.reason)
  }
}
