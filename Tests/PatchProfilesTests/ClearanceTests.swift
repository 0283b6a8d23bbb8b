import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// What is cleared without an examination has no findings in one.
struct ClearanceTests {
  private static let document: JSON = [
    "integrationKey": "split", "name": "Import 1", "tags": ["alpha", "beta"], "version": 7,
    "config": ["workspaceId": "w", "workspaceApiKey": "wsa****123", "ldTag": 1],
  ]

  private func isCleared(
    _ patch: JSONPatch, by profile: PatchProfile, on document: JSON = document,
    isStrict: Bool = false, limits: JSONPatch.Limits = .default
  ) -> Bool {
    profile.clearances.clear(
      patch, on: document, by: profile, isStrict: isStrict, limits: limits)
  }

  @Test func `the usual patch is cleared`() {
    let patch: JSONPatch = [
      .test("/name", "Import 1"), .replace("/name", "Import 2"), .add("/tags/-", "zeta"),
    ]
    #expect(isCleared(patch, by: .flagImportConfiguration))
    #expect(isCleared(patch, by: .flagImportConfiguration, isStrict: true))
    #expect(isCleared(patch, by: .segment))
    #expect(!isCleared(patch, by: .segment, isStrict: true))
    #expect(!isCleared(patch, by: .unrestricted))
  }

  @Test func `a form variable is cleared by the manifest of its integration`() {
    let patch: JSONPatch = [
      .test("/config/workspaceId", "w"), .replace("/config/workspaceId", "x"),
    ]
    #expect(isCleared(patch, by: .flagImportConfiguration))
    #expect(isCleared([.add("/config/splitTag", "x")], by: .flagImportConfiguration))
    var document = Self.document
    document["integrationKey"] = "unleash"
    #expect(!isCleared(patch, by: .flagImportConfiguration, on: document))
    #expect(isCleared(patch, by: .flagImportConfiguration))
    document["integrationKey"] = nil
    #expect(!isCleared(patch, by: .flagImportConfiguration, on: document))
  }

  @Test(
    arguments: [
      [.replace("/config/workspaceId", 1)], [.replace("/config/workspaceId", "w")],
      [.replace("/config/workspaceApiKey", "x")], [.replace("/config/unknown", "x")],
      [.remove("/config/workspaceId")], [.replace("/config/ldTag", "x")],
      [.test("/config/ldTag", 1)], [.replace("/config/workspaceId/0", "x")],
      [.add("/config/splitTag", ["x"])],
      [.replace("/name", "Import 1")], [.replace("/name", 1)], [.replace("/name", "")],
      [.test("/name", "x")], [.test("/version", 7)], [.remove("/name")], [.replace("/title", "x")],
      [.add("/tags/-", "beta")], [.add("/tags/-", "a b")], [.add("/tags/3", "x")],
      [.replace("/tags/0", "x")], [.replace("/config", [:])],
      [.replace("/name", "a"), .replace("/name", "b")],
      [.replace("/name", "a"), .test("/name", "a")],
      [.add("/tags/-", "x"), .add("/tags/-", "x")], [.move(from: "/name", to: "/name")],
      [.copy(from: "/name", to: "/tags/-")], [.add("/tags/00", "x")], [.add("/_id", "x")],
      [.replace("", [:])],
    ] as [JSONPatch])
  func `whatever may have a finding is examined`(patch: JSONPatch) {
    #expect(!isCleared(patch, by: .flagImportConfiguration))
  }

