import JSONTypes

/// The kinds of value that an option or an argument can take.
///
/// The kind says which texts are acceptable; the list of candidates serves suggestions.
enum ValueKind: Sendable, Equatable {
  /// The name of a file, or `-` for standard input or output.
  case file
  /// Any text.
  case text
  /// The name of a profile.
  case profile
  /// A JSON Pointer (RFC 6901).
  case pointer
  /// A number from 0 to a maximum.
  case number(maximum: Int)
  /// One of a few words.
  case choice([String])
  /// A verb, or a verb and its own.
  case verb

  /// Says what is wrong with a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - subject: What the text is given for, such as `option '--indent'`.
  /// - Returns: `nil` if the text is a value of this kind.
  func problem(with text: String, for subject: String) -> String? {
    switch self {
    case .file:
      return text.isEmpty ? "\(subject) needs the name of a file" : nil
    case .number(let maximum):
      let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      if isNumber, let number = Int(text), number <= maximum { return nil }
      return "\(subject) needs a number from 0 to \(maximum), not '\(text.visible)'"
    case .choice(let words):
      if words.contains(where: { $0.hasSameBytes(as: text) }) { return nil }
      return "\(subject) is one of \(words.joined(separator: ", ")), not '\(text.visible)'"
        + Spelling.question(for: text, among: words)
    case .text, .profile, .pointer, .verb:
      // Each has a reader of its own, with a better message than could be given here.
      return nil
    }
  }
}
