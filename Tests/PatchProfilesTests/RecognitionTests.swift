import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Which profile a document is taken to belong to.
struct RecognitionTests {
  static func recognize(_ text: String) throws -> PatchProfile.Recognition {
    PatchProfile.recognizing(try JSON(parsing: text))
  }

  @Test(arguments: [
    ("ic-seed", "integration-configuration"), ("ic-approvals", "integration-configuration"),
    ("idc-seed", "integration-delivery-configuration"),
    ("idc-fastly", "integration-delivery-configuration"),
    ("fi-seed", "flag-import-configuration"), ("fi-split", "flag-import-configuration"),
    ("flag", "feature-flag"),
  ])
  func `a published document is recognised`(name: String, profile: String) throws {
    let documents = try Fixtures.json("launchdarkly/documents.json")
    #expect(documents.count == 7)
    let document = try #require(documents[name])
    #expect(PatchProfile.recognizing(document).profile?.name == profile)
  }

  @Test(arguments: ["preview/flag-import.json", "preview/delivery.json"])
  func `the documents of the examples are recognised`(file: String) throws {
    #expect(PatchProfile.recognizing(try Fixtures.json(file)).profile != nil)
  }

  @Test(arguments: PatchProfile.builtIn)
  func `the address of every resource is recognised`(profile: PatchProfile) throws {
    let parts = profile.path.split(separator: "/").map { $0.hasPrefix("{") ? "key" : $0 }
    let path = "/" + parts.joined(separator: "/")
    for prefix in ["", "https://app.launchdarkly.com", "http://localhost:8080"] {
      for suffix in ["", "?expand=environments", "#x"] {
        let recognition = try Self.recognize(
          #"{"_links": {"self": {"href": "\#(prefix + path + suffix)"}}}"#)
        #expect(recognition.profile == profile)
        #expect(recognition.candidates.map(\.grounds) == [.address(path)])
      }
    }
    for other in [path + "/", path + "/more", "/" + path, path.replacing("key", with: "")] {
      guard other != path else { continue }
      #expect(
        try Self.recognize(#"{"_links": {"self": {"href": "\#(other)"}}}"#).candidates.isEmpty)
    }
  }

  @Test(arguments: PatchProfile.builtIn)
  func `every resource is recognised by its members`(profile: PatchProfile) {
    var document = profile.sampleDocument
    document["_links"] = JSON(members: [])
    for name in profile.rules.compactMap(\.path.components.first).compactMap(\.name) {
      let isKnown = profile.representation.map { ($0.required + $0.optional).contains(name) }
      if isKnown != true { document[name] = nil }
    }
    document["_x"] = nil
    let recognition = PatchProfile.recognizing(document)
    #expect(recognition.profile == profile, "\(recognition.candidates.map(\.profile.name))")
  }

  @Test func `the grounds are told`() throws {
    let documents = try Fixtures.json("launchdarkly/documents.json")
    let flag = PatchProfile.recognizing(try #require(documents["flag"]))
    #expect(
      flag.candidates.map(\.grounds.description) == [
        "it has 9 of 12 members that such a resource always has and no unknown ones"
      ])
    let board = PatchProfile.recognizing(try #require(documents["ic-approvals"]))
    #expect(
      board.candidates.map(\.grounds.description) == [
        "its _links.self.href is "
          + "/api/v2/integration-configurations/1ef45a85-218f-4428-a8b2-a97e5f56c258"
      ])
  }

  @Test func `unknown members are counted, and a server without a path says nothing`() throws {
    let documents = try Fixtures.json("launchdarkly/documents.json")
    var flag = try #require(documents["flag"])
    flag["aMemberOfTomorrow"] = 1
    flag["_links"] = ["self": ["href": "https://app.launchdarkly.com"]]
    let candidates = PatchProfile.recognizing(flag).candidates
    #expect(candidates.map(\.profile.name) == ["feature-flag"])
    #expect(candidates.first?.grounds.description.hasSuffix(" and 1 unknown") == true)
  }

  @Test(arguments: [
    "{}", "[]", "1", "null", #"{"name": "x"}"#, #"{"name": "x", "tags": [], "on": true}"#,
    #"{"_links": {"self": {"href": "/api/v2/teams/x"}}, "key": "x", "name": "X", "_version": 1}"#,
    #"{"_links": {"self": {"href": 1}}}"#, #"{"_links": []}"#,
    #"{"apiVersion": "v1", "kind": "Pod", "metadata": {}, "spec": {}, "status": {}}"#,
    #"{"items": [], "totalCount": 0, "_links": {"self": {"href": "/api/v2/flags/shop"}}}"#,
    #"{"openapi": "3.0.3", "info": {}, "paths": {}, "components": {}, "tags": []}"#,
  ])
  func `other documents are not recognised`(text: String) throws {
    #expect(try Self.recognize(text).candidates.isEmpty)
  }

  @Test func `what fits several profiles equally well is not decided`() throws {
    let recognition = try Self.recognize(#"{"_id": "1", "name": "x", "kind": "y", "on": true}"#)
    #expect(recognition.profile == nil)
    #expect(
      recognition.candidates.map(\.profile.name).sorted()
        == ["audit-log-subscription", "data-export-destination"])
  }

  @Test func `a profile of one's own can be among the candidates`() throws {
    let profile = try PatchProfile(parsing: try Fixtures.bytes("profiles/open.json"))
    let document = try Fixtures.json("launchdarkly/documents.json")["flag"]
    #expect(PatchProfile.recognizing(document ?? .null, among: [profile]).candidates.isEmpty)
  }
}

extension PathPattern.Component {
  /// The name that the component stands for.
  fileprivate var name: String? {
    if case .literal(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }
}
