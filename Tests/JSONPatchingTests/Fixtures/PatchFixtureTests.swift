import JSONPatching
import TestSupport
import Testing

/// Every case of `Fixtures/patch` and `Fixtures/preserved`, along every path through the engine.
@Suite struct PatchFixtureTests {
  @Test(arguments: try PatchCase.all())
  func `a parsed document becomes what the fixture says, byte for byte`(
    _ fixture: PatchCase
  ) throws {
    var document = try JSON(parsing: fixture.document)
    do throws(JSONPatchError) {
      try document.apply(try JSONPatch(parsing: fixture.patch), limits: fixture.limits)
      expect(TextBytes(document.serialized(as: .preserved)), from: fixture)
    } catch {
      expect(error, from: fixture)
      #expect(TextBytes(document.serialized()) == TextBytes(fixture.document))
    }
  }

  @Test(arguments: try PatchCase.all())
  func `bytes to bytes gives what the fixture says`(_ fixture: PatchCase) throws {
    do throws(JSONPatchError) {
      let patch = try JSONPatch(parsing: fixture.patch)
      let result = try patch.apply(toJSON: fixture.document, limits: fixture.limits)
      expect(TextBytes(result), from: fixture)
    } catch {
      expect(error, from: fixture)
    }
  }

  @Test(arguments: try PatchCase.all())
  func `applying leaves the original alone`(_ fixture: PatchCase) throws {
    let original = try JSON(parsing: fixture.document)
    do throws(JSONPatchError) {
      let patch = try JSONPatch(parsing: fixture.patch)
      let result = try original.applying(patch, limits: fixture.limits)
      expect(TextBytes(result.serialized()), from: fixture)
    } catch {
      expect(error, from: fixture)
    }
    #expect(TextBytes(original.serialized()) == TextBytes(fixture.document))
  }

  @Test(arguments: try PatchCase.all(), ValueOrigin.allCases)
  func `it makes no difference where the document comes from and who else holds it`(
    _ fixture: PatchCase, _ origin: ValueOrigin
  ) throws {
    for isShared in [false, true] {
      guard var document = try origin.value(fixture.document),
        let patch = try? JSONPatch(parsing: fixture.patch)
      else { continue }
      let original = document.serialized(as: .compact)
      let other: JSON? = isShared ? .some(document) : .none
      let error = failure { () throws(JSONPatchError) in
        try document.apply(patch, limits: fixture.limits)
      }
      try expectValue(document, error, from: fixture, original: original)
      if let other {
        #expect(TextBytes(other.serialized(as: .compact)) == TextBytes(original))
      }
    }
  }

  @Test(arguments: try PatchCase.all(), ValueOrigin.allCases)
  func `it makes no difference where the patch comes from`(
    _ fixture: PatchCase, _ origin: ValueOrigin
  ) throws {
    guard let model = try? ModelJSON(parsing: fixture.patch) else { return }
    let document = try JSON(parsing: fixture.document)
    let patches = [
      try origin.value(fixture.patch).flatMap { try? JSONPatch($0) },
      origin == .built ? JSONPatch(model) : nil,
    ]
    for patch in patches.compactMap(\.self) {
      var result = document
      let error = failure { () throws(JSONPatchError) in
        try result.apply(patch, limits: fixture.limits)
      }
      try expectValue(
        result, error, from: fixture, original: document.serialized(as: .compact))
    }
  }

  @Test(arguments: try PatchCase.all())
  func `a patch is written back as it was read`(_ fixture: PatchCase) throws {
    guard let patch = try? JSONPatch(parsing: fixture.patch) else { return }
    let again = try JSONPatch(patch.json)
    #expect(again == patch)
    #expect(Array(again) == Array(patch))
    #expect(try JSONPatch(parsing: patch.description) == patch)
    #expect(JSONPatch(Array(patch)) == patch)
  }

  @Test(arguments: try PatchCase.all())
  func `validating with the document finds an error exactly where applying fails`(
    _ fixture: PatchCase
  ) throws {
    let document = try JSON(parsing: fixture.document)
    let diagnostics = JSONPatch.validate(fixture.patch, on: document, limits: fixture.limits)
    let errors = diagnostics.filter { $0.severity == .error }
    switch fixture.outcome {
    case .success: #expect(errors.isEmpty)
    case .failure(let expected):
      let isFound = errors.contains {
        $0.code.rawValue == expected.code && $0.operationIndex == expected.operation
      }
      #expect(isFound, "\(diagnostics)")
    }
  }
}

extension PatchFixtureTests {
  private func failure(_ body: () throws(JSONPatchError) -> Void) -> JSONPatchError? {
    do throws(JSONPatchError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  private func expect(_ result: TextBytes, from fixture: PatchCase) {
    guard case .success(let expected) = fixture.outcome else {
      Issue.record("the patch should fail, and gives \(result)")
      return
    }
    #expect(result == TextBytes(expected))
  }

  private func expect(_ error: JSONPatchError, from fixture: PatchCase) {
    guard case .failure(let expected) = fixture.outcome else {
      Issue.record("the patch should succeed, and fails: \(error)")
      return
    }
    #expect(error.code.rawValue == expected.code)
    #expect(error.operationIndex == expected.operation)
    if let pointer = expected.pointer { #expect(error.pointer?.description == pointer) }
    if let resolved = expected.resolved {
      #expect(error.resolvedPrefix?.description == resolved)
    }
    for word in expected.says {
      #expect(error.message.lowercased().contains(word))
    }
  }

  /// Compares by value, read in several ways: white space depends on where a document comes from.
  private func expectValue(
    _ document: JSON, _ error: JSONPatchError?, from fixture: PatchCase, original: [UInt8]
  ) throws {
    if let error {
      expect(error, from: fixture)
      #expect(TextBytes(document.serialized(as: .compact)) == TextBytes(original))
      return
    }
    guard case .success(let text) = fixture.outcome else {
      Issue.record("the patch should fail, and gives \(document)")
      return
    }
    let expected = TextBytes(try ModelJSON(parsing: text).compactText)
    #expect(TextBytes(ModelJSON(document).compactText) == expected)
    for format in [JSON.Format.preserved, .compact, .pretty(), .pretty(indent: 4)] {
      let written = document.serialized(as: format)
      #expect(TextBytes(try ModelJSON(parsing: written).compactText) == expected)
      #expect(try JSON(parsing: written) == document)
    }
    #expect(try JSON(parsing: text) == document)
    #expect(try JSON(parsing: text).hashValue == document.hashValue)
  }
}
