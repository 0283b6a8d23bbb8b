import JSONPatching
import PatchProfiles

/// `jpatch help`, and `jpatch` without a subcommand.
enum HelpVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    let width = min(context.output.columns, 100)
    if let topic = arguments.words.first, arguments.words.count == 1 {
      if topic.hasSameBytes(as: CodeHelp.topic) {
        return Outcome(.success, text: CodeHelp.text(width: width))
      }
      if let sentence = CodeHelp.sentence(for: topic) {
        let lines = "\(topic): \(sentence)".wrapped(to: width)
        return Outcome(.success, text: lines.joined(separator: "\n") + "\n")
      }
    }
    var verb = Verb.root
    var path: [String] = []
    for word in arguments.words {
      guard let next = verb.verb(named: word) else {
        throw Failure(usage: unknown(word, in: verb), arguments)
      }
      verb = next
      path.append(next.name)
    }
    return Outcome(.success, text: HelpText(verb: verb, path: path).text(width: width))
  }

  private static func unknown(_ word: String, in verb: Verb) -> String {
    let codes = verb.action == nil ? [] : CodeHelp.all.map(\.code.rawValue) + [CodeHelp.topic]
    let question = Spelling.question(for: word, among: verb.verbs.map(\.name) + codes)
    return "unknown subcommand '\(word.visible)'\(question)"
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
