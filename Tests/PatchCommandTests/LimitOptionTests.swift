import JSONPatching
import Testing

@testable import PatchCommand

/// The limits on the command line: each is kept, named when it is met, and raised by its option.
struct LimitOptionTests {
  /// A command line, the option that decides, and two values: one too small, one just enough.
  static let lines: [(line: String, option: String, tooSmall: Int, enough: Int)] = [
    ("preview patch.json --on doc.json", "--max-operations", 2, 3),
    ("apply patch.json --on doc.json", "--max-operations", 2, 3),
    ("validate patch.json --on doc.json", "--max-operations", 2, 3),
    ("validate patch.json", "--max-operations", 2, 3),
    ("preview patch.json --on doc.json", "--max-copied-bytes", 5, 1000),
    ("apply patch.json --on doc.json", "--max-copied-bytes", 5, 1000),
    ("validate patch.json --on doc.json", "--max-copied-bytes", 5, 1000),
    ("preview patch.json --on doc.json", "--max-result-bytes", 10, 1000),
    ("apply patch.json --on doc.json", "--max-result-bytes", 10, 1000),
    ("validate patch.json --on doc.json", "--max-result-bytes", 10, 1000),
    ("preview patch.json --on doc.json", "--max-depth", 1, 6),
    ("preview patch.json --on doc.json", "--max-depth", 3, 6),
    ("apply patch.json --on doc.json", "--max-depth", 1, 6),
    ("apply patch.json --on doc.json", "--max-depth", 3, 6),
    ("apply patch.json --on doc.json --profile flag-import-configuration", "--max-depth", 1, 6),
    ("validate patch.json --on doc.json", "--max-depth", 3, 6),
    ("get /list --on doc.json", "--max-depth", 1, 2),
  ]

  @Test(arguments: lines)
  func `an option sets a limit, and its name says how to raise it`(
    line: String, option: String, tooSmall: Int, enough: Int
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"list": ["0123456789"]}"#, to: "doc.json")
    let operations = [
      #"{"op":"copy","from":"/list","path":"/a"}"#, #"{"op":"add","path":"/list/0","value":[]}"#,
      #"{"op":"copy","from":"","path":"/list/0/-"}"#,
    ]
    try folder.write("[\(operations.joined(separator: ","))]", to: "patch.json")
    let session = Session(folder: folder.path)
    let words = line.split(separator: " ").map(String.init)
    let refused = session.run(words + [option, "\(tooSmall)"])
    #expect(refused.status != .success)
    let said = refused.text + refused.error
    #expect(said.contains("\(option) raises the limit") || said.contains("\(option) \(tooSmall)"))
    guard !line.contains("--profile") else { return }
    let done = session.run(words + ["\(option)=\(enough)"])
    #expect(done.status == .success, "\(done.text)\(done.error)")
  }

  @Test func `a report says which option raises the limit`() throws {
    let folder = try TemporaryFolder()
    try folder.write("[1,2,3]", to: "patch.json")
    let session = Session(folder: folder.path)
    let result = session.run("validate", "patch.json", "--max-operations", "2", "-o", "json")
    let help = try JSON(parsing: result.output)["files"]?[0]?["diagnostics"]?.array?.last?["help"]
    #expect(help?.string?.hasPrefix("--max-operations raises the limit") == true)
  }

  @Test func `every verb that performs patches has all the limits`() {
    for verb in Verb.root.verbs where verb.parameters.contains(where: { $0.label == "patch" }) {
      for flag in Flag.limits {
        #expect(verb.option(named: flag.name) != nil, "\(verb.name) \(flag.name)")
      }
    }
  }

  @Test(arguments: ["-1", "1x", "", "99999999999999999999", "1.0"])
  func `a limit is a number`(text: String) {
    let result = Session().run("get", "/a", "--on", "x", "--max-depth=\(text)")
    #expect(result.status == .usage)
    #expect(result.error.contains("option '--max-depth' needs a number from 0"))
  }
}
