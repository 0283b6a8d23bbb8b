import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

struct PreviewTests {
  private static func preview(
    _ patch: String, of document: String, by profile: PatchProfile
  ) throws -> PatchPreview {
    profile.preview(
      PatchDraft(parsing: try Fixtures.bytes("preview/\(patch).json")),
      of: try Fixtures.json("preview/\(document).json"))
  }

  @Test func `a good patch is accepted with its changes`() throws {
    let preview = try Self.preview(
      "patch", of: "delivery", by: .integrationDeliveryConfiguration)
    #expect(preview.verdict == .accepted)
    #expect(preview.diagnostics.isEmpty, "\(preview.diagnostics)")
    #expect(preview.operationCount == 5)
    #expect(preview.passedTests.map(\.pointer) == ["/version"])
    #expect(preview.passedTests.map(\.operationIndex) == [0])
    #expect(preview.changes.map(\.kind) == [.replace, .replace, .add, .remove])
    #expect(preview.changes.map(\.operationIndex) == [1, 2, 3, 4])
    #expect(preview.changes.map(\.pointer) == ["/on", "/name", "/tags/2", "/config/ttlSeconds"])
    #expect(
      preview.changes.map(\.writtenPointer) == ["/on", "/name", "/tags/-", "/config/ttlSeconds"])
    #expect(preview.changes.map(\.old) == [false, "Feature store", nil, 30])
    #expect(preview.changes.map(\.new) == [true, "EU feature store", "eu", nil])
    #expect(preview.changes.map(\.evidence) == [.example, .inferred, .inferred, .inferred])
    #expect(preview.changes.allSatisfy { $0.sensitivePointers.isEmpty && !$0.isSensitive })
    #expect(preview.result?["tags"] == ["ops", "search", "eu"])
    #expect(
      preview.unchecked == ["the members of /config: no manifest of \"example-store\" is known"])
  }

  @Test func `a bad patch is refused with all its findings`() throws {
    let preview = try Self.preview("bad", of: "delivery", by: .integrationDeliveryConfiguration)
    #expect(preview.verdict == .refused)
    #expect(preview.result == nil)
    #expect(preview.changes.isEmpty)
    #expect(
      preview.diagnostics.map(\.code) == [
        .valueMissing, .pathNotEditable, .pathNotFound, .indexOutOfRange, .opNotDocumented,
      ])
    #expect(preview.firstError?.operationIndex == 0)
    #expect(preview.diagnostics[2].help == "did you mean /config/prefix?")
    #expect(preview.diagnostics[4].severity == .warning)
  }

  @Test func `findings are where the screens have them`() throws {
    let preview = try Self.preview("bad", of: "delivery", by: .integrationDeliveryConfiguration)
    let places = preview.diagnostics.map {
      "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)"
    }
    #expect(places == ["2:3", "3:30", "4:30", "5:26", "6:3"])
  }

  @Test func `a real flag import patch is accepted without a finding`() throws {
    let preview = try Self.preview(
      "flag-import-patch", of: "flag-import", by: .flagImportConfiguration)
    #expect(preview.isAccepted)
    #expect(preview.diagnostics.isEmpty, "\(preview.diagnostics)")
    #expect(preview.unchecked.isEmpty)
    #expect(preview.changes.allSatisfy { $0.evidence == .documented })
    #expect(preview.changes.filter(\.isSensitive).map(\.pointer) == ["/config/workspaceApiKey"])
  }

  @Test func `an operation without effect is no change`() throws {
    let document: JSON = ["name": "a", "tags": []]
    let preview = PatchProfile.flagImportConfiguration.preview(
      [.replace("/name", "a"), .add("/tags/-", "b")], of: document)
    #expect(preview.isAccepted)
    #expect(preview.changes.map(\.pointer) == ["/tags/0"])
    #expect(preview.diagnostics.map(\.code) == [.noEffect])
  }

  @Test func `a move has both its ends`() {
    let document: JSON = ["name": "a", "tags": ["x", "y"]]
    let preview = PatchProfile.flagImportConfiguration.preview(
      [.move(from: "/tags/1", to: "/tags/0")], of: document)
    #expect(preview.isAccepted)
    #expect(preview.changes.map(\.from) == ["/tags/1"])
    #expect(preview.changes.map(\.pointer) == ["/tags/0"])
    #expect(preview.changes.map(\.new) == ["y"])
    #expect(preview.result?["tags"] == ["y", "x"])
  }

  @Test func `a value that moves over and over is not kept over and over`() {
    let document: JSON = ["a": JSON(String(repeating: "x", count: 1 << 20))]
    let moves: [JSONPatch.Operation] = [.move(from: "/a", to: "/b"), .move(from: "/b", to: "/a")]
    let preview = PatchProfile.unrestricted.preview(
      JSONPatch(Array(repeatElement(moves, count: 20).joined())), of: document)
    #expect(preview.isAccepted)
    #expect(preview.changes.map(\.kind) == Array(repeating: .move, count: 40))
    #expect(preview.changes.first?.new == document["a"])
    #expect(preview.changes.count { $0.new != nil } == 32)
  }

  @Test func `what a change shows does not depend on later ones`() {
    let preview = PatchProfile.unrestricted.preview(
      [
        .copy(from: "/a", to: "/b"), .add("/b/-", 2), .move(from: "/b", to: "/c"),
        .replace("/c/0", 3), .move(from: "/c/1", to: "/c"),
      ], of: ["a": [1]])
    #expect(preview.changes.map(\.new) == [[1], 2, [1, 2], 3, 2])
    #expect(preview.changes.map(\.old) == [nil, nil, nil, 1, [3, 2]])
    #expect(preview.result == ["a": [1], "c": 2])
  }

  @Test func `the document that was given is not changed`() throws {
    let document = try Fixtures.json("preview/flag-import.json")
    let before = document.serialized()
    let patch = try JSONPatch(parsing: try Fixtures.bytes("preview/flag-import-patch.json"))
    let preview = PatchProfile.flagImportConfiguration.preview(patch, of: document)
    #expect(document.serialized() == before)
    #expect(preview.result != document)
    #expect(preview.result?.serialized() == (try document.applying(patch)).serialized())
  }

  @Test func `previews are values`() throws {
    let document: JSON = ["name": "a", "tags": []]
    let first = PatchProfile.flagImportConfiguration.preview([.replace("/name", "b")], of: document)
    let second = PatchProfile.flagImportConfiguration.preview(
      [.replace("/name", "b")], of: document)
    #expect(first == second)
    #expect(first.hashValue == second.hashValue)
  }
}
