import JSONPatching
import TestSupport
import Testing

/// Every operation of every patch in the fixtures made to fail in turn, in all ways to apply a patch: the document is what it
/// was, byte for byte, and as good as new.
@Suite struct FailingOperationTests {
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
      for obstacle in try Obstacle.all(behind: operations[..<index], on: fresh) {
        var document = fresh
        let patch = JSONPatch(
          operations[..<index] + [obstacle.operation] + operations[index...])
        let objection = Self.trace(of: patch, failingAt: index, obstacle.limits, on: &document)
        #expect(objection == nil, "\(obstacle)")
        #expect(TextBytes(document.serialized()) == TextBytes(fixture.document))
        try document.apply(JSONPatch(operations))
        #expect(document == (try fresh.applying(JSONPatch(operations))))
      }
    }
  }

  /// Without optimisation, a part of a part: each case is tried some thousand times.
  @Test(arguments: try Effort.sample(Effort.sample(cases())))
  func `each operation in turn, on documents of every origin and in every way`(
    _ fixture: PatchCase
  ) throws {
    let model = try ModelJSON(parsing: fixture.document)
    let good = try JSONPatch(parsing: fixture.patch)
    let expected = try JSON(parsing: fixture.document).applying(good)
    var generator = SeededGenerator(seed: 13)
    var session = PatchSession()
    let objection = try DocumentOrigin.objection(on: model, using: &generator) { document, _ in
      for index in 0...good.count {
        let operations = Array(good)[..<index]
        // What is copied is measured as it is spelled, which depends on the origin.
        let obstacles = try Obstacle.all(behind: operations, on: document)
        let text = document.serialized()
        let ofText = try Obstacle.all(behind: operations, on: JSON(parsing: text))
        for way in WayOfApplying.allCases {
          for obstacle in way.readsText ? ofText : obstacles {
            let patch = JSONPatch(operations + [obstacle.operation])
            if let trace = Self.trace(
              of: patch, failingAt: index, obstacle.limits, on: &document, way, &session)
            {
              return "\(way), \(obstacle): \(trace)"
            }
          }
          // Whoever has failed can go on.
          var copy = document
          let result = try way.apply(good, to: &copy, limits: .default, session: &session)
          if result != expected { return "\(way): \(result) and not \(expected)" }
        }
      }
      return nil
    }
    #expect(objection == nil)
  }

  @Test(arguments: try cases())
  func `each operation in turn, on a document with edits and on one that is shared`(
    _ fixture: PatchCase
  ) throws {
    let operations = Array(try JSONPatch(parsing: fixture.patch))
    let edits: JSONPatch = [.replace("", [1, ["x": []], 2]), .add("/1/x/-", 3), .remove("/0")]
    let failing = Obstacle.everywhere
    for index in 0...operations.count {
      // The document has edits in front of those of the patch, which a failure has to leave alone.
      var document = try JSON(parsing: "[0, [1]]").applying(edits)
      let restoring = JSONPatch.Operation.replace("", try JSON(parsing: fixture.document))
      let patch = JSONPatch(
        [restoring] + operations[..<index] + [failing[index % failing.count].operation])
      let other = document
      let text = document.serialized()
      let objection = Self.trace(of: patch, failingAt: index + 1, .default, on: &document)
      #expect(objection == nil)
      #expect(TextBytes(other.serialized()) == TextBytes(text))
    }
  }

  @Test(arguments: try cases())
  func `a result that is a byte too large after the last operation`(
    _ fixture: PatchCase
  ) throws {
    guard case .success(let expected) = fixture.outcome else { return }
    let patch = try JSONPatch(parsing: fixture.patch)
    let limits = JSONPatch.Limits(resultBytes: expected.count - 1)
    var session = PatchSession()
    for way in WayOfApplying.allCases {
      for isHeld in [false, true] {
        var document = try JSON(parsing: fixture.document)
        let held: JSON? = isHeld ? .some(document) : .none
        let objection = Self.trace(
          of: patch, failingAt: nil, limits, on: &document, way, &session)
        #expect(objection == nil, "\(way)")
        #expect(TextBytes(document.serialized()) == TextBytes(fixture.document))
        if let held { #expect(TextBytes(held.serialized()) == TextBytes(fixture.document)) }
        let result = try way.apply(patch, to: &document, limits: .default, session: &session)
        #expect(result == (try JSON(parsing: expected)), "\(way)")
      }
    }
  }

  @Test func `a merge patch that makes too much or nests too deep`() throws {
    var generator = SeededGenerator(seed: 14)
    for fixture in try FixtureText.all(for: .mergePatch) {
      let merge = JSONMergePatch(try JSON(parsing: fixture.bytes))
      var deep = merge.json
      if deep.object != nil { deep["one more member"] = Obstacle.nested(0) }
      let model = try ModelJSON(parsing: fixture.document)
      let objection = try DocumentOrigin.objection(on: model, using: &generator) { document, _ in
        let expected = try document.applying(merge)
        let small = JSONPatch.Limits(resultBytes: expected.serialized().count - 1)
        for (patch, limits) in [(merge, small), (JSONMergePatch(deep), .default)] {
          if patch == merge, limits == .default { continue }
          let before = document.serialized()
          if (try? document.apply(patch, limits: limits)) != nil { return "\(patch) is applied" }
          if document.serialized() != before { return "left as \(document) by \(patch)" }
        }
        try document.apply(merge)
        return document == expected ? nil : "\(document) and not \(expected)"
      }
      #expect(objection == nil, "\(TextBytes(fixture.bytes))")
    }
  }

  /// What is left of a patch that has to fail at an operation, or anywhere; `nil` if nothing is.
  private static func trace(
    of patch: JSONPatch, failingAt index: Int?, _ limits: JSONPatch.Limits,
    on document: inout JSON, _ way: WayOfApplying = .inPlace, _ session: inout PatchSession
  ) -> String? {
    let text = document.serialized()
    let count = document.count
    var failure: JSONPatchError?
    do throws(JSONPatchError) {
      _ = try way.apply(patch, to: &document, limits: limits, session: &session)
    } catch {
      failure = error
    }
    guard let failure else { return "it does not fail" }
    if let index, failure.operationIndex != index { return "fails elsewhere: \(failure)" }
    if document.serialized() != text { return "left as \(document) by \(failure)" }
    guard let value = try? JSON(parsing: text) else { return "left as what is no JSON" }
    let isSame =
      document == value && document.hashValue == value.hashValue && document.count == count
    return isSame ? nil : "left as another value than \(document) by \(failure)"
  }

  private static func trace(
    of patch: JSONPatch, failingAt index: Int?, _ limits: JSONPatch.Limits,
    on document: inout JSON
  ) -> String? {
    var session = PatchSession()
    return trace(of: patch, failingAt: index, limits, on: &document, .inPlace, &session)
  }
}
