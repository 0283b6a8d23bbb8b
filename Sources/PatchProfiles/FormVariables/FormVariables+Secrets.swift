internal import JSONPatching

extension PatchProfile.FormVariables {
  /// Says whether the value of a variable must not be shown.
  ///
  /// A key that the integration's manifest does not declare counts as secret when another
  /// integration calls that key secret, or when its name speaks of a secret: a value shown by
  /// mistake cannot be taken back.
  ///
  /// - Parameters:
  ///   - key: The member name in the configuration.
  ///   - integration: The integration of the document, when its manifest is known.
  /// - Returns: Whether to hide the value.
  func isSecret(_ key: String, of integration: Integration?) -> Bool {
    if let variable = integration?.variable(key) { return variable.isSecret }
    let isSecretElsewhere = integrations.contains { $0.variable(key)?.isSecret ?? false }
    return isSecretElsewhere || key.soundsSecret
  }
}

extension String {
  private static let secretWords = [
    "secret", "token", "password", "passphrase", "apikey", "privatekey", "credential",
  ].map { [UInt8]($0.utf8) }

  /// Whether the name of a member speaks of a secret.
  fileprivate var soundsSecret: Bool {
    // Capitals and signs within words do not count, as in API_KEY.
    let letters = utf8.compactMap { byte -> UInt8? in
      switch byte | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): byte | 0x20
      default: nil
      }
    }
    return letters.indices.contains { start in
      Self.secretWords.contains { letters[start...].starts(with: $0) }
    }
  }

  /// Whether the text looks like a secret as the API shows it: a few characters, asterisks, a few
  /// characters.
  var isMask: Bool {
    let scalars = Array(unicodeScalars)
    guard let first = scalars.firstIndex(of: "*"), let last = scalars.lastIndex(of: "*") else {
      return false
    }
    return first <= 4 && scalars.count - 1 - last <= 4 && last - first >= 2
      && scalars[first...last].allSatisfy { $0 == "*" }
  }
}
