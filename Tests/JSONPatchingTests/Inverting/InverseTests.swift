import JSONPatching
import TestSupport
import Testing

/// Taking back a patch.
@Suite struct InverseTests {
  @Test(arguments: try FixtureRow.rows(in: "inverse"))
  func `the inverse is the expected one`(_ row: FixtureRow) throws {
    guard let document = try row.jsonText("doc"), let patch = try row.jsonText("patch"),
      let expected = try row.jsonText("inverse")
    else { throw row.missing("doc, patch or inverse") }
    let old = try JSON(parsing: document)
    let inverse = try JSONPatch(parsing: patch).inverted(
      on: old, tests: row.json["tests"]?.bool ?? false,
      restoringMemberOrder: row.json["restoringMemberOrder"]?.bool ?? true)
    #expect(TextBytes(inverse.json.serialized(as: .compact)) == TextBytes(expected))
    let result = try old.applying(try JSONPatch(parsing: patch)).applying(inverse)
    let text = try row.jsonText("result") ?? document
    #expect(TextBytes(result.serialized(as: .compact)) == TextBytes(text))
  }

  @Test(arguments: [false, true])
  func `an inverse restores the document`(tests: Bool) {
    let counterexample = Property.counterexample(trials: 1500) { generator in
      let trial = Trial(using: &generator)
      let old = try JSON(parsing: trial.document.noisyText(using: &generator))
      let patch = try JSONPatch(parsing: trial.patch.compactText)
      guard let new = try? old.applying(patch) else {
        let inverse = try? patch.inverted(on: old)
        return inverse == nil ? nil : "\(trial)\nis inverted though it fails"
      }
      let inverse = try patch.inverted(
        on: old, tests: tests, restoringMemberOrder: generator.oneIn(2))
      let restored = ReferencePatcher.outcome(
        of: try ModelJSON(parsing: inverse.json.serialized(as: .compact)), on: ModelJSON(new))
      guard case .success(let document) = restored, document == trial.document,
        try new.applying(inverse) == old
      else { return "\(trial)\ninverse \(inverse)\n\(restored)" }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test(arguments: [false, true])
  func `an inverse restores the document byte for byte`(tests: Bool) {
    let counterexample = Property.counterexample(trials: 3000) { generator in
      let trial = Trial(using: &generator)
      let old = try JSON(parsing: trial.document.compactText)
      let patch = try JSONPatch(parsing: trial.patch.compactText)
      guard let new = try? old.applying(patch) else { return nil }
      let inverse = try patch.inverted(on: old, tests: tests)
      let restored = try new.applying(inverse)
      let isSame =
        TextBytes(restored.serialized(as: .compact)) == TextBytes(trial.document.compactText)
      return isSame ? nil : "\(trial)\ninverse \(inverse)\ngives \(restored)"
    }
    #expect(counterexample == nil)
  }

  @Test func `the order of members is restored at a great depth and in wide objects`() throws {
    let depth = Effort.isFull ? 100_000 : 20_000
    let text =
      String(repeating: #"{"a":1,"b":"#, count: depth) + "0" + String(repeating: "}", count: depth)
    let deep = try JSON(parsing: text, options: JSON.ParsingOptions(maximumDepth: .max))
    let wide = JSON(members: (0..<20_000).map { ("member \($0)", JSON($0)) })
    try expectSameText(deep, restoredAfterRemoving: ["/a", "/b/a", "/b/b/b/a"])
    try expectSameText(
      wide, restoredAfterRemoving: (0..<10_000).map { JSONPointer(tokens: ["member \($0 * 2)"]) })
  }

  private func expectSameText(
    _ document: JSON, restoredAfterRemoving pointers: [JSONPointer]
  ) throws {
    let patch = JSONPatch(pointers.map { .remove($0) })
    let inverse = try patch.inverted(on: document, limits: .unlimited)
    let restored = try document.applying(patch, limits: .unlimited)
      .applying(inverse, limits: .unlimited)
    #expect(restored.serialized(as: .compact) == document.serialized(as: .compact))
  }

  @Test func `applying hands out the same inverse`() {
    let counterexample = Property.counterexample { generator in
      let trial = Trial(using: &generator)
      let old = try JSON(parsing: trial.document.compactText)
      let patch = try JSONPatch(parsing: trial.patch.compactText)
      var document = old
      do {
        let inverse = try document.applyRecordingInverse(patch)
        let isSame = try inverse == patch.inverted(on: old) && document == old.applying(patch)
        return isSame ? nil : "\(trial)\n\(inverse)"
      } catch let error as JSONPatchError {
        let other = #expect(throws: JSONPatchError.self) { try old.applying(patch) }
        let isUntouched = document.serialized() == old.serialized()
        return error == other && isUntouched ? nil : "\(trial)\n\(error)\n\(document)"
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `a guarded inverse fails on a document that has changed since`() throws {
    let old: JSON = ["a": 1, "tags": ["x"]]
    let patch: JSONPatch = [.replace("/a", 2), .add("/tags/-", "y")]
    var new = try old.applying(patch)
    let inverse = try patch.inverted(on: old, tests: true)
    new["a"] = 3
    #expect(throws: JSONPatchError.self) { try new.applying(inverse) }
  }
}
