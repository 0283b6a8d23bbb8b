public import JSONPatching

extension PatchProfile {
  /// Shows what a patch would do to a document, and whether this profile lets it.
  ///
  /// ```swift
  /// let preview = PatchProfile.flagImportConfiguration.preview(patch, of: document)
  /// guard preview.isAccepted else { return report(preview.diagnostics) }
  /// for change in preview.changes { print(change.pointer) }
  /// ```
  ///
  /// - Parameters:
  ///   - patch: The patch to judge.
  ///   - document: The resource as the server returned it.
  ///   - isStrict: Whether only rules that the endpoint's description states count as permissions.
  ///   - limits: Bounds of the work.
  /// - Returns: The verdict, the findings and the changes.
  /// - Complexity: Linear in the number of operations, times the number of rules, and in the size
  ///   of the values.
  public func preview(
    _ patch: JSONPatch, of document: JSON, isStrict: Bool = false,
    limits: JSONPatch.Limits = .default
  ) -> PatchPreview {
    PatchPreview(
      examine(patch, on: document, isStrict: isStrict, limits: limits, isPreview: true),
      operations: patch.count)
  }

  /// Shows what a leniently read patch file would do to a document, and whether this profile lets
  /// it.
  package func preview(
    _ draft: PatchDraft, of document: JSON, isStrict: Bool = false,
    limits: JSONPatch.Limits = .default
  ) -> PatchPreview {
    PatchPreview(
      examine(draft, on: document, isStrict: isStrict, limits: limits, isPreview: true),
      operations: draft.entries.count)
  }
}

extension PatchPreview {
  fileprivate init(
    _ outcome: (examination: Examination, diagnostics: [JSONPatch.Diagnostic]), operations: Int
  ) {
    let isAccepted = !outcome.diagnostics.contains { $0.severity == .error }
    let examination = outcome.examination
    let secrets = examination.secrets
    self.init(
      profile: examination.profile, operationCount: operations, diagnostics: outcome.diagnostics,
      result: isAccepted ? examination.trial?.document : nil,
      changes: isAccepted ? examination.shown?.changes ?? [] : [],
      passedTests: isAccepted ? examination.shown?.passedTests ?? [] : [],
      unchecked: examination.unchecked.map(secrets.masked), secrets: secrets)
  }
}
