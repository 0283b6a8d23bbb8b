internal import JSONPatching

/// A `test` reads, so it is permitted everywhere; what it says may still be doubtful.
extension Examination {
  mutating func judgeTest(_ subject: Subject, at path: JSONPointer) {
    let location = Location(path)
    if let ruling = profile.ruling(for: location) {
      let rule = profile.rules[ruling.rule]
      if let warning = rule.warning, warning.operations.contains(.test) {
        warn(warning, at: .path)
      }
      if let value = subject.value { judgeTestedKind(of: value, at: location, by: rule) }
    } else if trial == nil && profile.unlisted.verdict != .accept {
      report(
        Finding(
          .pathOutsideProfile, severity: .warning, "\(profile.name) does not know \(path.subject)",
          help: suggest(for: location.tokens)?.question,
          notes: profile.unlisted.source.notes))
    }
    if let value = subject.value { judgeTestedSecret(value, at: location.tokens) }
  }

  /// A value of another kind can never be there.
  private mutating func judgeTestedKind(
    of value: JSON, at location: Location, by rule: PatchProfile.Rule
  ) {
    let type = profile.type(at: location)
    guard !type.kinds.contains(value.kind) else { return }
    report(
      Finding(
        .type, severity: .warning, at: .value,
        "\(location.pointer.subject) holds \(type.noun), so it can never equal \(value.kind.noun)",
        notes: [rule.source.note]))
  }

  private mutating func judgeTestedSecret(_ value: JSON, at tokens: [String]) {
    guard let variables = profile.formVariables, tokens.count == variables.path.count + 1,
      variables.path.isPrefix(of: JSONPointer(tokens: tokens))
    else { return }
    judgeMask(value, of: tokens[variables.path.count], variables)
  }
}