  /// The types of paths, one of the paths, and whether nothing but its own type decides about an edit of it.
  @Test(
    arguments: [
      (["/a": "string"], "/a", true), (["/a": "string?"], "/a", false),
      (["/a": "string", "/a/b": "null"], "/a", false), (["": "string"], "", false),
      (["/o": ["members": ["a": "string"]]], "/o/a", false),
      (["/o": ["members": ["a": "string"]], "/o/a": "string"], "/o/a", false),
      (["/o": ["map": "string"], "/o/a": "string"], "/o/a", true),
      (["/config/v": "string"], "/config/v", true), (["/config/w": "string"], "/config/w", false),
      (["/config": ["map": "string"]], "/config/v", false),
      (["/config/*": "string"], "/config/v", true),
      (["/a": "string", "/list/0": "string"], "/a", false),
    ] as [(JSON, JSONPointer, Bool)])
  func `what other rules may speak about is examined`(
    types: JSON, path: JSONPointer, isPlain: Bool
  ) throws {
    let rules = try #require(types.object).map { rule in
      let kinds = rule.value == "null" ? "" : #""add", "remove", "replace""#
      return """
        {"path": "\(rule.name)", "value": \(rule.value), "allow": [\(kinds)],
         "evidence": "documented", "source": "s"}
        """
    }
    let text = ProfileLoadingTests.text(
      rules: rules.joined(separator: ","),
      more: #"""
        "formVariables": {"path": "/config", "integrationPath": "/k", "source": "s",
         "integrations": {"i": [{"key": "v", "type": "string"}]}},
        """#)
    let profile = try PatchProfile(parsing: Array(text.utf8))
    let document: JSON =
      path.isRoot ? "x" : ["k": "i", "a": "x", "o": ["a": "x"], "config": ["v": "x", "w": "x"]]
    #expect(isCleared([.replace(path, "y")], by: profile, on: document) == isPlain)
    #expect(!profile.check([.replace(path, 1)], on: document).isEmpty)
  }

  @Test func `an element for what is no array is examined`() {
    let documents: [JSON] = [["tags": "alpha"], ["tags": ["alpha": 1]], [:]]
    for document in documents {
      #expect(!isCleared([.add("/tags/-", "x")], by: .flagImportConfiguration, on: document))
    }
  }

  @Test func `limits below the usual ones are for an examination`() {
    var limits = JSONPatch.Limits.default
    limits.resultBytes = 10
    let patch: JSONPatch = [.replace("/name", "Import 2")]
    #expect(!isCleared(patch, by: .flagImportConfiguration, limits: limits))
    #expect(
      PatchProfile.flagImportConfiguration.check(patch, on: Self.document, limits: limits)
        .map(\.code) == [.limitExceeded])
  }

  private static let values: [JSON] = [
    "x", "", "a b", 1, 1.5, true, nil, [], [:], "Import 1", "beta", "https://x", "production",
  ]

  @Test(arguments: PatchProfile.builtIn)
  func `what is cleared has no findings`(profile: PatchProfile) {
    let document = profile.sampleDocument
    let pointers = document.allPointers.filter { !$0.isRoot && $0.count < 4 }
    let counterexample = Property.counterexample(trials: 400) { generator in
      // Servers have been seen to return values of other kinds than they publish.
      var document = document
      if generator.below(3) == 0 {
        document[generator.pick(pointers)] = generator.pick(Self.values)
      }
      let patch = JSONPatch(
        (0..<1 + generator.below(3)).map { _ -> JSONPatch.Operation in
          var path = generator.pick(pointers)
          if generator.below(4) == 0 { path = path.appending("-") }
          let value =
            generator.below(3) == 0 ? document[path] ?? "y" : generator.pick(Self.values)
          switch generator.below(4) {
          case 0: return .add(path, value)
          case 1: return .test(path, document[path] ?? value)
          default: return .replace(path, value)
          }
        })
      for isStrict in [false, true]
      where isCleared(patch, by: profile, on: document, isStrict: isStrict) {
        let findings = profile.examine(
          patch, on: document, isStrict: isStrict, limits: .default
        ).diagnostics
        if !findings.isEmpty { return "\(patch): \(findings)" }
        if (try? document.applying(patch)) == nil { return "\(patch) cannot be applied" }
      }
      return nil
    }
    #expect(counterexample == nil)
  }
}
