internal import JSONPatching

/// Asks a profile about single operations on the old document of a difference.
struct DifferenceJudge {
  let profile: PatchProfile
  let old: JSON
  /// The examination of the old document, before any operation.
  private let examination: Examination

  init(_ profile: PatchProfile, on old: JSON, isStrict: Bool) {
    self.profile = profile
    self.old = old
    examination = Examination(profile, on: old, isStrict: isStrict, limits: .unlimited)
  }

  /// What speaks against a difference.
  struct Objection {
    var code: JSONPatch.Code
    var message: String
  }

  /// What speaks against an operation by itself, whatever others may come with it.
  func objection(to operation: JSONPatch.Operation) -> Objection? {
    objection(to: operation, among: { $0.findings })
  }

  /// Whether nothing speaks against an operation as the only one.
  func accepts(_ operation: JSONPatch.Operation) -> Bool {
    objection(to: operation, among: { $0.settled() }) == nil
  }

  private func objection(
    to operation: JSONPatch.Operation,
    among findings: (Examination) -> [(index: Int, finding: Finding)]
  ) -> Objection? {
    var examination = examination
    examination.examine(Subject(operation, index: 0))
    for (_, finding) in findings(examination)
    where finding.severity == .error || finding.code == .maskedSecret {
      return Objection(code: finding.code, message: finding.message)
    }
    guard let value = operation.value, hasMask(value, at: operation.path) else { return nil }
    return Objection(
      code: .maskedSecret, message: "the value at \(operation.path) has the mask of a secret in it")
  }

  /// Whether a value for a path has the mask of a secret in the place of one.
  private func hasMask(_ value: JSON, at pointer: JSONPointer) -> Bool {
    secretPlaces(in: [value], at: pointer).contains { place in
      value.occurrences(at: place.tokens.dropFirst(pointer.count)).contains { value in
        value.leaves.contains { $0.string?.isMask ?? false }
      }
    }
  }

  /// The places of secrets in values at a path, whether they may be shown or not.
  func secretPlaces(in values: [JSON?], at pointer: JSONPointer) -> [JSONPointer] {
    profile.secretPointers(in: values, at: pointer, integration: examination.integration)
  }

  /// The places of secrets in values at a path, without those that may be shown.
  func hiddenPlaces(in values: [JSON?], at pointer: JSONPointer) -> [JSONPointer] {
    profile.sensitivePointers(in: values, at: pointer, integration: examination.integration)
  }

  /// The secrets in the old document and in a new one.
  func secrets(with new: JSON) -> Secrets {
    var examination = examination
    examination.keepSecrets(of: new)
    return examination.secrets
  }
}
