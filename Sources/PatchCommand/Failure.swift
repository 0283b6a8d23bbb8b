import JSONPatching

/// The end of a verb that has no result to show.
struct Failure: Error, Sendable {
  /// The status with which the command ends.
  let status: ExitStatus
  /// The kind of failure, for programs.
  let code: JSONPatch.Code
  /// The reason, in lower case and without a full stop.
  let message: String
  /// Lines that say more, or that say the same in another form.
  var details: [String]
  /// Whether the details begin with the message.
  var detailsHaveMessage = false
  /// The file that the failure is about, and what is wrong in it.
  var file: (name: String, diagnostics: [JSONPatch.Diagnostic])?
  /// The command line asks for a report, though it could not be read to its end.
  var wantsReport = false

  init(
    _ status: ExitStatus, _ code: JSONPatch.Code, _ message: String, details: [String] = []
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.details = details
  }

  /// A wrong command line, of which the arguments are what was understood.
  init(usage message: String, code: JSONPatch.Code = .usage, _ arguments: Arguments) {
    let words = [Verb.root.name, Verb.help.name] + arguments.path
    self.init(
      .usage, code, message,
      details: [
        HelpText(verb: arguments.verb, path: arguments.path).usage,
        "  See '\(words.joined(separator: " "))' for more information.",
      ])
  }

  /// A file that could not be read or written.
  init(_ error: FileError) {
    let code: JSONPatch.Code = error.action == .read ? .fileUnreadable : .fileUnwritable
    self.init(.trouble, code, error.description)
    file = (
      error.name,
      [JSONPatch.Diagnostic(code: code, severity: .error, message: error.description)]
    )
  }

  /// A file whose text cannot be understood.
  init(
    _ status: ExitStatus, _ diagnostics: [JSONPatch.Diagnostic], in input: Input,
    details: [String]
  ) {
    let first = diagnostics.first
    self.init(
      status, first?.code ?? .jsonSyntax, first?.message ?? "", details: details)
    detailsHaveMessage = true
    file = (input.name, diagnostics)
  }

  /// The reason and the details as text for standard error.
  func text(_ styling: Styling) -> String {
    let headline =
      detailsHaveMessage ? [] : [styling.paint("error:", .error) + " " + message]
    return (headline + details).map { $0 + "\n" }.joined()
  }
}

/// The codes of failures that have nothing to do with the contents of a patch.
extension JSONPatch.Code {
  /// The command line is wrong.
  static let usage = Self(rawValue: "usage")
  /// A file could not be read.
  static let fileUnreadable = Self(rawValue: "file-unreadable")
  /// A file could not be written.
  static let fileUnwritable = Self(rawValue: "file-unwritable")
  /// There is no profile of that name.
  static let profileUnknown = Self(rawValue: "profile-unknown")
  /// A file is a JSON Patch where a merge patch is asked for.
  static let notMergePatch = Self(rawValue: "not-a-merge-patch")
  /// Differences that the profile does not let through, where none may be left out.
  static let differencesSkipped = Self(rawValue: "differences-skipped")
  /// A secret of the document would be written into a patch that has none.
  static let secretExposed = Self(rawValue: "secret-exposed")
  /// The resource does not document this format of an update; a warning.
  static let formatNotDocumented = Self(rawValue: "format-not-documented")
  /// A file is no profile.
  static let profileInvalid = Self(rawValue: "profile-invalid")
}
