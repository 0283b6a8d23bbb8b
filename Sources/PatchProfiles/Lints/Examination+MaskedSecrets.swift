internal import JSONPatching

/// A secret that looks like what the API shows in its place was probably read and is now written
/// back.
extension Examination {
  /// Judges the values that an operation writes to places that a rule calls secret.
  mutating func lintMaskedSecrets(of subject: Subject) {
    guard let path = subject.path, let value = subject.value, value.mayHaveMask,
      profile.hasSecrets
    else { return }
    let places = profile.secretPointers(in: [value], at: path, integration: integration)
    for place in places where profile.rule(for: place)?.isSecret == true {
      let below = JSONPointer(tokens: place.tokens.dropFirst(path.count))
      if let text = value[below]?.string, text.isMask {
        report(.maskedSecret(place.tokens.last ?? ""))
      }
    }
  }
}

extension JSON {
  /// Whether the value is a mask or may have one in it.
  fileprivate var mayHaveMask: Bool {
    string?.utf8.contains(UInt8(ascii: "*")) ?? (count > 0)
  }
}

extension Finding {
  /// The warning about the mask of a secret.
  static func maskedSecret(_ name: String) -> Finding {
    Finding(
      .maskedSecret, severity: .warning, at: .value,
      "\"\(name)\" looks like the mask that the API shows in place of the secret",
      help: "write the secret itself, or leave the member alone",
      notes: ["the API masks secrets when they are read; written back, the mask becomes the value"])
  }
}
