/// A command line that was understood: a verb, its options and its arguments.
struct Arguments: Sendable {
  /// The words that lead to the verb, without the name of the tool.
  private(set) var path: [String] = []
  /// The verb.
  private(set) var verb: Verb
  /// The arguments without a dash, as many as the verb takes.
  private(set) var words: [String] = []
  private var options: [(name: String, value: String)] = []

  init(verb: Verb) {
    self.verb = verb
  }

  /// The command line `help` followed by a path.
  static func help(for path: [String]) -> Arguments {
    var arguments = Arguments(verb: .help)
    arguments.path = [Verb.help.name]
    arguments.words = path
    return arguments
  }

  /// An option was given.
  func has(_ flag: Flag) -> Bool {
    has(flag.name)
  }

  /// An option with a long name was given.
  func has(_ name: String) -> Bool {
    options.contains { $0.name.hasSameBytes(as: name) }
  }

  /// The value of an option; `nil` if it was not given.
  subscript(flag: Flag) -> String? {
    options.last { $0.name.hasSameBytes(as: flag.name) }?.value
  }

  /// All values of an option that may be given several times, in their order.
  func values(of flag: Flag) -> [String] {
    options.filter { $0.name.hasSameBytes(as: flag.name) }.map(\.value)
  }

  /// Goes from a verb to one of its own.
  mutating func descend(to verb: Verb) {
    path.append(verb.name)
    self.verb = verb
  }

  /// Adds an argument without a dash.
  mutating func append(word: String) {
    words.append(word)
  }

  /// Adds an option; the value of a switch is empty.
  mutating func append(_ flag: Flag, value: String = "") {
    options.append((flag.name, value))
  }
}

extension Arguments {
  /// A report for programs is wanted.
  var wantsJSON: Bool {
    guard verb.canReport else { return false }
    return has(.json)
      || [Flag.format, .requestFormat].contains { self[$0]?.hasSameBytes(as: "json") == true }
  }
}
