import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// What a profile lets through of known edits, and why it holds the rest back.
struct ProfileDifferenceTests {
  private func documents() throws -> (flagImport: JSON, delivery: JSON, approvals: JSON) {
    (
      try Fixtures.json("preview/flag-import.json"), try Fixtures.json("preview/delivery.json"),
      try #require(try Fixtures.json("launchdarkly/documents.json")["ic-approvals"])
    )
  }

  private func reasons(_ difference: PatchProfile.Difference) -> [String] {
    difference.omissions.map { "\($0.pointer) \($0.reason)" }
  }

  @Test func `only what the profile accepts is in the patch`() throws {
    let old = try documents().delivery
    var new = old
    new["name"] = "EU feature store"
    new["version"] = 5
    new["tags"] = ["ops", "search", "eu"]
    new["/_links/self/href" as JSONPointer] = "/api/v2/elsewhere"
    new["projectKey"] = "other"
    let difference = PatchProfile.integrationDeliveryConfiguration.difference(from: old, to: new)
    #expect(difference.patch == [.add("/tags/2", "eu"), .replace("/name", "EU feature store")])
    #expect(
      reasons(difference) == [
        "/_links/self/href server-managed", "/projectKey immutable", "/version server-managed",
      ])
    let version = try #require(difference.omissions.last)
    #expect(version.old == 4 && version.new == 5)
    #expect(version.code == .pathNotEditable && version.rule?.path.description == "/version")
    #expect(!difference.isComplete)
  }

  @Test func `elements are told apart by members that nobody may change`() throws {
    let profile = try PatchProfile.allowing([("/*/{index}/id", [])])
    let old: JSON = ["a": [["id": 1, "n": "x"], ["id": 2, "n": "x"], ["id": 3, "n": "x"]]]
    let new: JSON = ["a": [["id": 2, "n": "y"], ["id": 3, "n": "x"]]]
    let difference = profile.difference(from: old, to: new)
    // The first element has gone with its identity, which the rule forbids; the second one is edited in its place.
    #expect(difference.patch == [.replace("/a/1/n", "y")])
    #expect(difference.omissions.map(\.pointer) == ["/a/0"])
  }

  @Test func `values are copied and moved where the resource documents it`() throws {
    let value: JSON = [
      "text": "a value that is longer than the path of another one", "list": [1, 2],
    ]
    let (old, new): (JSON, JSON) = (["a": value, "b": 1], ["b": value, "c": value])
    let options = JSONPatch.DifferenceOptions(moves: true, copies: true)
    let kinds = Set(
      PatchProfile.unrestricted.difference(from: old, to: new, options: options).patch.map(\.kind))
    #expect(kinds.contains(.copy) && kinds.contains(.move))
    let plain = PatchProfile.flagImportConfiguration.difference(
      from: old, to: new, options: options)
    #expect(!plain.patch.contains { [.copy, .move].contains($0.kind) })
  }

  @Test func `a document without changes has no difference`() throws {
    let old = try documents().delivery
    let difference = PatchProfile.integrationDeliveryConfiguration.difference(from: old, to: old)
    #expect(difference.patch.isEmpty && difference.isComplete)
  }

  @Test func `a path that the profile does not list is left out where that is refused`() throws {
    let old = try documents().flagImport
    var new = old
    new["on"] = true
    let difference = PatchProfile.flagImportConfiguration.difference(from: old, to: new)
    #expect(difference.patch.isEmpty)
    #expect(reasons(difference) == ["/on not documented"])
  }

  @Test func `strict rules leave out what is inferred`() throws {
    let old = try documents().delivery
    var new = old
    new["on"] = true
    let profile = PatchProfile.integrationDeliveryConfiguration
    #expect(profile.difference(from: old, to: new).patch == [.replace("/on", true)])
    let strict = profile.difference(from: old, to: new, isStrict: true)
    #expect(strict.patch.isEmpty)
    #expect(reasons(strict) == ["/on not documented"])
  }

  @Test func `values of a wrong type stay behind, and what is beside them does not`() throws {
    let old = try documents().flagImport
    var new = old
    new["name"] = 5
    new["tags"] = ["migration", 7, "production"]
    new["/config/environmentId" as JSONPointer] = true
    new["/config/workspaceId" as JSONPointer] = "new"
    let difference = PatchProfile.flagImportConfiguration.difference(from: old, to: new)
    #expect(
      difference.patch == [.replace("/config/workspaceId", "new"), .add("/tags/2", "production")])
    #expect(
      reasons(difference) == [
        "/config/environmentId invalid value", "/tags/1 invalid value", "/name invalid value",
      ])
  }

  @Test func `a mask is never written back, and a secret is`() throws {
    let old = try documents().flagImport
    var new = old
    new["/config/workspaceApiKey" as JSONPointer] = "5kq****9tz"
    new["/config/ldApiKey" as JSONPointer] = "a real secret"
    let difference = PatchProfile.flagImportConfiguration.difference(from: old, to: new)
    #expect(difference.patch == [.replace("/config/ldApiKey", "a real secret")])
    #expect(reasons(difference) == ["/config/workspaceApiKey masked secret"])
    let masked = difference.omissions.allSatisfy { $0.sensitivePointers == [$0.pointer] }
    #expect(masked)
    #expect(difference.secrets.isWithin("a real secret"))
  }

  @Test func `a container with masks is edited and not replaced`() throws {
    var old = try documents().approvals
    old["/configValues/note" as JSONPointer] = "n"
    var new = old
    new["configValues"] = ["apiKey": "abc****xyz", "baseURL": "https://b.example.com"]
    let difference = PatchProfile.integrationConfiguration.difference(from: old, to: new)
    #expect(
      difference.patch == [
        .replace("/configValues/baseURL", "https://b.example.com"), .remove("/configValues/note"),
      ])
  }

  @Test func `what only a whole patch shows is withdrawn`() throws {
    var old = try documents().approvals
    old["/capabilityConfig/auditLogEventsHook" as JSONPointer] = [
      "statements": [["effect": "allow", "resources": ["proj/*"]]]
    ]
    var new = old
    new["/capabilityConfig/auditLogEventsHook/statements/0" as JSONPointer] = [
      "effect": "allow", "resources": ["proj/*"], "notResources": ["env/*"],
    ]
    new["/capabilityConfig/approvals/additionalFormVariables/0/key" as JSONPointer] = .none
    new["enabled"] = false
    let profile = PatchProfile.integrationConfiguration
    let difference = profile.difference(from: old, to: new)
    #expect(profile.preview(difference.patch, of: old, limits: .unlimited).isAccepted)
    #expect(difference.patch == [.replace("/enabled", false)])
    #expect(difference.omissions.count == 2)
  }

  @Test func `no test compares a secret`() throws {
    let old = try documents().flagImport
    var new = old
    new["/config/ldApiKey" as JSONPointer] = "a real secret"
    new["name"] = "n"
    let difference = PatchProfile.flagImportConfiguration.difference(
      from: old, to: new, options: .init(tests: .values))
    #expect(
      difference.patch == [
        .replace("/config/ldApiKey", "a real secret"),
        .test("/name", "Split workspace, staging"), .replace("/name", "n"),
      ])
  }

  @Test func `moves are made only where they are documented`() throws {
    let old: JSON = ["tags": ["first of all", "second"], "note": "n"]
    let new: JSON = ["tags": ["second", "first of all"], "note": "n"]
    let options = JSONPatch.DifferenceOptions(moves: true)
    let documented = PatchProfile.unrestricted.difference(from: old, to: new, options: options)
    #expect(documented.patch.contains { $0.kind == .move })
    let undocumented = PatchProfile.integrationConfiguration.difference(
      from: old, to: new, options: options)
    #expect(!undocumented.patch.contains { $0.kind == .move })
    #expect(undocumented.isComplete)
  }

  @Test func `elements keep their identifiers, and new ones come without`() throws {
    let profile = try CheckTableTests.profile()
    let old: JSON = [
      "rules": [["_id": "r0", "name": "a"], ["_id": "r1", "name": "b"]], "note": "n",
    ]
    let new: JSON = [
      "rules": [
        ["_id": "r0", "name": "a"], ["_id": "mine", "name": "x"], ["_id": "r1", "name": "c"],
      ], "note": "n",
    ]
    let difference = profile.difference(from: old, to: new)
    #expect(
      difference.patch == [.add("/rules/1", ["name": "x"]), .replace("/rules/2/name", "c")])
    #expect(reasons(difference) == ["/rules/1/_id immutable"])
  }

  @Test func `a new value comes without its read-only members if the rest is right`() throws {
    let profile = try CheckTableTests.profile()
    let replaced = profile.difference(
      from: ["any": 1, "note": "n"], to: ["any": ["b": 1, "locked": true], "note": "n"])
    #expect(replaced.patch == [.replace("/any", ["b": 1])])
    #expect(reasons(replaced) == ["/any/locked immutable"])
    let refused = profile.difference(
      from: ["rules": [], "note": "n"], to: ["rules": [["_id": "mine", "name": 1]], "note": "n"])
    #expect(refused.patch.isEmpty)
    #expect(refused.omissions.map(\.pointer) == ["/rules/0"])
  }

  @Test func `elements are told apart by any identity that is asked for`() throws {
    let old: JSON = ["a": [["id": 1, "n": "first"], ["id": 2, "n": "second"]]]
    let new: JSON = ["a": [["id": 2, "n": "other"]]]
    for place: JSONPointer.Pattern? in [nil, "/a", "/b"] {
      let difference = PatchProfile.unrestricted.difference(
        from: old, to: new, options: .init(arrayIdentity: [.init(member: "id", in: place)]))
      #expect(try old.applying(difference.patch) == new)
    }
    let profile = try PatchProfile.allowing([
      ("/a/{index}/n", []), ("", ["add", "remove", "replace"]),
    ])
    let named = profile.difference(
      from: old, to: new, options: .init(arrayIdentity: [.init(member: "id")]))
    #expect(named.omissions.map(\.pointer) == ["/a/0", "/a/1/n"])
  }

  @Test(arguments: [false, true])
  func `an array whose elements may not be edited is replaced`(moves: Bool) throws {
    let profile = try PatchProfile(
      parsing: Array(
        #"""
        {"formatVersion": 1, "name": "n", "title": "t", "path": "/x",
         "sources": {"s": {"reason": "r", "origin": "o"}},
         "rules": [{"path": "/list", "allow": ["replace"], "evidence": "documented", "source": "s"}],
         "unlisted": {"verdict": "refuse", "source": "s"}}
        """#.utf8))
    let long = String(repeating: "long ", count: 20)
    let old: JSON = ["list": [JSON(long), 1], "other": 1]
    let new: JSON = ["list": [JSON(long), 1, 2], "other": 2]
    let difference = profile.difference(from: old, to: new, options: .init(moves: moves))
    #expect(difference.patch == [.replace("/list", [JSON(long), 1, 2])])
    #expect(reasons(difference) == ["/other not documented"])
  }

  @Test(arguments: PatchProfile.builtIn + [.unrestricted])
  func `documents nested far too deep`(profile: PatchProfile) throws {
    // Without optimisation, looking at so much takes too long for a test.
    let depth = Effort.isFull ? 100_000 : 1_000
    func nested(_ core: String) throws -> JSON {
      let text =
        String(repeating: "[", count: depth) + core + String(repeating: "]", count: depth)
      return try JSON(parsing: text, options: JSON.ParsingOptions(maximumDepth: .max))
    }
    for name in ["tags", "configValues", "else"] {
      var (old, new): (JSON, JSON) = (["name": "n"], ["name": "n"])
      old[name] = try nested("1")
      new[name] = try nested("2")
      let difference = profile.difference(from: old, to: new)
      #expect(profile.preview(difference.patch, of: old, limits: .unlimited).isAccepted)
    }
  }

  @Test func `several refusals in one array take nothing else away`() throws {
    let profile = try PatchProfile.allowing([("/list", ["replace"]), ("/name", ["replace"])])
    let long = JSON(String(repeating: "long ", count: 20))
    let old: JSON = ["list": [long, 1, 2, 3, long, 4], "name": "a", "note": long]
    let new: JSON = ["list": [0, long, 9, 3, 5, long, 8], "name": "b", "note": long]
    let difference = profile.difference(from: old, to: new)
    #expect(
      difference.patch == [.replace("/list", [0, long, 9, 3, 5, long, 8]), .replace("/name", "b")])
  }

  @Test func `ignored members are no omissions`() throws {
    let old = try documents().delivery
    var new = old
    new["version"] = 5
    new["name"] = "n"
    let difference = PatchProfile.integrationDeliveryConfiguration.difference(
      from: old, to: new, options: .init(ignoring: ["/version"]))
    #expect(difference.isComplete)
    #expect(difference.patch == [.replace("/name", "n")])
  }
}
