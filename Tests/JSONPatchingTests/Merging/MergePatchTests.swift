import JSONPatching
import TestSupport
import Testing

/// Merge patches, with RFC 7396's own pseudocode, which the model has, as the referee.
@Suite struct MergePatchTests {
  private func check(_ row: FixtureRow) throws {
    guard let document = try row.jsonText("doc"), let patch = try row.jsonText("patch"),
      let expected = try row.jsonText("expected")
    else { throw row.missing("doc, patch or expected") }
    let result = try JSON(parsing: document).applying(try JSONMergePatch(parsing: patch))
    #expect(TextBytes(result.serialized(as: .compact)) == TextBytes(expected))
    let model = try ModelJSON(parsing: document).merging(try ModelJSON(parsing: patch))
    #expect(TextBytes(model.compactText) == TextBytes(expected))
  }

  @Test(arguments: try FixtureRow.rows(in: "merge"))
  func `the result is the expected one`(_ row: FixtureRow) throws { try check(row) }

  @Test(
    .enabled(if: ThirdParty.hasSuites, "JPATCH_SUITES names no folder"),
    arguments: try ThirdParty.suiteRows(in: "merge"))
  func `the suite's result is ours`(_ row: FixtureRow) throws { try check(row) }

  @Test func `merging does what the RFC's pseudocode does`() {
    let counterexample = Property.counterexample(trials: 1000) { generator in
      let document = ModelJSON.random(using: &generator)
      let patch = ModelJSON.random(using: &generator)
      let original = try JSON(parsing: document.noisyText(using: &generator))
      let result = try original.applying(
        JSONMergePatch(parsing: patch.noisyText(using: &generator)))
      let expected = document.merging(patch)
      return ModelJSON(result).isSpelled(as: expected)
        ? nil : "\(document)\n\(patch)\ngives \(result)"
    }
    #expect(counterexample == nil)
  }

