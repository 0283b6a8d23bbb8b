public import JSONPatching

extension PatchProfile {
  /// Every finding about a patch, by operation.
  ///
  /// All operations are judged, not only those before the first error. With a document, each is
  /// judged against the document as the earlier good operations leave it.
  ///
  /// ```swift
  /// let findings = PatchProfile.flagImportConfiguration.check([.replace("/on", true)])
  /// findings.map(\.code)  // [path-not-editable]
  /// ```
  ///
  /// - Parameters:
  ///   - patch: The patch to judge.
  ///   - document: The resource as the server returned it, if it is at hand.
  ///   - isStrict: Whether only rules that the endpoint's description states count as permissions.
  ///   - limits: Bounds of the work.
  /// - Returns: The findings; the patch is refused when one of them is an error.
  /// - Complexity: Linear in the number of operations, times the number of rules, and in the size
  ///   of the values.
  public func check(
    _ patch: JSONPatch, on document: JSON? = nil, isStrict: Bool = false,
    limits: JSONPatch.Limits = .default
  ) -> [JSONPatch.Diagnostic] {
    if let document,
      clearances.clear(patch, on: document, by: self, isStrict: isStrict, limits: limits)
    {
      return []
    }
    return examine(patch, on: document, isStrict: isStrict, limits: limits).diagnostics
  }

  /// Every finding about a leniently read patch file, its problems of form included, by operation.
  package func check(
    _ draft: PatchDraft, on document: JSON? = nil, isStrict: Bool = false,
    limits: JSONPatch.Limits = .default
  ) -> [JSONPatch.Diagnostic] {
    judge(draft, on: document, isStrict: isStrict, limits: limits).diagnostics
  }

  /// Every finding about a leniently read patch file, with the secrets to keep out of what is shown
  /// of the file.
  package func judge(
    _ draft: PatchDraft, on document: JSON? = nil, isStrict: Bool = false,
    limits: JSONPatch.Limits = .default
  ) -> (diagnostics: [JSONPatch.Diagnostic], secrets: Secrets) {
    let outcome = examine(draft, on: document, isStrict: isStrict, limits: limits)
    return (outcome.diagnostics, outcome.examination.secrets)
  }

  /// Examines a patch; its draft, which has the places in the file, is made only when there is
  /// something to report.
  func examine(
    _ patch: JSONPatch, on document: JSON?, isStrict: Bool, limits: JSONPatch.Limits,
    isPreview: Bool = false
  ) -> (examination: Examination, diagnostics: [JSONPatch.Diagnostic]) {
    var examination = Examination(
      self, on: document, isStrict: isStrict, limits: limits, isPreview: isPreview)
    guard patch.count <= limits.operations else {
      return (examination, [.tooManyOperations(patch.count, limits)])
    }
    for (index, operation) in patch.enumerated() {
      examination.examine(Subject(operation, index: index))
    }
    let findings = examination.settled()
    guard !findings.isEmpty else { return (examination, examination.resultDiagnostics) }
    let entries = PatchDraft(patch).entries
    let secrets = examination.secrets
    let diagnostics = findings.map {
      $0.finding.diagnostic(of: entries[$0.index], hiding: secrets)
    }
    return (examination, diagnostics + examination.resultDiagnostics)
  }

  func examine(
    _ draft: PatchDraft, on document: JSON?, isStrict: Bool, limits: JSONPatch.Limits,
    isPreview: Bool = false
  ) -> (examination: Examination, diagnostics: [JSONPatch.Diagnostic]) {
    var examination = Examination(
      self, on: document, isStrict: isStrict, limits: limits, isPreview: isPreview)
    var diagnostics =
      diagnostics(of: draft) + (document.map { PatchDraft.warnings(about: $0) } ?? [])
    if draft.isWrapped { diagnostics += envelopeDiagnostics }
    guard draft.entries.count <= limits.operations else {
      return (examination, diagnostics + [.tooManyOperations(draft.entries.count, limits)])
    }
    for entry in draft.entries {
      let isMalformed =
        entry.operation == nil || entry.diagnostics.contains { $0.severity == .error }
      examination.examine(Subject(entry), isMalformed: isMalformed)
    }
    let findings = Dictionary(grouping: examination.settled(), by: \.index)
    let secrets = examination.secrets
    for (position, entry) in draft.entries.enumerated() {
      diagnostics += entry.diagnostics.map { secrets.masked(explained($0, of: entry)) }
      diagnostics += (findings[position] ?? []).map {
        $0.finding.diagnostic(of: entry, hiding: secrets)
      }
    }
    diagnostics += examination.resultDiagnostics
    return (examination, diagnostics)
  }

  /// Adds what a rule has to say about a value that is missing.
  private func explained(
    _ diagnostic: JSONPatch.Diagnostic, of entry: PatchDraft.Entry
  ) -> JSONPatch.Diagnostic {
    guard diagnostic.code == .valueMissing, let path = entry.path,
      let pointer = try? JSONPointer(path), let help = rule(for: pointer)?.help
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.notes.append(help)
    return diagnostic
  }

  /// What the profile says to a patch in the envelope `{"comment": …, "patch": […]}`.
  package var envelopeDiagnostics: [JSONPatch.Diagnostic] {
    guard envelope.verdict != .accept else { return [] }
    return [
      JSONPatch.Diagnostic(
        code: .envelope, severity: envelope.verdict == .warn ? .warning : .error,
        message:
          "the schema of this request has the bare array, not {\"comment\": …, \"patch\": […]}",
        help: "send the array alone if the request is rejected",
        notes: envelope.source.notes)
    ]
  }
}

extension Examination {
  /// What is wrong with the document that the operations leave.
  fileprivate var resultDiagnostics: [JSONPatch.Diagnostic] {
    do throws(JSONPatchError) {
      try trial?.checkResult()
      return []
    } catch {
      return [error.diagnostic]
    }
  }
}

extension JSONPatch.Diagnostic {
  /// A patch that is too long to be judged.
  fileprivate static func tooManyOperations(_ count: Int, _ limits: JSONPatch.Limits) -> Self {
    Self(
      code: .limitExceeded, severity: .error,
      message: "the patch has \(count) operations, more than the limit of \(limits.operations)")
  }
}
