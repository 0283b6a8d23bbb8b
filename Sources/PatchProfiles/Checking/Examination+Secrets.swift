internal import JSONPatching

/// Keeps what secret places hold, so that nothing shows it wherever the patch takes it.
extension Examination {
  /// Everything that was seen at a secret place, and what is there at the end.
  var secrets: Secrets {
    var final = self
    final.keepSecrets(of: trial?.document)
    return Secrets(final.secretValues)
  }

  /// Keeps the secrets in a document.
  mutating func keepSecrets(of document: JSON?) {
    guard profile.hasSecrets, let document else { return }
    keep(document, at: .root, places: profile.sensitivePointers(in: document))
  }

  /// Keeps the secrets that an operation brings.
  mutating func keepSecrets(of subject: Subject) {
    guard profile.hasSecrets else { return }
    for value in subject.payloads { keepSecrets(in: value, at: subject.path) }
  }

  /// Keeps the secrets in a value for a place.
  ///
  /// A value without a place could be meant for a secret one; so could one at a path that has the
  /// name of a secret in it, though the profile does not have that path.
  private mutating func keepSecrets(in value: JSON, at pointer: JSONPointer?) {
    guard let pointer, !hasSecretName(pointer) else { return secretValues.formUnion(value.leaves) }
    keep(
      value, at: pointer,
      places: profile.sensitivePointers(in: [value], at: pointer, integration: integration))
  }

  /// Keeps what a value at a path has at the secret places.
  mutating func keep(_ value: JSON?, at pointer: JSONPointer, places: [JSONPointer]) {
    guard let value else { return }
    for place in places {
      let tokens = place.tokens.dropFirst(pointer.count)
      for secret in value.occurrences(at: tokens) { secretValues.formUnion(secret.leaves) }
    }
  }

  private func hasSecretName(_ pointer: JSONPointer) -> Bool {
    guard let variables = profile.formVariables, !profile.isRevealed(pointer) else { return false }
    return pointer.tokens.contains { variables.isSecret($0, of: integration) }
  }
}
