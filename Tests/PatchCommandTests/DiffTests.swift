import JSONPatching
import TestSupport
import Testing

@testable import PatchCommand

/// What `diff` promises about any two documents.
struct DiffTests {
  private func run(_ old: String, _ new: String, _ options: String...) throws -> Session.Result {
    let folder = try TemporaryFolder()
    try folder.write(old, to: "old.json")
    try folder.write(new, to: "new.json")
    return Session(folder: folder.path).run(["diff", "old.json", "new.json"] + options)
  }

  @Test func `the output is a patch that leads from one document to the other`() throws {
    let counterexample = Property.counterexample(trials: 100) { generator in
      let old = ModelJSON.random(using: &generator)
      let new = generator.oneIn(4) ? old : ModelJSON.random(using: &generator)
      let (before, after) = (
        String(decoding: old.noisyText(using: &generator), as: UTF8.self),
        String(decoding: new.noisyText(using: &generator), as: UTF8.self)
      )
      let options = generator.oneIn(2) ? ["--moves", "--copies"] : ["--tests", "values"]
      let result = try run(before, after, options[0], options[1])
      let patch = try JSONPatch(parsing: result.text)
      let isSame = try JSON(parsing: before) == JSON(parsing: after)
      let isRight =
        try JSON(parsing: before).applying(patch) == JSON(parsing: after)
        && result.status == (isSame ? .success : .refused) && patch.isEmpty == isSame
      return isRight ? nil : "\(before)\n\(after)\n\(result)"
    }
    #expect(counterexample == nil)
  }

  @Test func `what cannot be compared is trouble`() throws {
    for (old, new) in [
      ("", "{}"), ("{}", "{"), ("[1,]", "1"), ("{}", String(repeating: "[", count: 9999)),
    ] {
      let result = try run(old, new)
      #expect(result.status == .trouble)
      #expect(result.output.isEmpty)
    }
  }

  @Test func `a member that becomes null is no merge patch`() throws {
    let result = try run(#"{"a": 1}"#, #"{"a": null}"#, "-o", "merge")
    #expect(result.status == .trouble)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("[not-expressible]"))
  }

  @Test func `differences that nobody wants to know of are none`() throws {
    let (old, new) = (#"{"name": "n", "version": 1}"#, #"{"name": "n", "version": 2}"#)
    let profile = ["--profile", "flag-import-configuration"]
    #expect(try run(old, new, profile[0], profile[1]).status == .refused)
    let hidden = try run(old, new, profile[0], profile[1], "--skipped", "hide")
    #expect(hidden.status == .success && hidden.text == "[]\n" && hidden.error.isEmpty)
  }

  @Test func `secrets are in the patch and nowhere else`() throws {
    let old =
      #"{"integrationKey": "split", "config": {"ldApiKey": "SECRET-1", "workspaceId": "w"}}"#
    let new =
      #"{"integrationKey": "split", "config": {"ldApiKey": 51378, "workspaceId": "SECRET-1"}, "_x": "SECRET-1"}"#
    let profile = ["--profile", "flag-import-configuration"]
    let patch = try run(old, new, profile[0], profile[1])
    #expect(!patch.error.contains("SECRET-1") && !patch.error.contains("51378"))
    let unified = try run(old, new, profile[0], profile[1], "-o", "unified")
    #expect(!unified.text.contains("SECRET-1"))
    let report = try JSON(parsing: try run(old, new, profile[0], profile[1], "--json").text)
    #expect(report["skipped"]?.description.contains("SECRET-1") == false)
    #expect(report["skipped"]?.description.contains("51378") == false)
  }
}
