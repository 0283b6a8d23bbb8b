internal import JSONPatching

/// An edit inside of a described object can leave it without a required member, or with two that
/// exclude each other.
extension Examination {
  /// An object whose description says which members there have to be.
  struct DescribedObject {
    let place: JSONPointer
    let members: PatchProfile.ValueType.Members
    /// The problems that the object has already.
    let problems: [PatchProfile.ValueType.Problem]
    /// The value that the rule describes, which is judged again at the end.
    let region: JSONPointer
    let rule: PatchProfile.Rule
  }

  /// Keeps a described object in mind that an edit is about to change.
  mutating func remember(
    _ members: PatchProfile.ValueType.Members, at depth: Int, of edit: Edit,
    by rule: PatchProfile.Rule, reach: Int
  ) {
    let place = JSONPointer(tokens: edit.tokens[..<depth])
    guard let object = trial?.document[place]?.object else { return }
    objects.append(
      DescribedObject(
        place: place, members: members,
        problems: members.structuralProblems(of: object, at: place),
        region: JSONPointer(tokens: edit.tokens[..<reach]), rule: rule))
  }

  /// Keeps the object in mind that has a member with a rule of its own, if another rule describes it.
  mutating func rememberParent(of edit: Edit) {
    let parent = Location(edit.tokens.dropLast())
    guard !edit.tokens.isEmpty, let ruling = profile.ruling(for: parent),
      let members = profile.type(at: parent).members
    else { return }
    remember(
      members, at: parent.count, of: edit, by: profile.rules[ruling.rule], reach: ruling.reach)
  }

  /// Reports the problems that an operation brought to the objects it was performed in.
  mutating func judgeStructure() {
    for object in objects {
      guard let current = trial?.document[object.place]?.object else { continue }
      for problem in object.members.structuralProblems(of: current, at: object.place)
      where !object.problems.contains(where: { $0.message.utf8.elementsEqual(problem.message.utf8) }
      ) {
        postpone(
          Finding(
            problem.code, severity: problem.severity, at: .operation, problem.message,
            help: problem.help,
            notes: [problem.note ?? object.rule.source.note]),
          until: { [region = object.region, type = object.rule.value] document in
            document[region].map { type.problems(in: $0, at: region).isEmpty } ?? true
          })
      }
    }
  }
}

extension PatchProfile.ValueType {
  /// The description of the members, when there is one.
  var members: Members? {
    switch form {
    case .members(let members): members
    case .optional(let type): type.members
    case .named(let named): named.type.members
    default: nil
    }
  }
}
