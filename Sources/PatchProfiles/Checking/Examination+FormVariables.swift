internal import JSONPatching

/// Whether an edit of the configuration agrees with the manifest of the integration.
extension Examination {
  mutating func judgeFormVariables(of edit: Edit) {
    guard let variables = profile.formVariables else { return }
    if edit.pointer.isPrefix(of: variables.path) {
      judgeConfiguration(edit, variables)
    } else if variables.path.isPrefix(of: edit.pointer) {
      judgeVariable(edit, key: edit.tokens[variables.path.count], variables)
    } else {
      return
    }
    if integration == nil { leaveManifestUnchecked(variables) }
  }

  /// The whole configuration is replaced, or something that contains it.
  private mutating func judgeConfiguration(
    _ edit: Edit, _ variables: PatchProfile.FormVariables
  ) {
    let below = JSONPointer(tokens: variables.path.tokens[edit.tokens.count...])
    guard let object = edit.replacement.value?[below]?.object else { return }
    for member in object {
      judge(member.value, of: member.name, edit: edit, variables)
    }
    guard let integration else { return }
    for variable in integration.variables {
      let isMissing = object[variable.key] == nil
      if isMissing && variable.isRequired { reportMissing(variable, edit: edit, variables) }
      if variable.isFixed, let old = current(variable.key, variables),
        isMissing || object[variable.key] != old
      {
        reportFixed(variable, edit: edit, variables)
      }
    }
  }

  /// One variable, or something in its value, is edited.
  private mutating func judgeVariable(
    _ edit: Edit, key: String, _ variables: PatchProfile.FormVariables
  ) {
    let isWhole = edit.tokens.count == variables.path.count + 1
    let variable = integration?.variable(key)
    if let variable, variable.isFixed, current(key, variables) != nil {
      return reportFixed(variable, edit: edit, variables)
    }
    if isWhole, let value = edit.replacement.value {
      judge(value, of: key, edit: edit, variables)
    }
    guard let variable else { return }
    if isWhole, edit.kind == .remove, variable.isRequired {
      reportMissing(variable, edit: edit, variables)
    }
    if !isWhole && variable.isScalar {
      report(
        Finding(
          .formVariableType, at: edit.place,
          "\"\(key)\" is one value, so there is nothing at \(edit.pointer)",
          notes: [note(on: variables)]))
    }
  }

  /// The value that one variable is given.
  private mutating func judge(
    _ value: JSON, of key: String, edit: Edit, _ variables: PatchProfile.FormVariables
  ) {
    if let integration, let variable = integration.variable(key) {
      if let problem = variable.problem(in: value) {
        report(
          Finding(
            problem.code, severity: problem.severity, at: .value, problem.message,
            help: problem.help,
            notes: [note(on: variables)]))
      }
    } else if let integration, current(key, variables) == nil {
      reportUnknown(key, of: integration, edit: edit, variables)
    }
    if case .written = edit.replacement { judgeMask(value, of: key, variables) }
  }

  /// A secret that looks like what the API shows in its place was probably read and is now written
  /// back.
  mutating func judgeMask(
    _ value: JSON, of key: String, _ variables: PatchProfile.FormVariables
  ) {
    guard let text = value.string, text.isMask, variables.isSecret(key, of: integration) else {
      return
    }
    report(.maskedSecret(key))
  }
}

/// The findings.
extension Examination {
  private mutating func reportMissing(
    _ variable: PatchProfile.FormVariable, edit: Edit, _ variables: PatchProfile.FormVariables
  ) {
    let key = variable.key
    let container = variables.path
    postpone(
      Finding(
        .requiredFormVariable, at: edit.kind == .remove ? edit.place : .value,
        "\(integrationName) needs \"\(key)\" in \(container)",
        help: edit.kind == .remove
          ? "replace its value instead" : "a replacement has to carry every required member",
        notes: [note(on: variables)]),
      until: { $0[container]?[key] != nil })
  }

  private mutating func reportFixed(
    _ variable: PatchProfile.FormVariable, edit: Edit, _ variables: PatchProfile.FormVariables
  ) {
    report(
      Finding(
        .pathNotEditable, at: edit.place,
        "\"\(variable.key)\" of \(integrationName) cannot be changed once it is saved",
        notes: [note(on: variables)]))
  }

  private mutating func reportUnknown(
    _ key: String, of integration: PatchProfile.FormVariables.Integration, edit: Edit,
    _ variables: PatchProfile.FormVariables
  ) {
    let known = integration.variables.map(\.key)
    let nearest = Spelling.nearest(to: key, among: known)
    report(
      Finding(
        .unknownFormVariable, severity: .warning,
        at: edit.tokens.count > variables.path.count ? edit.place : .value,
        "\"\(key)\" is not a form variable of \(integrationName)",
        help: nearest.map { "did you mean \(variables.path.appending($0))?" }
          ?? "known are \(known.enumeration)",
        notes: [note(on: variables)]
          + (integration.isAny ? [] : ["published manifests lag behind the server"])))
  }

  private mutating func leaveManifestUnchecked(_ variables: PatchProfile.FormVariables) {
    guard let trial else { return }
    let name = trial.document[variables.integrationPath]?.string.map { "\"\($0)\"" }
    leaveUnchecked(
      "the members of \(variables.path): "
        + (name.map { "no manifest of \($0) is known" }
          ?? "the document has no \(variables.integrationPath)"))
  }

  private func note(on variables: PatchProfile.FormVariables) -> String {
    integration?.isAny == true ? "the manifest that was given says so" : variables.source.note
  }

  private var integrationName: String {
    integration.flatMap { $0.isAny ? nil : "\"\($0.key)\"" } ?? "the integration"
  }

  /// The value of a variable in the document as it is now.
  private func current(_ key: String, _ variables: PatchProfile.FormVariables) -> JSON? {
    trial?.document[variables.path]?[key]
  }
}
