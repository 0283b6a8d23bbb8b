/// A verb of the command, as the command table declares it.
///
/// A verb either does something or has verbs of its own.
struct Verb: Sendable {
  /// What a verb does.
  typealias Action = @Sendable (Arguments, Context) throws(Failure) -> Outcome

  /// A command line to learn from.
  struct Example: Sendable {
    /// The command line, without a prompt.
    let line: String
    /// What it does.
    let purpose: String

    init(_ line: String, _ purpose: String) {
      self.line = line
      self.purpose = purpose
    }
  }

  /// The word on the command line.
  let name: String
  /// One sentence for the list of verbs.
  let abstract: String
  /// Command lines to learn from.
  var examples: [Example] = []
  /// Paragraphs that say more.
  var discussion: [String] = []
  /// The arguments without a dash, in order.
  var parameters: [Parameter] = []
  /// The options of its own.
  var flags: [Flag] = []
  /// Options that contradict each other, by their names.
  var contradictions: [[String]] = []
  /// Verbs of its own.
  var verbs: [Verb] = []
  /// What it does; `nil` for a verb that only groups others.
  var action: Action?

  /// All options, in the order of help.
  var options: [Flag] { flags + (verbs.isEmpty ? Flag.common : [.help]) }

  /// Whether the verb, or one of its own, can answer with a report for programs.
  var canReport: Bool {
    flags.contains { flag in
      [Flag.json, .requestFormat].contains { $0.name.hasSameBytes(as: flag.name) }
    }
      || verbs.contains(where: \.canReport)
  }

  /// The verb of its own with a name.
  func verb(named name: String) -> Verb? {
    verbs.first { $0.name.hasSameBytes(as: name) }
  }

  /// The option with a long name.
  func option(named name: some StringProtocol) -> Flag? {
    options.first { $0.name.hasSameBytes(as: name) }
  }

  /// The option with a letter.
  func option(lettered letter: Unicode.Scalar) -> Flag? {
    options.first { $0.letter == letter }
  }
}
