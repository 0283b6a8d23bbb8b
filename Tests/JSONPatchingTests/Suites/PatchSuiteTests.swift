import JSONPatching
import TestSupport
import Testing

/// Third-party conformance cases for RFC 6902.
@Suite(.enabled(if: ThirdParty.hasSuites, "JPATCH_SUITES names no folder"))
struct PatchSuiteTests {
  @Test(arguments: try ThirdParty.suiteRows(in: "patch"))
  func `the suite's outcome is ours`(_ row: FixtureRow) throws {
    guard let document = try row.jsonText("doc"), let patch = try row.jsonText("patch") else {
      throw row.missing("doc or patch")
    }
    if row.json["ambiguous"] != nil {
      try expectStatedAnswer(row, document, patch)
    } else if let expected = try row.jsonText("expected") {
      let result = try JSON(parsing: document).applying(try JSONPatch(parsing: patch))
      #expect(result == (try JSON(parsing: expected)))
      #expect(ModelJSON(result) == (try ModelJSON(parsing: expected)))
      if let text = row.text("expectedOrderText") {
        #expect(TextBytes(result.serialized(as: .compact)) == TextBytes(text))
      }
    } else {
      try expectFailure(document, patch)
    }
  }

  @Test(arguments: try ThirdParty.suiteRows(in: "patch"))
  func `the reference patcher agrees with the engine on the suite`(_ row: FixtureRow) throws {
    guard let text = try row.jsonText("doc"), let patch = try row.jsonText("patch"),
      let model = try? ModelJSON(parsing: patch)
    else { return }
    let outcome = ReferencePatcher.outcome(of: model, on: try ModelJSON(parsing: text))
    let document = try JSON(parsing: text)
    do throws(JSONPatchError) {
      let result = try document.applying(try JSONPatch(parsing: patch))
      guard case .success(let expected) = outcome else {
        Issue.record("\(outcome), and the engine gives \(result)")
        return
      }
      #expect(TextBytes(result.serialized(as: .compact)) == TextBytes(expected.compactText))
    } catch {
      guard case .failure(let operation, let failure) = outcome else {
        Issue.record("\(outcome), and the engine fails: \(error)")
        return
      }
      #expect(error.code.rawValue == failure.code)
      #expect(error.operationIndex == operation)
    }
  }

  @Test func `a patch of 300 kilobytes gives the expected document`() throws {
    let folder = (ThirdParty.suites ?? "") + "/large/swift-jsonpatch"
    let original = try Files.bytes(at: folder + "/doc.json")
    let document = try JSON(parsing: original)
    let patch = try JSONPatch(parsing: try Files.bytes(at: folder + "/patch.json"))
    let expected = try Files.bytes(at: folder + "/expected.json")
    let result = try document.applying(patch)
    #expect(result == (try JSON(parsing: expected)))
    #expect(ModelJSON(result) == (try ModelJSON(parsing: expected)))
    #expect(document.serialized() == original)
    for format in [JSON.Format.preserved, .compact, .pretty()] {
      #expect(try JSON(parsing: result.serialized(as: format)) == result)
    }
  }

  /// Every data set must be there, lest the suite pass without its cases.
  @Test func `no file of the suite is missing or empty`() throws {
    let counts = Dictionary(
      grouping: try ThirdParty.suiteRows(in: "patch"), by: \.file
    ).mapValues(\.count)
    #expect(counts.count >= 9)
    #expect(counts.values.reduce(0, +) >= 372)
  }
}

extension PatchSuiteTests {
  /// The one case on which the RFC is silent, removing the root: an error with its own code.
  private func expectStatedAnswer(
    _ row: FixtureRow, _ document: [UInt8], _ patch: [UInt8]
  ) throws {
    let outcomes = row.json["accept"]?.elements ?? []
    #expect(outcomes.contains { $0["error"] == .bool(true) })
    let error = try expectFailure(document, patch)
    #expect(error?.code == JSONPatch.Code(rawValue: "root-removed"))
  }

  @discardableResult
  private func expectFailure(_ text: [UInt8], _ patch: [UInt8]) throws -> JSONPatchError? {
    var document = try JSON(parsing: text)
    let error = #expect(throws: JSONPatchError.self) {
      try document.apply(try JSONPatch(parsing: patch))
    }
    #expect(TextBytes(document.serialized()) == TextBytes(text))
    return error
  }
}
