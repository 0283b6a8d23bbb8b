import TestSupport
import Testing

@testable import JSONPatching

/// What a judge pays for operations that fail: nothing that grows with the document.
struct TrialCostTests {
  private static let document: JSON = [
    "list": JSON((0..<10_000).map { JSON($0) }), "name": "x",
  ]

  @Test(
    arguments: [
      .test("", 1), .test("", [:]), .test("/list", "x"), .remove(""),
      .move(from: "/none", to: "/name"), .copy(from: "", to: "/none/x"),
      .move(from: "/none", to: "/list"), .move(from: "", to: "/list"),
    ] as [JSONPatch.Operation])
  func `a failure changes nothing, however often`(operation: JSONPatch.Operation) {
    var trial = PatchTrial(on: Self.document)
    for index in 0..<10 {
      #expect(throws: JSONPatchError.self) { try trial.perform(operation, index: index) }
    }
    #expect(trial.document == Self.document)
  }

  @Test(
    arguments: [
      (.replace("/list", 1), "/list", 1), (.remove("/list"), "/list", nil),
      (.add("/list", "x"), "/list", "x"), (.copy(from: "/name", to: "/list"), "/list", "x"),
      (.move(from: "/name", to: "/list"), "/list", "x"),
      (.move(from: "/list/3", to: "/list"), "/list", 3),
    ] as [(JSONPatch.Operation, JSONPointer, JSON?)])
  func `an effect has the value before and the value after`(
    operation: JSONPatch.Operation, pointer: JSONPointer, new: JSON?
  ) throws {
    var trial = PatchTrial(on: Self.document)
    // So that the value before is one with edits.
    _ = try trial.perform(.add("/list/-", ["y"]), index: 0)
    let before = trial.document[pointer]
    let effect = try #require(try trial.perform(operation, index: 1))
    #expect(effect.old == before)
    #expect(effect.new == new)
    #expect(effect.pointer == pointer)
  }

  @Test func `a value that moves onto itself is the same before and after`() throws {
    var trial = PatchTrial(on: Self.document)
    let effect = try #require(
      try trial.perform(.move(from: "/list", to: "/list"), index: 0))
    #expect(effect.old == Self.document["list"])
    #expect(effect.new == Self.document["list"])
  }

  @Test func `a limit ends a trial`() throws {
    var trial = PatchTrial(on: Self.document, limits: JSONPatch.Limits(copiedBytes: 10))
    #expect(throws: JSONPatchError.self) {
      try trial.perform(.copy(from: "/name", to: "/other"), index: 0)
    }
    #expect(trial.hasEnded)
    #expect(try trial.perform(.remove("/name"), index: 1) == nil)
    #expect(trial.document == Self.document)
  }

  @Test func `a copy that fails is not counted among the copied bytes`() throws {
    var trial = PatchTrial(on: Self.document, limits: JSONPatch.Limits(copiedBytes: 220_000))
    for index in 0..<10 {
      #expect(throws: JSONPatchError.self) {
        try trial.perform(.copy(from: "/list", to: "/none/x"), index: index)
      }
    }
    _ = try trial.perform(.copy(from: "/list", to: "/other"), index: 10)
    #expect(throws: JSONPatchError.self) {
      try trial.perform(.copy(from: "/list", to: "/another"), index: 11)
    }
  }

  @Test func `what a test finds outlives what is done later`() throws {
    var document: JSON = ["a": ["b": 1]]
    var found: JSON?
    do {
      try document.apply([.test("/a", 1)])
    } catch {
      found = error.found
    }
    try document.apply([.replace("/a/b", 2), .add("/a/c", 3)])
    #expect(found == ["b": 1])
    #expect(document == ["a": ["b": 2, "c": 3]])
  }

  @Test(
    arguments: [
      ("x", "\"x\""), (["a": [1, 2]], #"{"a":[1,2]}"#),
      (JSON((0..<200).map { JSON($0) }), "an array of 200 elements"),
      (JSON(String(repeating: "x", count: 500)), "a string of 502 bytes"),
      (["a": JSON(String(repeating: "x", count: 500))], "an object of 1 member"),
    ] as [(JSON, String)])
  func `an excerpt is short`(value: JSON, text: String) {
    #expect(Excerpt(value).text() == text)
    #expect(Excerpt(value).text(masking: { _ in "hidden" }).utf8.count < 130)
  }
}
