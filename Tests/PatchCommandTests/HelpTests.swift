import Testing

@testable import PatchCommand

struct HelpTests {
  /// Every verb with the words that lead to it.
  static let verbs = below(.root, [])

  static func below(_ verb: Verb, _ path: [String]) -> [(verb: Verb, path: [String])] {
    [(verb, path)] + verb.verbs.flatMap { below($0, path + [$0.name]) }
  }

  @Test func `help and -h print the same for every verb`() {
    for (_, path) in Self.verbs {
      let help = Session().run(["help"] + path)
      #expect(help.status == .success)
      #expect(help.error.isEmpty)
      #expect(Session().run(path + ["-h"]) == help)
      #expect(Session().run(path + ["--help"]) == help)
    }
  }

  @Test func `help names everything that the table has`() {
    for (verb, path) in Self.verbs {
      let text = HelpText(verb: verb, path: path).text(width: 80)
      #expect(text.contains("OVERVIEW: "))
      #expect(text.contains("USAGE: jpatch"))
      for flag in verb.options {
        #expect(text.contains("\n  \(flag.label)"), "\(path) \(flag.label)")
      }
      for parameter in verb.parameters {
        #expect(text.contains("\n  <\(parameter.label)> "), "\(path) \(parameter.label)")
      }
      for verb in verb.verbs {
        #expect(text.contains("\n  \(verb.name) "), "\(path) \(verb.name)")
      }
    }
  }

  @Test func `explanations begin in column 26 and stay within the line`() {
    for (verb, path) in Self.verbs {
      for width in [60, 80, 100] {
        let text = HelpText(verb: verb, path: path).text(width: width)
        let isExample = Set(verb.examples.map { "  " + $0.line })
        for line in text.split(separator: "\n").map(String.init) where !isExample.contains(line) {
          if line.hasPrefix("USAGE") || line.hasPrefix("  #") || line.hasPrefix("  See") {
            continue
          }
          #expect(line.count <= width, "\(line)")
          #expect(line.last != " ", "\(line)")
          if line.hasPrefix("   ") { #expect(line.prefix { $0 == " " }.count == 26, "\(line)") }
        }
      }
    }
  }

  @Test func `every verb either acts or has verbs, and every word is used once`() {
    for (verb, path) in Self.verbs {
      #expect((verb.action == nil) != verb.verbs.isEmpty || path.isEmpty, "\(path)")
      #expect(Set(verb.options.map(\.name)).count == verb.options.count, "\(path)")
      let letters = verb.options.compactMap(\.letter)
      #expect(Set(letters).count == letters.count, "\(path)")
      #expect(Set(verb.verbs.map(\.name)).count == verb.verbs.count, "\(path)")
      for name in verb.contradictions.joined() {
        #expect(verb.option(named: name) != nil, "\(path) \(name)")
      }
      for parameter in verb.parameters.dropLast() { #expect(!parameter.isRepeated, "\(path)") }
    }
  }

  @Test func `the examples are command lines that the table understands`() throws {
    for (verb, _) in Self.verbs {
      for example in verb.examples {
        let line = example.line.split(separator: "|").last.map(String.init) ?? ""
        let words = line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
        try #require(words.first == "jpatch")
        _ = try ArgumentParser.parse(Array(words.dropFirst()), by: .root)
      }
    }
  }

  @Test func `the status of no command and of no topic is that of a wrong command line`() {
    #expect(Session().run().status == .usage)
    #expect(Session().run("help", "xyzzy").status == .usage)
    #expect(Session().run("help", "prview").error.contains("did you mean 'preview'?"))
  }

  @Test func `the version is on the first line`() {
    let result = Session().run("--version")
    #expect(result.status == .success)
    #expect(result.text.hasPrefix("jpatch \(HelpVerb.version)\n"))
  }
}
