/// The end of a verb that has no result to show.
struct Failure: Error, Sendable {
  /// The status with which the command ends.
  let status: ExitStatus
  /// The reason, in lower case and without a full stop; `nil` if the details begin with it.
  let message: String?
  /// Lines that say more.
  let details: [String]

  init(_ status: ExitStatus, _ message: String? = nil, details: [String] = []) {
    self.status = status
    self.message = message
    self.details = details
  }

  /// A wrong command line, of which the arguments are what was understood.
  init(usage message: String, _ arguments: Arguments) {
    let words = [Verb.root.name, Verb.help.name] + arguments.path
    self.init(
      .usage, message,
      details: [
        HelpText(verb: arguments.verb, path: arguments.path).usage,
        "  See '\(words.joined(separator: " "))' for more information.",
      ])
  }

  init(_ error: FileError) {
    self.init(.trouble, error.description)
  }

  /// The reason and the details as text for standard error.
  func text(_ styling: Styling) -> String {
    let headline = message.map { [styling.paint("error:", .error) + " " + $0] } ?? []
    return (headline + details).map { $0 + "\n" }.joined()
  }
}
