import JSONPatching
import TestSupport
import Testing

@testable import PatchCommand

/// What is shown of a `test` that fails: the place in the patch, what was expected and what found.
struct FailedTestTests {
  private static func folder(_ document: JSON, _ operation: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(document.serialized(), to: "doc.json")
    try folder.write("[\n  \(operation)\n]", to: "patch.json")
    return folder
  }

  @Test(arguments: ["preview", "validate"])
  func `both values are shown`(verb: String) throws {
    let folder = try Self.folder(
      ["version": 4], #"{"op": "test", "path": "/version", "value": [5]}"#)
    let result = Session(folder: folder.path).run(verb, "patch.json", "--on", "doc.json")
    #expect(result.status == .refused)
    #expect(result.text.contains("test failed at /version: expected [5], found 4"))
    let report = Session(folder: folder.path).run(
      verb, "patch.json", "--on", "doc.json", "-o", "json")
    let message = try JSON(parsing: report.output)["files"]?[0]?["diagnostics"]?[0]?["message"]
    #expect(message == "test failed at /version: expected [5], found 4")
  }

  @Test(arguments: ["preview", "validate", "apply"])
  func `long values are not`(verb: String) throws {
    let long = JSON((0..<5000).map { JSON($0) })
    let folder = try Self.folder(
      ["list": long], #"{"op": "test", "path": "", "value": {"list": \#(long), "x": 1}}"#)
    let result = Session(folder: folder.path).run(verb, "patch.json", "--on", "doc.json")
    #expect(result.status == .refused)
    #expect((result.text + result.error).utf8.count < 1000)
  }

  @Test(
    arguments: ["preview", "validate", "apply"],
    [
      #"{"op": "test", "path": "/token", "value": "guess"}"#,
      #"{"op": "test", "path": "", "value": {"token": "t0p", "n": "guess"}}"#,
    ])
  func `secrets are not`(verb: String, operation: String) throws {
    let folder = try Self.folder(try Fixtures.json("profiles/open-document.json"), operation)
    let result = Session(folder: folder.path).run(
      verb, "patch.json", "--on", "doc.json", "--profile", Fixtures.path("profiles/open.json"))
    #expect(result.status == .refused)
    #expect(!(result.text + result.error).contains("t0p"))
  }

  @Test(arguments: [
    (#"{"op": "test", "path": "/a", "value": 2}"#, "2:26"),
    (#"{"op": "move", "from": "/x", "path": "/a"}"#, "2:26"),
    (#"{"op": "replace", "path": "/x", "value": 2}"#, "2:29"),
  ])
  func `the place is that of the path`(operation: String, place: String) throws {
    let folder = try Self.folder(["a": 1], operation)
    for verb in ["apply", "validate"] {
      let result = Session(folder: folder.path).run(verb, "patch.json", "--on", "doc.json")
      #expect((result.text + result.error).contains("patch.json:\(place)"), "\(verb)")
    }
  }
}
