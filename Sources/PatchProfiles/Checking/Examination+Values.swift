internal import JSONPatching

/// Whether a value has the type that the rule of its path gives to it.
extension Examination {
  mutating func judgeValue(
    of edit: Edit, type: PatchProfile.ValueType, by rule: PatchProfile.Rule
  ) {
    switch edit.replacement {
    case .nothing:
      break
    case .written(let value), .taken(let value):
      report(type.problems(in: value, at: edit.pointer), by: rule)
    case .unknown(let taken):
      judgeUnknownValue(of: taken, for: type, at: edit)
    }
  }

  private mutating func report(
    _ problems: [PatchProfile.ValueType.Problem], by rule: PatchProfile.Rule
  ) {
    for problem in problems {
      var finding = Finding(
        problem.code, severity: problem.severity, at: .value, problem.message,
        help: problem.help ?? (problem.code == .type ? rule.help : nil),
        notes: [problem.note ?? rule.source.note])
      finding.quotation = problem.quotation
      report(finding)
    }
  }

  /// The type of the value at the path of an edit; `nil` when there can be no such value, which is
  /// then reported.
  mutating func type(
    of edit: Edit, by rule: PatchProfile.Rule, reach: Int
  ) -> PatchProfile.ValueType? {
    for position in rule.path.indexPositions where !judgeIndex(at: position, of: edit) {
      return nil
    }
    if reach == edit.tokens.count { rememberParent(of: edit) }
    var type = rule.value
    for position in reach..<edit.tokens.count {
      if type.isArray, !judgeIndex(at: position, of: edit) { return nil }
      if let members = type.members {
        remember(members, at: position, of: edit, by: rule, reach: reach)
      }
      switch type.child(edit.tokens[position]) {
      case .type(let child):
        type = child
      case .unknownMember(let verdict, let known):
        reportUnknownMember(at: position, of: edit, known: known, verdict: verdict, by: rule)
        return .any
      case .nothing, .notAnIndex:
        reportNoChildren(of: type, at: position, of: edit, by: rule)
        return nil
      }
    }
    return type
  }

  /// Judges a token in the place of an array index.
  ///
  /// - Returns: Whether the token can stand there.
  private mutating func judgeIndex(at position: Int, of edit: Edit) -> Bool {
    let token = edit.tokens[position]
    guard token.isArrayIndex else {
      report(
        Finding(
          .indexSyntax, at: edit.place, "\"\(token)\" in \(edit.pointer) is not an array index",
          help: "an index is 0, or digits without a leading zero; - stands for the end"))
      return false
    }
    guard token.isDash else { return true }
    guard edit.kind == .add && position == edit.tokens.count - 1 else {
      report(
        Finding(
          .dashNotAllowed, at: edit.place,
          "- in \(edit.pointer) is the place after the last element, where there is nothing yet",
          help: "only the path of an add may end in -; write an index"))
      return false
    }
    return true
  }

  private mutating func reportNoChildren(
    of type: PatchProfile.ValueType, at position: Int, of edit: Edit, by rule: PatchProfile.Rule
  ) {
    let parent = JSONPointer(tokens: edit.tokens[..<position])
    report(
      Finding(
        .type, at: edit.place, "\(parent) is \(type.noun), so there is nothing at \(edit.pointer)",
        notes: [rule.source.note]))
  }

  private mutating func reportUnknownMember(
    at position: Int, of edit: Edit, known: [String], verdict: PatchProfile.Policy.Verdict,
    by rule: PatchProfile.Rule
  ) {
    let token = edit.tokens[position]
    let nearest = Spelling.nearest(to: token, among: known)
    report(
      Finding(
        .schema, severity: verdict == .refuse ? .error : .warning, at: edit.place,
        "\"\(token)\" is not a known member of \(JSONPointer(tokens: edit.tokens[..<position]))",
        help: nearest.map { "did you mean \"\($0)\"?" } ?? "known are \(known.enumeration)",
        notes: [rule.source.note]))
  }

  /// A value from a document that is not at hand is judged by the kinds that it can have.
  private mutating func judgeUnknownValue(
    of taken: PatchProfile.ValueType, for type: PatchProfile.ValueType, at edit: Edit
  ) {
    let possible = taken.kinds.filter(type.kinds.contains)
    guard possible.count < taken.kinds.count else { return }
    if possible.isEmpty {
      report(
        Finding(
          .type, at: edit.place,
          "\(edit.pointer) takes \(type.noun), and what comes there is \(taken.noun)"))
    } else {
      report(
        Finding(
          .typeUnknown, severity: .warning, at: edit.place,
          "\(edit.pointer) takes \(type.noun), and it is not known here what comes there",
          help: "check the patch together with the document"))
    }
  }
}

extension PathPattern {
  /// The positions of `{index}` components, as far as they are the positions of the tokens too.
  fileprivate var indexPositions: [Int] {
    let rigid = components.prefix { $0 != .anyTokens }
    return rigid.indices.filter { rigid[$0] == .index }
  }
}
