internal import JSONPatching

/// Whether an edit is permitted.
extension Examination {
  mutating func judge(_ edit: Edit) {
    guard let ruling = profile.ruling(for: edit.location) else { return judgeUnlisted(edit) }
    let rule = profile.rules[ruling.rule]
    guard !rule.isReadOnly else { return refuse(edit, by: rule) }
    guard rule.permits(edit.kind) else { return refuseOperation(of: edit, by: rule) }
    if let warning = rule.warning, warning.operations.contains(edit.kind) {
      warn(warning, at: edit.place)
    }
    if isStrict && rule.evidence != .documented {
      report(
        Finding(
          .pathNotDocumented, at: edit.place,
          "that \(edit.subject) may be changed is \(rule.evidence.phrase), not documented",
          notes: [rule.source.note]))
    }
    guard let type = type(of: edit, by: rule, reach: ruling.reach) else { return }
    judgeContents(of: edit)
    judgeOtherReadings(of: edit)
    judgeValue(of: edit, type: type, by: rule)
    judgeFormVariables(of: edit)
    if trial != nil, edit.kind != .remove { leaveUnchecked(of: edit, by: rule) }
  }

  /// Names what the rules at and below an edit leave to the server.
  private mutating func leaveUnchecked(of edit: Edit, by rule: PatchProfile.Rule) {
    if let sentence = rule.unchecked { leaveUnchecked(sentence) }
    for other in profile.rules where other.path.canMatch(below: edit.location) {
      if let sentence = other.unchecked { leaveUnchecked(sentence) }
    }
  }

  mutating func warn(_ warning: PatchProfile.Rule.Warning, at place: Finding.Place) {
    report(
      Finding(
        warning.code, severity: .warning, at: place, warning.message, help: warning.help,
        notes: [warning.source.note]))
  }

  /// Refuses an edit of a read-only path.
  private mutating func refuse(_ edit: Edit, by rule: PatchProfile.Rule) {
    report(
      Finding(
        edit.pointer.isRoot ? .rootReplaced : .pathNotEditable, at: edit.place,
        "\(edit.subject) is not editable in \(profile.name)"
          + (rule.reason.map { ": \($0)" } ?? ""),
        help: rule.help, notes: [rule.source.note]))
  }

  /// Refuses an operation that the rule of its path does not list.
  private mutating func refuseOperation(of edit: Edit, by rule: PatchProfile.Rule) {
    report(
      Finding(
        edit.pointer.isRoot ? .rootReplaced : .operationNotPermitted, at: edit.place,
        "\"\(edit.kind.rawValue)\" is not permitted at \(edit.subject)"
          + (rule.reason.map { ": \($0)" } ?? ""),
        help: "permitted: \(rule.operations.map(\.rawValue).joined(separator: ", "))",
        notes: [rule.source.note]))
  }

  /// A path that no rule covers.
  private mutating func judgeUnlisted(_ edit: Edit) {
    let policy = profile.unlisted
    if policy.verdict == .refuse {
      return report(
        Finding(
          edit.pointer.isRoot ? .rootReplaced : .pathNotEditable, at: edit.place,
          "\(edit.subject) is not editable in \(profile.name)",
          help: edit.pointer.isRoot
            ? "change its members one by one" : suggest(for: edit.tokens)?.question,
          notes: policy.source.notes))
    }
    if let rule = lookalike(of: edit.tokens) {
      return report(
        Finding(
          .pathNotEditable, at: edit.place,
          "\(edit.pointer) looks like \(rule.path), which is not editable",
          help: "the names differ only in case or Unicode normalisation",
          notes: [rule.source.note]))
    }
    judgeContents(of: edit)
    judgeOtherReadings(of: edit)
    if policy.verdict == .warn && !hasFailed { warnOfUnlisted(edit) }
  }

  /// Warns of a path that the profile does not know, unless the document shows that it is misspelt.
  private mutating func warnOfUnlisted(_ edit: Edit) {
    if let trial, edit.kind != .add, trial.document[edit.pointer] == nil { return }
    report(
      Finding(
        .pathOutsideProfile, severity: isStrict ? .error : .warning, at: edit.place,
        "\(profile.name) does not know \(edit.subject)",
        help: suggest(for: edit.tokens)?.question,
        notes: profile.unlisted.source.notes))
  }

  /// A read-only rule whose path a server that is lenient about names could take this one for.
  private func lookalike(of tokens: [String]) -> PatchProfile.Rule? {
    profile.rules.first { rule in
      rule.isReadOnly && rule.path.hasLookalike(tokens)
    }
  }
}

extension PatchProfile.Evidence {
  /// The grade in a sentence.
  fileprivate var phrase: String {
    switch self {
    case .documented: "documented"
    case .example: "only shown by an example"
    case .inferred: "inferred"
    case .general: "a general rule of the API"
    }
  }
}

extension Edit {
  /// The path as the subject of a sentence.
  var subject: String { pointer.subject }
}

extension PathPattern {
  /// Says whether a path differs from the literal beginning of what the pattern covers in nothing
  /// but case or Unicode normalisation.
  fileprivate func hasLookalike(_ tokens: [String]) -> Bool {
    guard !components.isEmpty, tokens.count >= components.count else { return false }
    var differs = false
    for (component, token) in zip(components, tokens) where !component.matches(token) {
      guard case .literal(let name) = component,
        Spelling.isLookalike(String(decoding: name, as: UTF8.self), token)
      else { return false }
      differs = true
    }
    return differs
  }
}
