import JSONTypes

/// Reads a command line by the command table.
///
/// Options may stand before or after the other arguments, as `--flag value` or `--flag=value`;
/// letters may be grouped, and the last may have its value attached (`-qojson`). After `--`
/// everything is an argument. `-h` and `--help` before `--` win over all the rest.
struct ArgumentParser {
  private var remaining: ArraySlice<String>
  private var arguments: Arguments

  /// Reads a command line.
  ///
  /// - Parameters:
  ///   - words: The words after the name of the tool.
  ///   - root: The table.
  /// - Returns: The arguments of the verb, or those of `help` where help is wanted.
  /// - Throws: A failure with ``ExitStatus/usage``.
  static func parse(_ words: [String], by root: Verb) throws(Failure) -> Arguments {
    var parser = ArgumentParser(remaining: words[...], arguments: Arguments(verb: root))
    do {
      try parser.readVerb()
      if wantsHelp(words) { return .help(for: parser.arguments.path) }
      try parser.readWords()
      try parser.check()
      return parser.arguments
    } catch {
      if wantsHelp(words) { return .help(for: parser.arguments.path) }
      var failure = Failure(usage: error.message, parser.arguments)
      failure.wantsReport = parser.wantsReport
      throw failure
    }
  }

  /// Whether the arguments so far or the words that follow ask for a report.
  private var wantsReport: Bool {
    let forms = [
      "--json", "-ojson", "-o=json", "--output=json", "-fjson", "-f=json", "--format=json",
    ]
    let next = zip(remaining, remaining.dropFirst())
    return arguments.wantsJSON
      || arguments.verb.canReport
        && (remaining.contains { word in forms.contains { $0.hasSameBytes(as: word) } }
          || next.contains {
            ["-o", "--output", "-f", "--format"].contains($0) && $1.hasSameBytes(as: "json")
          })
  }

  private static func wantsHelp(_ words: [String]) -> Bool {
    words.prefix { !$0.hasSameBytes(as: "--") }
      .contains { $0.hasSameBytes(as: "-h") || $0.hasSameBytes(as: "--help") }
  }

  /// What is wrong with a command line, in lower case and without a full stop.
  private struct Problem: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }

  /// Follows the words that name a verb, down to one without verbs of its own.
  private mutating func readVerb() throws(Problem) {
    while !arguments.verb.verbs.isEmpty {
      guard let word = remaining.first, !word.hasBytePrefix("-") else {
        if arguments.verb.action != nil { return }
        throw Problem("a subcommand is missing")
      }
      guard let next = arguments.verb.verb(named: word) else {
        let names = arguments.verb.verbs.map(\.name)
        throw Problem(
          "unknown subcommand '\(word.visible)'" + Spelling.question(for: word, among: names))
      }
      arguments.descend(to: next)
      remaining.removeFirst()
    }
  }

  /// Reads options and arguments to the end.
  private mutating func readWords() throws(Problem) {
    while let word = remaining.popFirst() {
      if word.hasSameBytes(as: "--") {
        for word in remaining { arguments.append(word: word) }
        return
      } else if word.hasBytePrefix("--") {
        try readOption(word.dropFirst(2))
      } else if word.hasBytePrefix("-"), word.utf8.count > 1 {
        try readLetters(word.unicodeScalars.dropFirst())
      } else {
        arguments.append(word: word)
      }
    }
  }

  /// Reads `name` or `name=value` of an option in its long form.
  private mutating func readOption(_ text: Substring) throws(Problem) {
    let end = text.utf8.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
    guard let flag = arguments.verb.option(named: text[..<end]) else {
      let name = "--" + text[..<end]
      let known = arguments.verb.options.map(\.spelling)
      throw Problem(
        "unknown option '\(name.visible)'\(context)" + Spelling.question(for: name, among: known))
    }
    try accept(flag, attached: end == text.endIndex ? nil : String(text[end...].dropFirst()))
  }

  /// Reads a group of letters: switches, and at most one option with a value, as the last.
  private mutating func readLetters(_ letters: Substring.UnicodeScalarView) throws(Problem) {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let flag = arguments.verb.option(lettered: letter) else {
        throw Problem("unknown option '-\(String(letter).visible)'\(context)")
      }
      guard flag.value != nil, !letters.isEmpty else {
        try accept(flag, attached: nil)
        continue
      }
      if letters.first == "=" { letters.removeFirst() }
      return try accept(flag, attached: String(letters))
    }
  }

  /// Records an option, with the value that is attached to it or else the next word.
  private mutating func accept(_ flag: Flag, attached: String?) throws(Problem) {
    guard let value = flag.value else {
      if attached != nil { throw Problem("option '\(flag.spelling)' takes no value") }
      return arguments.append(flag)
    }
    guard flag.isRepeated || !arguments.has(flag) else {
      throw Problem("option '\(flag.spelling)' is given twice")
    }
    guard let text = attached ?? remaining.popFirst() else {
      throw Problem("option '\(flag.spelling)' needs a value <\(value.label)>")
    }
    if let problem = value.kind.problem(with: text, for: "option '\(flag.spelling)'") {
      throw Problem(problem)
    }
    arguments.append(flag, value: text)
  }

  /// Checks that what the verb needs is there, and nothing that it does not take.
  private func check() throws(Problem) {
    let verb = arguments.verb
    for (index, parameter) in verb.parameters.enumerated()
    where index >= arguments.words.count && parameter.isRequired {
      throw Problem("the argument <\(parameter.label)> is missing")
    }
    if verb.parameters.last?.isRepeated != true, arguments.words.count > verb.parameters.count {
      let word = arguments.words[verb.parameters.count]
      throw Problem("unexpected argument '\(word.visible)'\(context)")
    }
    for (index, word) in arguments.words.enumerated() {
      let parameter = verb.parameters[min(index, verb.parameters.count - 1)]
      if let problem = parameter.kind.problem(with: word, for: "argument <\(parameter.label)>") {
        throw Problem(problem)
      }
    }
    for flag in verb.options where flag.isRequired && !arguments.has(flag) {
      throw Problem("option '\(flag.usage)' is missing")
    }
    for contradiction in verb.contradictions {
      let given = contradiction.filter { arguments.has($0) }
      if given.count > 1 {
        throw Problem("options '--\(given[0])' and '--\(given[1])' contradict each other")
      }
    }
  }

  /// The end of a message that names the verb.
  private var context: String {
    arguments.path.isEmpty ? "" : " for '\(arguments.path.joined(separator: " "))'"
  }
}

extension Spelling {
  /// The end of a message that asks whether the nearest candidate was meant; empty if none is near.
  static func question(for word: String, among candidates: some Sequence<String>) -> String {
    nearest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }
}
