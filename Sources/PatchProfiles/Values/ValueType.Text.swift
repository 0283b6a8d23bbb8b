internal import JSONPatching

extension PatchProfile.ValueType {
  /// A string with a bounded length or alphabet.
  struct Text: Sendable, Hashable {
    /// The least number of Unicode scalars.
    var minimum: Int?
    /// The greatest number of Unicode scalars.
    var maximum: Int?
    /// The permitted characters.
    var alphabet: Alphabet?
    /// How a breach is reported; a value that is not a string is an error in any case.
    var severity: JSONPatch.Severity
    /// How the bounds are known.
    var reason: String?
    /// How it is known that the server keeps arrays of such strings sorted, with each string once; `nil`
    /// where arrays stay as they are written.
    var set: String?

    /// Whether every string but the empty one is as good.
    var isOpen: Bool { minimum ?? 0 <= 1 && maximum == nil && alphabet == nil }

    /// What is wrong with a string, as the end of a sentence; `nil` when nothing is.
    func breach(in string: String) -> String? {
      let count = string.utf8.count { $0 & 0xC0 != 0x80 }
      if let minimum, count < minimum {
        return count == 0 ? "is empty" : "is shorter than \(minimum) characters"
      }
      if let maximum, count > maximum { return "is longer than \(maximum) characters" }
      if let alphabet, !alphabet.allows(string) {
        return "has characters other than \(alphabet.text)"
      }
      return nil
    }
  }
}
