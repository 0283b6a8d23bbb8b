import Foundation
import JSONPatching
import PatchCommand
import TestSupport
import Testing

/// Nothing but the patched document itself shows what the secret places hold: a patch that a verb makes is printed
/// whole or not at all.
struct SecretOutputTests {
  /// A document with the secrets in clear, as nobody should have it.
  static let document = #"""
    {"integrationKey": "split", "name": "Split", "tags": ["one", "two"], "version": 3, "config": {
      "workspaceApiKey": "FIRST-secret/1~\"x", "ldApiKey": "SECOND-\u0073ecret", "workspaceId": "w",
      "environmentId": "e", "syncToken": {"parts": ["THIRD-secret", 7061987], "pin": "p7q"}}}
    """#

  /// Pieces that are in nothing but the secrets, of the document and of the patches.
  static let pieces = [
    "FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "7061987", "p7q", "q7p",
  ]

  /// All ways to show something about a patch.
  static let commands: [[String]] = [
    ["preview"], ["preview", "--full"], ["preview", "--brief", "--ascii"],
    ["preview", "-o", "json"],
    ["validate"], ["validate", "--max-errors", "0"], ["validate", "-o", "json"],
    request(), request("-f", "http"), request("-f", "json"), request("-f", "ldcli"),
    request("--comment", "c", "-f", "json"), request("--comment", "c"),
  ]

  private static func request(_ words: String...) -> [String] {
    ["request", "--force", "--project-key", "p", "--id", "i"] + words
  }

  /// What the commands print about a patch, but not the patched document.
  static func outputs(_ patch: String, on document: String = document) throws
    -> [(command: String, text: String)]
  {
    let folder = try TemporaryFolder()
    try folder.write(document, to: "doc.json")
    try folder.write(patch, to: "patch.json")
    let words = ["patch.json", "--on", "doc.json", "--profile", "flag-import-configuration"]
    var outputs: [(String, String)] = []
    for terminal in [Terminal(), Terminal(isInput: false, isOutput: true, isError: true)] {
      let session = Session(terminal: terminal, folder: folder.path)
      for command in commands {
        let result = session.run([command[0]] + words + command.dropFirst())
        outputs.append((command.joined(separator: " "), result.text + result.error))
      }
      for verb in [
        ["apply"], ["invert"], ["invert", "--tests", "values"], ["convert", "--to", "merge"],
        ["convert", "--to", "wrapped"], ["convert", "--to", "bare"],
      ] {
        let result = session.run([verb[0]] + words + verb.dropFirst())
        let text = verb == ["apply"] ? "" : result.text
        outputs.append((verb.joined(separator: " "), text + result.error))
      }
    }
    return outputs
  }

  /// The first piece of a secret that is shown; `nil` if there is none.
  static func leak(_ patch: String, on document: String = document) throws -> String? {
    for (command, text) in try outputs(patch, on: document) {
      if let piece = pieces.first(where: text.contains) {
        return "\(command) shows \(piece) for \(patch):\n\(text)"
      }
    }
    return nil
  }

  static let key = #""from":"/config/workspaceApiKey""#

  @Test(arguments: [
    #"{"op":"copy",\#(key),"path":"/name"},{"op":"test","path":"/name","value":"x"}"#,
    #"{"op":"copy",\#(key),"path":"/name"},{"op":"replace","path":"/name","value":"y"}"#,
    #"{"op":"copy",\#(key),"path":"/config/foo"}"#,
    #"{"op":"copy","from":"/config","path":"/config/x"}"#,
    #"{"op":"copy","from":"/config","path":"/config/x"},{"op":"move","from":"/config/x","path":"/name"}"#,
    #"{"op":"copy",\#(key),"path":"/tags/0"},{"op":"remove","path":"/tags/1"}"#,
    #"{"op":"copy",\#(key),"path":"/tags/0"},{"op":"remove","path":"/tags/0"}"#,
    #"{"op":"copy",\#(key),"path":"/tags/-"},{"op":"test","path":"/tags","value":[]}"#,
    #"{"op":"copy","from":"/config/syncToken/parts/1","path":"/tags/-"}"#,
    #"{"op":"copy","from":"/config/syncToken/pin","path":"/name"}"#,
    #"{"op":"copy","from":"/config/syncToken/pin","path":"/tags/-"},{"op":"add","path":"/tags/0","value":"p7q"}"#,
    #"{"op":"replace","path":"/tags","value":["p7q","p7q"]}"#,
    #"{"op":"add","path":"/tags","value":["q7p","q7p"]},{"op":"add","path":"/config/ldApiKey","value":"q7p"}"#,
    #"{"op":"test","path":"","value":{}}"#,
    #"{"op":"test","path":"/config","value":{"workspaceApiKey":"FOURTH"}}"#,
    #"{"op":"replace","path":"/config/ldApiKey","value":"FOURTH"},{"op":"replace","path":"/name","value":"a FOURTH b"}"#,
    #"{"op":"add","path":"/name","value":"FOURTH"},{"op":"copy","from":"/name","path":"/config/ldApiKey"}"#,
    #"{"op":"replace","path":"/name","value":5},{"op":"test","path":"/config/ldApiKey","value":"FOURTH"}"#,
    #"{"op":"add","path":"/config/FOURTH","value":1},{"op":"add","path":"/config/ldApiKey","value":"FOURTH"}"#,
    #"{"op":"remove","path":"/SECOND-secret"}"#,
    #"{"op":"remove","path":"/config/FIRST-secret~11~0\"x"}"#,
    #"{"op":"add","path":"/config/SECOND-secret","value":"THIRD-secret"}"#,
    #"{"op":"add","path":"/config/x","value":{"SECOND-secret":"THIRD-secret"}}"#,
    #"{"op":"FOURTH","path":"/config/ldApiKey","value":"FOURTH"}"#,
    #"{"op":"replace","path":"/config/ldApiKey","value":"FOURTH","value":"FIFTH"}"#,
    #"{"op":"replace","path":"/config/ldApiKey","valeu":"FOURTH"}"#,
    #"{"op":"replace","path":"config/ldApiKey","value":"FOURTH"}"#,
    #"{"op":"replace","paht":"/config/ldApiKey","value":"FOURTH"}"#,
    #"{"op":"replace","path":"/confg/ldApiKey","value":"FOURTH"}"#,
    #"{"op":"replace","path":"/config/ldApiKey","value":"FOU\u0052TH"},{"op":"nope"}"#,
    #"["replace","/config/ldApiKey","FOURTH"]"#,
  ])
  func `what the patch does with a secret does not show it`(operations: String) throws {
    #expect(try Self.leak("[\(operations)]") == nil)
  }

  @Test(arguments: [
    #"{"op":"copy",\#(key),"path":"/name"}"#, #"{"op":"copy",\#(key),"path":"/tags/0"}"#,
    #"{"op":"move",\#(key),"path":"/name"}"#,
    #"{"op":"copy","from":"/config/syncToken/pin","path":"/name"}"#,
  ])
  func `a secret that a patch only refers to is in no merge patch`(operation: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.document, to: "doc.json")
    try folder.write("[\(operation)]", to: "patch.json")
    let result = Session(folder: folder.path).run(
      "convert", "patch.json", "--to", "merge", "--on", "doc.json", "--profile",
      "flag-import-configuration")
    #expect(result.status == .refused && result.output.isEmpty)
  }

  /// Commands that make a patch with a secret of the configuration, and their status without it.
  static let makers: [(command: String, status: PatchCommand.ExitStatus)] = [
    ("diff doc.json new.json", .trouble),
    ("diff doc.json new.json -o merge", .trouble),
    ("diff doc.json new.json -o json", .trouble),
    ("diff doc.json new.json --tests values", .trouble),
    ("invert new.patch --on doc.json", .refused),
    ("invert new.patch --on doc.json --tests none", .refused),
    ("convert new.patch --to merge --on doc.json", .refused),
    ("convert new.patch --to wrapped", .refused),
    ("convert new.patch --to wrapped --comment FOURTH", .refused),
    ("convert new.patch --to bare --on doc.json", .refused),
    ("convert new.merge --to patch --on doc.json", .refused),
  ]

  @Test(arguments: makers)
  func `a patch with a secret is printed only if the secret may be shown`(
    command: String, status: PatchCommand.ExitStatus
  ) throws {
    let folder = try TemporaryFolder()
    let old = #"{"integrationKey":"split","config":{"ldApiKey":"FIRST-s","workspaceId":"w"}}"#
    try folder.write(old, to: "doc.json")
    try folder.write(old.replacing("FIRST-s", with: "FOURTH"), to: "new.json")
    try folder.write(
      #"[{"op":"replace","path":"/config/ldApiKey","value":"FOURTH"}]"#, to: "new.patch")
    try folder.write(#"{"config":{"ldApiKey":"FOURTH"}}"#, to: "new.merge")
    let session = Session(folder: folder.path)
    let words =
      command.split(separator: " ").map(String.init) + ["--profile", "flag-import-configuration"]
    let hidden = session.run(words)
    #expect(hidden.status == status)
    #expect(!Self.pieces.contains(where: (hidden.text + hidden.error).contains))
    if command.hasSuffix("json -o json") {
      #expect(try JSON(parsing: hidden.output)["error"]?["code"] == "secret-exposed")
    } else {
      #expect(hidden.output.isEmpty)
    }
    #expect(hidden.error.contains("[secret-exposed]"))
    let other = session.run(words + ["--reveal", "/config/workspaceApiKey"])
    #expect(other.status == status)
    let shown = session.run(words + ["--reveal", "/config"])
    #expect(shown.status == (command.hasPrefix("diff") ? .refused : .success))
    #expect(Self.pieces.contains(where: shown.text.contains))
  }

  @Test func `lines for people have marks in the place of secrets`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.document, to: "doc.json")
    try folder.write(Self.document.replacing("FIRST", with: "FOURTH"), to: "new.json")
    let result = Session(folder: folder.path).run(
      "diff", "doc.json", "new.json", "-o", "unified", "--profile", "flag-import-configuration")
    #expect(result.status == .refused)
    #expect(result.text.contains("(sensitive, changed)"))
    #expect(!Self.pieces.contains(where: (result.text + result.error).contains))
  }

  @Test func `the mask of a secret is none`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"integrationKey":"split","name":"n","config":{"ldApiKey":"pla****key"}}"#, to: "doc.json")
    try folder.write(
      #"[{"op":"replace","path":"/config/ldApiKey","value":"new****key"}]"#, to: "patch.json")
    let result = Session(folder: folder.path).run(
      "invert", "patch.json", "--on", "doc.json", "--profile", "flag-import-configuration")
    #expect(result.status == .success)
    #expect(result.text.contains("pla****key"))
  }

  @Test func `an inverse tests no secret`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.document, to: "doc.json")
    try folder.write(
      #"[{"op":"test","path":"/config/ldApiKey","value":"SECOND-secret"},"#
        + #"{"op":"replace","path":"/config/workspaceId","value":"other"}]"#, to: "patch.json")
    let result = Session(folder: folder.path).run(
      "invert", "patch.json", "--on", "doc.json", "--profile", "flag-import-configuration",
      "--tests", "values")
    #expect(result.status == .success)
    #expect(result.text.contains("other") && !result.text.contains("SECOND"))
  }

  @Test(arguments: [
    "invert patch.json --on doc.json --tests values", "diff doc.json new.json --tests values",
  ])
  func `no secret is tested, even one that may be shown`(command: String) throws {
    let folder = try TemporaryFolder()
    let old = #"{"integrationKey":"split","name":"n","config":{"ldApiKey":"pla****key"}}"#
    try folder.write(old, to: "doc.json")
    try folder.write(
      old.replacing("pla****key", with: "FOURTH").replacing(#""n""#, with: #""m""#), to: "new.json")
    try folder.write(
      #"[{"op":"replace","path":"/config/ldApiKey","value":"FOURTH"},"#
        + #"{"op":"replace","path":"/name","value":"m"}]"#, to: "patch.json")
    let result = Session(folder: folder.path).run(
      command.split(separator: " ").map(String.init)
        + ["--profile", "flag-import-configuration", "--reveal", ""])
    let tests = try JSON(parsing: result.output).array?.filter { $0["op"] == "test" } ?? []
    #expect(tests.map { $0["path"] } == ["/name"])
  }

  @Test(arguments: [
    #"{"op":"replace","path":"/config/ldApiKey","value":"FOURTH"}"#,
    #"[{"op":"replace","path":"/config/ldApiKey","value":"FOURTH"},]"#,
    #"{"config":{"ldApiKey":"FOURTH"}}"#, #"'FOURTH'"#, #""FOURTH"#,
  ])
  func `a file that is no patch does not show its text`(patch: String) throws {
    #expect(try Self.leak(patch) == nil)
  }

  @Test(arguments: [
    #"[{"op":"replace","path":"/config/ldApiKey","value":"FOURTH"},{"op":"add","path":"/name","value":"FOURTH"},{}]"#,
    #"[{"op":"replace","path":"config/ldApiKey","value":["FOURTH"]},{"op":"FOURTH"}]"#,
    #"[{"op":"replace","path":"/config/ldApiKey","value":"FOURTH"},]"#,
  ])
  func `a patch without its document does not show its secrets`(patch: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(patch, to: "patch.json")
    for format in ["text", "json"] {
      let result = Session(folder: folder.path).run(
        "validate", "patch.json", "--profile", "flag-import-configuration", "-o", format)
      #expect(result.status == .refused)
      #expect(!result.text.contains("FOURTH"))
    }
  }

  @Test func `a document that cannot be read does not show its text`() throws {
    let document = #"{"config": {"ldApiKey": "SECOND-secret" "workspaceId": "w"}}"#
    #expect(try Self.leak("[]", on: document) == nil)
  }

  @Test func `a repeated member does not show the value that it hides`() throws {
    let document =
      #"{"integrationKey":"split","config":{"ldApiKey":"FIRST-s","ldApiKey":"SECOND-s"}}"#
    #expect(
      try Self.leak(#"[{"op":"add","path":"/config/ldApiKey","value":"FOURTH"}]"#, on: document)
        == nil)
  }

  @Test func `what is not secret is shown`() throws {
    let patch = #"[{"op":"replace","path":"/config/workspaceId","value":"other"}]"#
    for (command, text) in try Self.outputs(patch)
    where command == "preview" || command == "preview -o json" {
      #expect(text.contains("\"other\""), "\(command)")
    }
  }

  @Test func `a short secret hides no part of a word`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"integrationKey":"split","name":"ab","config":{"ldApiKey":"ab"}}"#, to: "doc.json")
    try folder.write(#"[{"op":"replace","path":"/name","value":"cabin"}]"#, to: "patch.json")
    let result = Session(folder: folder.path).run(
      "preview", "patch.json", "--on", "doc.json", "--profile", "flag-import-configuration")
    #expect(result.text.contains(#"(sensitive) → "cabin""#))
  }

  @Test func `no patch makes an output show a secret`() {
    let counterexample = Property.counterexample(trials: 40) { generator in
      let operations = (0..<1 + generator.below(6)).map { _ in Self.operation(using: &generator) }
      return try Self.leak("[\(operations.joined(separator: ","))]")
    }
    #expect(counterexample == nil)
  }

  private static let places = [
    "", "/name", "/tags", "/tags/0", "/tags/1", "/tags/-", "/config", "/config/workspaceApiKey",
    "/config/ldApiKey", "/config/workspaceId", "/config/syncToken", "/config/syncToken/parts",
    "/config/syncToken/parts/0", "/config/syncToken/pin", "/config/foo", "/config/foo/bar",
    "/version", "/SECOND-secret", "/config/THIRD-secret",
  ]

  private static let values = [
    #""x""#, #""FIRST-secret\u002f1~\"x""#, #""a SECOND-secret b""#, "7061987", "7.061987e6",
    "null",
    #"{"ldApiKey":"THIRD-secret","a":"\u0053ECOND-secret"}"#, #"["one","THIRD-secret"]"#, "true",
    #""p7q""#, #"{"SECOND-secret":1}"#, #"{"config":{"workspaceApiKey":"FIRST-secret/1~\"x"}}"#,
  ]

  private static func operation(using generator: inout SeededGenerator) -> String {
    let path = generator.pick(places)
    switch generator.below(6) {
    case 0, 1: return #"{"op":"copy","from":"\#(generator.pick(places))","path":"\#(path)"}"#
    case 2: return #"{"op":"move","from":"\#(generator.pick(places))","path":"\#(path)"}"#
    case 3: return #"{"op":"remove","path":"\#(path)"}"#
    default:
      let kind = generator.pick(["add", "replace", "test"])
      return #"{"op":"\#(kind)","path":"\#(path)","value":\#(generator.pick(values))}"#
    }
  }
}
