import JSONPatching
import TestSupport
import Testing

/// Every operation of every patch in the fixtures made to fail in turn: the document is what it was,
/// byte for byte, and as good as new.
@Suite struct FailingOperationTests {
  /// Operations that fail on every document, each for another reason and after another amount of work.
  private static let failing: [JSONPatch.Operation] = [
    .remove("/no such member/x"),
    .test("", "no such document"),
    .copy(from: "", to: "/no such member/x"),
    .move(from: "", to: "/x"),
  ]

  private static func cases() throws -> [PatchCase] {
    try PatchCase.all().filter {
      if case .success = $0.outcome { true } else { false }
    }
  }

  @Test(arguments: try cases())
  func `each operation in turn`(_ fixture: PatchCase) throws {
    let fresh = try JSON(parsing: fixture.document)
    let operations = Array(try JSONPatch(parsing: fixture.patch))
    for index in 0...operations.count {
      for failing in Self.failing {
        var document = fresh
        let patch = JSONPatch(operations[..<index] + [failing] + operations[index...])
        try expectNoTrace(of: patch, failingAt: index, on: &document)
        #expect(TextBytes(document.serialized()) == TextBytes(fixture.document))
        try document.apply(JSONPatch(operations))
        #expect(document == (try fresh.applying(JSONPatch(operations))))
      }
    }
  }

  @Test(arguments: try cases())
  func `each operation in turn, on a document with edits and on one that is shared`(
    _ fixture: PatchCase
  ) throws {
    let operations = Array(try JSONPatch(parsing: fixture.patch))
    let edits: JSONPatch = [.replace("", [1, ["x": []], 2]), .add("/1/x/-", 3), .remove("/0")]
    for index in 0...operations.count {
      // The document has edits in front of those of the patch, which a failure has to leave alone.
      var document = try JSON(parsing: "[0, [1]]").applying(edits)
      let restoring = JSONPatch.Operation.replace("", try JSON(parsing: fixture.document))
      let patch = JSONPatch(
        [restoring] + operations[..<index] + [Self.failing[index % Self.failing.count]])
      let other = document
      let text = document.serialized()
      try expectNoTrace(of: patch, failingAt: index + 1, on: &document)
      #expect(TextBytes(other.serialized()) == TextBytes(text))
    }
  }

  private func expectNoTrace(
    of patch: JSONPatch, failingAt index: Int, on document: inout JSON
  ) throws {
    let text = document.serialized()
    let value = try JSON(parsing: text)
    var failure: JSONPatchError?
    do throws(JSONPatchError) {
      try document.apply(patch)
    } catch {
      failure = error
    }
    #expect(failure?.operationIndex == index)
    #expect(TextBytes(document.serialized()) == TextBytes(text))
    #expect(document == value)
    #expect(document.hashValue == value.hashValue)
    #expect(document.count == value.count)
  }
}
