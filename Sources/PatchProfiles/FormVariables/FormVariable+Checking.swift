internal import JSONPatching

extension PatchProfile.FormVariable {
  /// What is wrong with a value of the variable; `nil` when nothing is.
  ///
  /// Kinds whose shape is not published are not checked.
  func problem(in value: JSON) -> PatchProfile.ValueType.Problem? {
    switch kind {
    case .string, .dynamicEnum:
      kindProblem(in: value, expected: .string)
    case .uri:
      kindProblem(in: value, expected: .string) ?? schemeProblem(in: value)
    case .boolean:
      kindProblem(in: value, expected: .bool)
    case .enum:
      kindProblem(in: value, expected: .string) ?? choiceProblem(in: value.string)
    case .multiselect:
      multiselectProblem(in: value)
    case .oauth, .generated, .publicKey:
      .init(
        code: .formVariableType, severity: .warning,
        message: "\"\(key)\" is made by the server",
        help: "leave it as it is")
    case .environmentSelector:
      nil
    }
  }

  /// Whether a value of the variable can have members or elements.
  var isScalar: Bool {
    switch kind {
    case .multiselect, .environmentSelector, .oauth, .generated, .publicKey: false
    case .string, .boolean, .uri, .enum, .dynamicEnum: true
    }
  }

  private func kindProblem(
    in value: JSON, expected: JSON.Kind
  ) -> PatchProfile.ValueType.Problem? {
    guard value.kind != expected else { return nil }
    return .init(
      code: .formVariableType,
      message: "\"\(key)\" takes \(expected.noun), not \(value.kind.noun)",
      help: expected == .string && value.isScalarText ? "write the value in quotes" : nil)
  }

  private func choiceProblem(in value: String?) -> PatchProfile.ValueType.Problem? {
    guard let value, !allowedValues.isEmpty, !allows(value) else { return nil }
    let nearest = Spelling.nearest(to: value, among: allowedValues)
    return .init(
      code: .formVariableType,
      message: "\"\(key)\" takes \(allowedValues.alternatives)",
      help: nearest.map { "did you mean \"\($0)\"?" })
  }

  private func multiselectProblem(in value: JSON) -> PatchProfile.ValueType.Problem? {
    let isFitting = value.array?.allSatisfy { $0.string.map(allows) ?? false } ?? false
    guard !isFitting else { return nil }
    return .init(
      code: .formVariableType, severity: .warning,
      message: "\"\(key)\" probably takes an array of \(allowedValues.alternatives)")
  }

  private func schemeProblem(in value: JSON) -> PatchProfile.ValueType.Problem? {
    guard let text = value.string, !text.hasURIScheme else { return nil }
    return .init(
      code: .formVariableType, severity: .warning,
      message: "\"\(key)\" takes a URI, and this one has no scheme",
      help: "begin with https://")
  }

  private func allows(_ value: String) -> Bool {
    allowedValues.contains { $0.utf8.elementsEqual(value.utf8) }
  }
}

extension JSON {
  /// Whether the value is a number or a boolean, which could have been meant as text.
  fileprivate var isScalarText: Bool { kind == .number || kind == .bool }
}

extension String {
  /// Whether the text begins with a scheme by RFC 3986 section 3.1 and a colon.
  fileprivate var hasURIScheme: Bool {
    let scheme = unicodeScalars.prefix { $0 != ":" }
    guard scheme.endIndex < unicodeScalars.endIndex, let first = scheme.first,
      first.isASCII, first.properties.isAlphabetic
    else { return false }
    return scheme.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar
          || "+-.".unicodeScalars.contains(scalar))
    }
  }
}
