import Testing

@testable import PatchCommand

struct ArgumentParserTests {
  /// A command line that is understood.
  struct Good: Sendable, CustomTestStringConvertible {
    let line: String
    let path: [String]
    let words: [String]
    let options: [String: String]

    var testDescription: String { line }

    init(_ line: String, _ path: String, _ words: [String], _ options: [String: String] = [:]) {
      self.line = line
      self.path = path.split(separator: " ").map(String.init)
      self.words = words
      self.options = options
    }
  }

  static let good = [
    Good("preview p --on d", "preview", ["p"], ["on": "d"]),
    Good("preview --on d p", "preview", ["p"], ["on": "d"]),
    Good("preview --on=d p", "preview", ["p"], ["on": "d"]),
    Good("preview --on=a=b p", "preview", ["p"], ["on": "a=b"]),
    Good("preview - --on d", "preview", ["-"], ["on": "d"]),
    Good("preview --on - p", "preview", ["p"], ["on": "-"]),
    Good("preview --on -x p", "preview", ["p"], ["on": "-x"]),
    Good("preview p --on d -o json", "preview", ["p"], ["on": "d", "output": "json"]),
    Good("preview p --on d -ojson", "preview", ["p"], ["on": "d", "output": "json"]),
    Good("preview p --on d -o=json", "preview", ["p"], ["on": "d", "output": "json"]),
    Good("preview p --on d -qojson", "preview", ["p"], ["on": "d", "output": "json", "quiet": ""]),
    Good(
      "apply p --on d -icS", "apply", ["p"],
      ["on": "d", "in-place": "", "compact": "", "sort-keys": ""]),
    Good("apply p --on d --indent 0", "apply", ["p"], ["on": "d", "indent": "0"]),
    Good("get --on d -- /a", "get", ["/a"], ["on": "d"]),
    Good("get --on d -- -h", "get", ["-h"], ["on": "d"]),
    Good("get --on d -- --", "get", ["--"], ["on": "d"]),
    Good("validate a b c", "validate", ["a", "b", "c"]),
    Good("profile list", "profile list", []),
    Good("profile explain n", "profile explain", ["n"]),
    Good("profile explain n /a", "profile explain", ["n", "/a"]),
    Good("help", "help", []),
    Good("help profile list", "help", ["profile", "list"]),
    Good("--version", "", [], ["version": ""]),
    Good("-h", "help", []),
    Good("--help", "help", []),
    Good("preview -h", "help", ["preview"]),
    Good("preview p --nonsense --help", "help", ["preview"]),
    Good("profile list -h", "help", ["profile", "list"]),
    Good("profile -h", "help", ["profile"]),
    Good("-h preview", "help", []),
    Good("nonsense -h", "help", []),
  ]

  @Test(arguments: good)
  func `a good command line is understood`(_ good: Good) throws {
    let words = good.line.split(separator: " ").map(String.init)
    let arguments = try ArgumentParser.parse(words, by: .root)
    #expect(arguments.path == good.path)
    #expect(arguments.words == good.words)
    for flag in arguments.verb.options {
      #expect(arguments[flag] == good.options[flag.name], "--\(flag.name)")
    }
  }

  static let bad: [(line: String, message: String)] = [
    ("prevew", "unknown subcommand 'prevew'; did you mean 'preview'?"),
    ("PREVIEW", "did you mean 'preview'?"),
    ("xyzzy", "unknown subcommand 'xyzzy'"),
    ("profile", "a subcommand is missing"),
    ("profile lst", "unknown subcommand 'lst'; did you mean 'list'?"),
    (
      "preview p --on d --profle x",
      "unknown option '--profle' for 'preview'; did you mean '--profile'?"
    ),
    ("preview p --on d --profle=x", "unknown option '--profle' for 'preview'"),
    ("preview p --on d --xyzzyxyzzy", "unknown option '--xyzzyxyzzy' for 'preview'"),
    ("preview p --on d -x", "unknown option '-x' for 'preview'"),
    ("preview p --on d -qx", "unknown option '-x' for 'preview'"),
    ("preview p", "option '--on <document>' is missing"),
    ("preview --on d", "the argument <patch> is missing"),
    ("preview p q --on d", "unexpected argument 'q' for 'preview'"),
    ("preview p --on", "option '--on' needs a value <document>"),
    ("preview p --on d --on e", "option '--on' is given twice"),
    ("preview p --on d --strict=yes", "option '--strict' takes no value"),
    ("preview p --on=", "option '--on' needs the name of a file"),
    ("preview p --on d -o jsn", "is one of text, json, not 'jsn'; did you mean 'json'?"),
    ("preview p --on d --color maybe", "is one of auto, always, never, not 'maybe'"),
    ("apply p --on d --indent x", "option '--indent' needs a number from 0 to 16, not 'x'"),
    ("apply p --on d --indent 17", "needs a number from 0 to 16"),
    ("apply p --on d --indent -1", "needs a number from 0 to 16"),
    ("apply p --on d --indent +1", "needs a number from 0 to 16"),
    ("apply p --on d --indent 99999999999999999999", "needs a number from 0 to 16"),
    ("apply p --on d --indent=", "needs a number from 0 to 16"),
    (
      "apply p --on d --compact --indent 2",
      "options '--compact' and '--indent' contradict each other"
    ),
    ("apply p --on d -i -o f", "options '--in-place' and '--output' contradict each other"),
    ("validate", "the argument <patch> is missing"),
    ("get --on d", "the argument <pointer> is missing"),
    ("get --on d -- /a --on", "unexpected argument '--on' for 'get'"),
    ("--verbose", "unknown option '--verbose'"),
    ("--profile", "unknown option '--profile'"),
  ]

  @Test(arguments: bad)
  func `a bad command line is refused`(line: String, message: String) {
    let words = line.split(separator: " ").map(String.init)
    let failure = #expect(throws: Failure.self) { try ArgumentParser.parse(words, by: .root) }
    #expect(failure?.status == .usage)
    #expect(failure?.message.contains(message) == true, "\(failure?.message ?? "no message")")
    #expect(failure?.details.first?.hasPrefix("USAGE: jpatch") == true)
  }

  @Test func `no word can make the parser trap`() {
    let pieces = [
      "", "-", "--", "---", "-=", "--=", "--on", "--on=", "-o", "-h=", "preview", "profile", "é",
      "--e\u{301}", "-\u{0}", "--color", "\u{1B}[2J", "get", "=", "--=on", "-oo", "-qq", "- -",
    ]
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<5000 {
      let count = Int.random(in: 0...6, using: &generator)
      let words = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
      do {
        _ = try ArgumentParser.parse(words, by: .root)
      } catch {
        #expect(error.status == .usage)
        #expect(!error.text(.plain).unicodeScalars.contains { $0.value == 0x1B })
      }
    }
  }
}

extension Styling {
  /// Without colour, eighty columns wide.
  static let plain = Styling(usesColor: false, symbols: .unicode, columns: 80)
}