  @Test func `a difference is applied to give the new document, or refused for a null`() {
    let counterexample = Property.counterexample(trials: 1000) { generator in
      let trial = DifferenceTrial(using: &generator)
      let old = try JSON(parsing: trial.oldText)
      let new = try JSON(parsing: trial.newText)
      do {
        let patch = try new.mergeDifference(from: old)
        let isRight = trial.old.merging(ModelJSON(patch.json)) == trial.new
        return try isRight && old.applying(patch) == new ? nil : "\(trial)\n\(patch)"
      } catch let error as JSONPatchError {
        let culprit = error.pointer.flatMap { new[$0] }
        return error.code == .notExpressible && culprit?.isNull == true
          ? nil : "\(trial)\n\(error)"
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `a merge patch becomes a JSON Patch and is the same in effect`() {
    let counterexample = Property.counterexample { generator in
      let document = ModelJSON.random(using: &generator)
      let merge = JSONMergePatch(
        try JSON(parsing: ModelJSON.random(using: &generator).compactText))
      let old = try JSON(parsing: document.compactText)
      let patch = merge.patch(on: old)
      let outcome = ReferencePatcher.outcome(
        of: try ModelJSON(parsing: patch.json.serialized(as: .compact)), on: document)
      guard case .success(let result) = outcome else { return "\(document)\n\(merge)\n\(patch)" }
      return try JSON(parsing: result.compactText) == old.applying(merge)
        ? nil : "\(document)\n\(merge)\n\(patch)"
    }
    #expect(counterexample == nil)
  }

  @Test func `a JSON Patch becomes a merge patch, and what is lost is said`() throws {
    let document: JSON = ["version": 4, "tags": ["a", "b"], "on": false, "ttl": 30]
    let patch: JSONPatch = [
      .test("/version", 4), .replace("/on", true), .remove("/ttl"), .add("/tags/-", "c"),
    ]
    let conversion = try patch.mergePatch(on: document)
    #expect(conversion.patch.json == ["ttl": nil, "tags": ["a", "b", "c"], "on": true])
    #expect(conversion.losses.map(\.code) == [.testLost, .arrayReplaced])
    #expect(conversion.losses.map(\.pointer) == ["/version", "/tags"])
  }

  @Test func `null cannot be set by merging`() throws {
    let patch: JSONPatch = [.add("/a", ["b": ["c": nil]])]
    let error = #expect(throws: JSONPatchError.self) { try patch.mergePatch(on: [:]) }
    #expect(error?.code == .notExpressible)
    #expect(error?.pointer == "/a/b/c")
    for old: JSON in [1, [], ["x": 1]] {
      let error = #expect(throws: JSONPatchError.self) {
        try (["x": ["b": nil]] as JSON).mergeDifference(from: old)
      }
      #expect(error?.pointer == "/x/b")
    }
  }

  @Test func `a text keeps what a merge patch does not mention`() throws {
    var document = try JSON(parsing: "{\n  \"a\": 1.0,\n  \"b\": { \"c\": 1E5 }\n}\n")
    try document.apply(JSONMergePatch(["b": ["d": true]]))
    #expect(
      TextBytes(document.serialized())
        == "{\n  \"a\": 1.0,\n  \"b\": { \"c\": 1E5, \"d\": true }\n}\n")
  }

  private static let depth = Effort.isFull ? 100_000 : 20_000

  private func nested(_ open: String, _ core: String, _ close: String = "}") throws -> JSON {
    try JSON(
      parsing: String(repeating: open, count: Self.depth) + core
        + String(repeating: close, count: Self.depth),
      options: JSON.ParsingOptions(maximumDepth: .max))
  }

  @Test(arguments: [
    (#"{"a":"#, "1", "2"), (#"{"a":"#, "1", "{}"), (#"{"b":[null],"a":"#, "1", "[null]"),
  ])
  func `merging at a great depth`(_ open: String, _ core: String, _ other: String) throws {
    let (old, new) = (try nested(open, core), try nested(open, other))
    let patch = try new.mergeDifference(from: old)
    #expect(try old.applying(patch, limits: .unlimited) == new)
    #expect(try new.mergeDifference(from: old).patch(on: old).count == 1)
    #expect(try JSON(members: []).applying(JSONMergePatch(new), limits: .unlimited) == new)
    #expect(try old.mergeDifference(from: old).json == [:])
  }

  @Test func `a member on every level`() throws {
    let (old, new) = (try nested(#"{"b":1,"a":"#, "1"), try nested(#"{"b":2,"a":"#, "1"))
    let patch = try new.mergeDifference(from: old)
    #expect(patch.patch(on: old).count <= 257)
    #expect(try old.applying(patch, limits: .unlimited) == new)
    let removal = JSONMergePatch(try nested(#"{"b":null,"a":"#, "1"))
    #expect(try old.applying(removal, limits: .unlimited) == nested(#"{"a":"#, "1"))
    let addition = try JSON(members: [("c", 1)]).applying(removal, limits: .unlimited)
    #expect(addition["a"] == (try nested(#"{"a":"#, "1"))["a"])
  }

  @Test func `a null at a great depth cannot be set by merging`() throws {
    let new = try nested(#"{"a":"#, "null")
    for old in [JSON(members: []), try nested(#"{"a":"#, "1")] {
      let error = #expect(throws: JSONPatchError.self) { try new.mergeDifference(from: old) }
      #expect(error?.code == .notExpressible)
      #expect(error?.pointer?.count == Self.depth)
    }
  }

  @Test func `a text that is no JSON is no merge patch`() throws {
    let error = #expect(throws: JSONPatchError.self) {
      try JSONMergePatch(parsing: Array(#"{"a":}"#.utf8))
    }
    #expect(error?.code == .jsonSyntax)
    #expect(try JSONMergePatch(parsing: Array(#"{ "a" : 1 }"#.utf8)).description == #"{"a":1}"#)
  }
}
