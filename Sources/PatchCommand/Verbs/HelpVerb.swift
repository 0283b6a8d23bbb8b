import PatchProfiles

/// `jpatch help`, and `jpatch` without a subcommand.
enum HelpVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    var verb = Verb.root
    var path: [String] = []
    for word in arguments.words {
      guard let next = verb.verb(named: word) else {
        let question = Spelling.question(for: word, among: verb.verbs.map(\.name))
        throw Failure(usage: "unknown subcommand '\(word.visible)'\(question)", arguments)
      }
      verb = next
      path.append(next.name)
    }
    let width = min(context.output.columns, 100)
    return Outcome(.success, text: HelpText(verb: verb, path: path).text(width: width))
  }

  static func performRoot(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    guard arguments.has(.version) else {
      throw Failure(usage: "a subcommand is missing", arguments)
    }
    let rules = PatchProfile.builtInDay.map { "profiles as of \($0)\n" } ?? ""
    return Outcome(.success, text: "\(Verb.root.name) \(version)\n\(rules)")
  }

  /// The version of the tool.
  static let version = "0.1.0"
}
