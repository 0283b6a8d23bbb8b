import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Which values must not be shown.
struct SecretTests {
  static let fastly: JSON = [
    "integrationKey": "fastly", "name": "n", "tags": [],
    "config": ["storeId": "1", "apiToken": "dum****ion", "extraSecret": "x"],
  ]

  static let profile = PatchProfile.integrationDeliveryConfiguration

  @Test func `the secrets of a document are found`() {
    #expect(
      Self.profile.sensitivePointers(in: Self.fastly)
        == ["/config/apiToken", "/config/extraSecret"])
  }

  @Test func `without a manifest the names decide`() {
    let document: JSON = [
      "integrationKey": "unheard-of",
      "config": ["apiToken": "1", "clientSecret": "2", "host": "3", "syncToken": "4", "x": 5],
    ]
    #expect(
      Self.profile.sensitivePointers(in: document)
        == ["/config/apiToken", "/config/clientSecret", "/config/syncToken"])
  }

  @Test func `a rule can call a path secret`() throws {
    let profile = try CheckTableTests.profile()
    let document = try Fixtures.json("profiles/open-document.json")
    #expect(profile.sensitivePointers(in: document) == ["/token"])
    let preview = profile.preview([.replace("/token", "new")], of: document)
    #expect(preview.changes.map(\.isSensitive) == [true])
  }

  @Test func `a change of a secret is sensitive`() {
    let preview = Self.profile.preview(
      [.replace("/config/apiToken", "new-token"), .replace("/config/storeId", "2")],
      of: Self.fastly)
    #expect(preview.changes.map(\.isSensitive) == [true, false])
  }

  @Test func `a change of the whole configuration has the places of its secrets`() {
    let preview = Self.profile.preview(
      [.replace("/config", ["storeId": "2", "apiToken": "new-token", "newPassword": "p"])],
      of: Self.fastly)
    #expect(preview.isAccepted)
    #expect(preview.changes.map(\.isSensitive) == [false])
    #expect(
      preview.changes.first?.sensitivePointers
        == ["/config/apiToken", "/config/extraSecret", "/config/newPassword"])
  }

  /// A profile with secrets in the elements of an array, and in everything below a member.
  private static func openHanded() throws -> PatchProfile {
    let rules = ["/list/{index}/token", "/vault"].map { path in
      """
      {"path": "\(path)", "allow": ["add", "remove", "replace"], "secret": true,
       "evidence": "documented", "source": "s"}
      """
    }
    return try PatchProfile(
      parsing: Array(ProfileLoadingTests.text(rules: rules.joined(separator: ",")).utf8))
  }

  @Test func `a test of an array with masks cannot be decided`() throws {
    let profile = try Self.openHanded()
    let document: JSON = ["list": [["token": "dum****ion", "id": 1], ["token": "x", "id": 2]]]
    func codes(_ list: JSON) -> [JSONPatch.Code] {
      profile.check([.test("/list", list)], on: document).map(\.code)
    }
    #expect(
      codes([["token": "the secret", "id": 1], ["token": "x", "id": 2]])
        .contains(.testUndecided))
    #expect(
      codes([["token": "the secret", "id": 3], ["token": "x", "id": 2]]).contains(.testFailed))
    #expect(codes([["token": "the secret", "id": 1], ["x": 1, "id": 2]]).contains(.testFailed))
    #expect(codes([["token": "the secret", "id": 1]]).contains(.testFailed))
    let twice = try JSON(parsing: #"{"id": 1, "id": 1}"#)
    #expect(codes([twice, ["token": "x", "id": 2]]).contains(.testFailed))
  }

  @Test func `elements that go away take their secrets with them`() throws {
    let profile = try Self.openHanded()
    let document: JSON = ["list": [["token": "first"], ["token": "second"]]]
    let preview = profile.preview([.replace("/list", [["token": "third"]])], of: document)
    #expect(preview.isAccepted, "\(preview.diagnostics)")
    let places = Set(preview.changes.flatMap(\.sensitivePointers))
    #expect(places == ["/list/0/token", "/list/1/token"])
    let secrets = profile.judge(PatchDraft([.remove("/list/1")]), on: document).secrets
    #expect(
      secrets.masked("first, second and third" as String)
        == "(sensitive), (sensitive) and third")
  }

  @Test func `the whole document can be a secret`() throws {
    let rules = """
      {"path": "", "allow": ["replace"], "secret": true, "evidence": "documented", "source": "s"}
      """
    let whole = try PatchProfile(parsing: Array(ProfileLoadingTests.text(rules: rules).utf8))
    #expect(whole.check([.replace("", "abc****xyz")], on: "old").map(\.code) == [.maskedSecret])
    #expect(whole.check([.replace("", "a new secret")], on: "old").isEmpty)
  }

  @Test func `a part of a secret stays secret wherever it is taken`() throws {
    let profile = try Self.openHanded()
    let preview = profile.preview(
      [
        .test("/vault/key", "k"), .copy(from: "/vault/key", to: "/copy"),
        .move(from: "/vault", to: "/other"),
      ],
      of: ["vault": ["key": "k", "more": ["m"]]])
    #expect(preview.isAccepted, "\(preview.diagnostics)")
    #expect(preview.passedTests.map(\.isSensitive) == [true])
    #expect(preview.changes.map(\.isSensitive) == [true, true])
  }

  @Test func `a copied secret stays secret`() {
    let preview = Self.profile.preview(
      [.copy(from: "/config/apiToken", to: "/name"), .copy(from: "/config", to: "/other")],
      of: Self.fastly)
    #expect(preview.changes.map(\.isSensitive) == [true, false])
    #expect(
      preview.changes.last?.sensitivePointers == ["/other/apiToken", "/other/extraSecret"])
  }

  @Test func `a test of a masked secret cannot be decided`() {
    let preview = Self.profile.preview([.test("/config/apiToken", "real-token")], of: Self.fastly)
    #expect(preview.isAccepted)
    #expect(preview.diagnostics.map(\.code) == [.testUndecided])
    #expect(preview.passedTests.isEmpty)
    #expect(
      preview.unchecked == [
        "the test of /config/apiToken: the document has only the masks of secrets"
      ])
  }

  @Test func `no message shows a secret`() {
    let document: JSON = [
      "integrationKey": "fastly", "config": ["storeId": "1", "apiToken": "hunter2"],
    ]
    let patches: [JSONPatch] = [
      [.test("/config/apiToken", "hunter3")], [.test("/config", ["apiToken": "hunter3"])],
      [.replace("/config/apiToken", ["hunter3"])], [.replace("/config/apiToken", "hunter2")],
      [.replace("/config", ["apiToken": ["hunter3"]])], [.add("/config/apiToken/x", "hunter3")],
      [.copy(from: "/config/apiToken", to: "/on")],
    ]
    for patch in patches {
      for finding in Self.profile.check(patch, on: document) {
        let text = ([finding.message, finding.help ?? ""] + finding.notes).joined()
        #expect(!text.contains("hunter"), "\(finding)")
      }
    }
  }

  @Test func `a value that is no choice is not quoted if it is a secret, however short`() throws {
    let rules = #"""
      {"path": "/key", "allow": ["replace"], "secret": true, "evidence": "documented", "source": "s"},
      {"path": "/kind", "allow": ["replace"], "value": {"enum": ["p7", "long"]},
       "evidence": "documented", "source": "s"}
      """#
    let profile = try PatchProfile(parsing: Array(ProfileLoadingTests.text(rules: rules).utf8))
    func texts(_ patch: JSONPatch) -> [String] {
      profile.check(patch, on: ["key": "p7q", "kind": "long"]).map { $0.message + ($0.help ?? "") }
    }
    let shown = texts([.replace("/kind", "p8q")])
    #expect(shown.count == 1 && shown.allSatisfy { $0.contains(#"not "p8q""#) }, "\(shown)")
    for hidden in [
      texts([.replace("/kind", "p7q")]),
      texts([.replace("/kind", "p8q"), .replace("/key", "p8q")]),
    ] {
      #expect(hidden.count == 1 && hidden[0].hasSuffix(#"not "(sensitive)""#), "\(hidden)")
    }
  }

  @Test func `secrets are masked wherever they are, and nothing else`() {
    let secrets = Secrets(["hunter2", 12345, "xy", "a/b~c"])
    let harmless: JSON = ["a": [1, "b", nil, true, ["c": "hunter"]], "d": "xyz", "e": 1234]
    #expect(secrets.masked(harmless) == harmless)
    #expect(
      secrets.masked(["a": ["hunter2", 1.2345e4], "b": "to hunter2!", "hunter2": 1, "c": "xy"])
        == [
          "a": ["(sensitive)", "(sensitive)"], "b": "to (sensitive)!", "(sensitive)": 1,
          "c": "(sensitive)",
        ])
    #expect(
      secrets.masked(["a": "hunter2", "b": "xy"], comparedTo: ["a": "old", "b": "xy"])
        == ["a": "(sensitive, changed)", "b": "(sensitive)"])
    #expect(
      secrets.masked("see /x/a~1b~0c and a/b~c" as String) == "see /x/(sensitive) and (sensitive)")
    #expect(Secrets([true, nil]).masked("it is true, or null" as String) == "it is true, or null")
  }

  @Test(arguments: [
    ("abc****xyz", true), ("****", true), ("***", true), ("**", false), ("a***", true),
    ("abcd***wxyz", true), ("abcde***x", false), ("a**b**c", false), ("plain", false), ("", false),
    ("a*b*c*", false), ("x***abcde", false),
  ])
  func `a mask is told from a secret`(text: String, isMask: Bool) {
    #expect(text.isMask == isMask)
  }
}
