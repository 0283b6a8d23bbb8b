import Foundation
import PatchCommand
import TestSupport
import Testing

/// Tests of documents that have only the masks of secrets (RFC 6902 section 5).
struct UndecidedTestTests {
  static let rules = ["--profile", "flag-import-configuration"]

  /// A folder with the flag import configuration and a patch.
  static func folder(_ patch: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Fixtures.text("preview/flag-import.json"), to: "doc.json")
    try folder.write(patch, to: "patch.json")
    return folder
  }

  static func run(_ verb: String, _ patch: String, _ extra: String...) throws -> Session.Result {
    let folder = try folder(patch)
    return withExtendedLifetime(folder) {
      Session(folder: folder.path).run([verb, "patch.json", "--on", "doc.json"] + rules + extra)
    }
  }

  static let edit = #"{"op":"replace","path":"/name","value":"new"}"#

  /// Tests that differ from the document in more than what a mask stands for.
  static let failing = [
    #"{"op":"test","path":"","value":{}}"#,
    #"{"op":"test","path":"/config","value":{"workspaceApiKey":"real-key"}}"#,
    #"{"op":"test","path":"/config","value":"real-key"}"#,
    #"{"op":"test","path":"/tags","value":[]}"#,
    #"{"op":"test","path":"/config/workspaceApiKey","value":["real-key"]}"#,
  ]

  @Test(arguments: failing, ["apply", "preview", "validate"])
  func `a test that differs in more than a mask fails`(test: String, verb: String) throws {
    let result = try Self.run(verb, "[\(test),\(Self.edit)]")
    #expect(result.status == .refused)
    let text = result.text + result.error
    #expect(!text.contains("cannot be decided"))
    #expect(text.contains(verb == "preview" ? "Refused" : "[test-failed]"))
    if verb == "apply" { #expect(result.output.isEmpty) }
  }

  /// Tests that differ from the document in nothing but what a mask stands for.
  static let undecided: [(test: String, subject: String)] = {
    let config = """
      {"workspaceApiKey":"real-key","workspaceId":"9d6f4b40-8d7a-11ee-b9d1-0242ac120002",\
      "environmentId":"b2c3e6d0-8d7a-11ee-b9d1-0242ac120002","ldApiKey":"api****3f1",\
      "ldTag":"imported-from-split"}
      """
    return [
      (
        #"{"op":"test","path":"/config/workspaceApiKey","value":"real-key"}"#,
        "/config/workspaceApiKey"
      ),
      (#"{"op":"test","path":"/config","value":\#(config)}"#, "/config"),
    ]
  }()

  @Test(arguments: undecided)
  func `what differs in a mask only is not applied`(test: String, subject: String) throws {
    let patch = "[\(test),\(Self.edit)]"
    for extra in [[], ["-i"], ["-o", "new.json"]] {
      let folder = try Self.folder(patch)
      let before = try folder.text("doc.json")
      let result = Session(folder: folder.path)
        .run(["apply", "patch.json", "--on", "doc.json"] + Self.rules + extra)
      #expect(result.status == .refused)
      #expect(result.output.isEmpty)
      let sentence = "the test of \(subject) cannot be decided"
      #expect(result.error.hasPrefix("patch.json:1:"))
      #expect(result.error.contains("error: operation 0: " + sentence))
      #expect(result.error.contains("[test-undecided]"))
      #expect(result.error.hasSuffix("nothing was written.\n"))
      #expect(folder.names == ["doc.json", "patch.json"])
      #expect(try folder.text("doc.json") == before)
    }
    let preview = try Self.run("preview", patch)
    #expect(preview.status == .success)
    #expect(preview.error.contains("warning: operation 0: the test of \(subject) cannot be"))
  }

  @Test func `the whole document has a name`() throws {
    let document = try Fixtures.text("preview/flag-import.json")
      .replacing("4kq****9tz", with: "real-key")
    let patch = #"[{"op":"test","path":"","value":\#(document)}]"#
    let preview = try Self.run("preview", patch, "-o", "json")
    #expect(preview.status == .success)
    #expect(preview.text.contains("the test of the whole document cannot be decided"))
    #expect(preview.text.contains("the test of the whole document: the document has only"))
  }

  @Test func `a test of the mask itself holds`() throws {
    let result = try Self.run(
      "apply",
      #"[{"op":"test","path":"/config/workspaceApiKey","value":"4kq****9tz"},\#(Self.edit)]"#)
    #expect(result.status == .success)
    #expect(result.text.contains(#""name": "new""#))
  }
}
