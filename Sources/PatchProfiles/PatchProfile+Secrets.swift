public import JSONPatching

extension PatchProfile {
  /// The places of the secret values of a document.
  ///
  /// - Parameter document: A whole resource.
  /// - Returns: The paths that a rule marks as secret, and those of the secret form variables.
  /// - Complexity: O(*n* × *r* × *d*) for *n* values that secrets may be below, *r* rules and the depth *d*.
  public func sensitivePointers(in document: JSON) -> [JSONPointer] {
    sensitivePointers(in: [document], at: .root, integration: integration(of: document))
  }

  /// The profile, with which the secrets at some places and below may be shown.
  ///
  /// The judgement of a patch does not change.
  ///
  /// - Parameter pointers: The places in the document.
  /// - Returns: The profile, which judges as before.
  /// - Complexity: O(*p*) for *p* places.
  public func revealing(_ pointers: [JSONPointer]) -> PatchProfile {
    var profile = self
    profile.revealed += pointers
    return profile
  }

  /// The profile, with which no secret may be shown.
  package var concealing: PatchProfile {
    var profile = self
    profile.revealed = []
    return profile
  }

  /// Whether the value at a place may be shown although it is secret.
  func isRevealed(_ pointer: JSONPointer) -> Bool {
    revealed.contains { $0.isPrefix(of: pointer) }
  }

  /// Whether the profile calls anything secret.
  package var hasSecrets: Bool { formVariables != nil || rules.contains(where: \.isSecret) }

  /// The integration of a document, when its manifest is known.
  func integration(of document: JSON?) -> FormVariables.Integration? {
    formVariables.flatMap { $0.integration(document?[$0.integrationPath]?.string) }
  }

  /// The places of the secrets in values that are or were at one path, as pointers into the
  /// document, without those that may be shown.
  ///
  /// A path below a secret counts as secret itself.
  func sensitivePointers(
    in values: [JSON?], at pointer: JSONPointer, integration: FormVariables.Integration?
  ) -> [JSONPointer] {
    let pointers = secretPointers(in: values, at: pointer, integration: integration)
    return revealed.isEmpty ? pointers : pointers.filter { !isRevealed($0) }
  }

  /// The places of the secrets in values that are or were at one path, whether they may be shown or
  /// not.
  func secretPointers(
    in values: [JSON?], at pointer: JSONPointer, integration: FormVariables.Integration?
  ) -> [JSONPointer] {
    var pointers: [JSONPointer] = []
    if let formVariables {
      pointers = formVariables.secrets(in: values, at: pointer, integration: integration)
    }
    guard rules.contains(where: \.isSecret) else { return pointers }
    if let rule = rule(for: pointer), rule.isSecret { return [pointer] }
    for value in values {
      pointers += secretsByRule(in: value, at: pointer)
    }
    return pointers
  }

  /// The places below a path that a rule marks as secret.
  private func secretsByRule(in value: JSON?, at pointer: JSONPointer) -> [JSONPointer] {
    let location = Location(pointer)
    guard let value,
      rules.contains(where: { $0.isSecret && $0.path.canMatch(below: location) })
    else { return [] }
    return value.childNames.flatMap { name in
      let child = pointer.appending(name)
      if let rule = rule(for: child), rule.isSecret { return [child] }
      return secretsByRule(in: value.child(name), at: child)
    }
  }
}

extension PatchProfile.FormVariables {
  /// The secret variables in values that are or were at one path.
  fileprivate func secrets(
    in values: [JSON?], at pointer: JSONPointer, integration: Integration?
  ) -> [JSONPointer] {
    if path.isPrefix(of: pointer), pointer.count > path.count {
      let key = pointer.tokens[path.count]
      return isSecret(key, of: integration) ? [pointer] : []
    }
    guard pointer.isPrefix(of: path) else { return [] }
    let below = JSONPointer(tokens: path.tokens[pointer.count...])
    var pointers: [JSONPointer] = []
    for value in values {
      for name in value?[below]?.object?.names ?? [] where isSecret(name, of: integration) {
        let place = path.appending(name)
        if !pointers.contains(place) { pointers.append(place) }
      }
    }
    return pointers
  }
}
