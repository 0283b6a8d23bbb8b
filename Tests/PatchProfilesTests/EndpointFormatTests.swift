import JSONPatching
import Testing

@testable import PatchProfiles

/// What a profile of any API can say about its request.
struct EndpointFormatTests {
  static func profile(
    _ endpoint: String, more: String = ""
  ) throws(PatchProfileError) -> PatchProfile {
    let text = ProfileLoadingTests.text(more: "\"endpoint\": {\(endpoint)}, \(more)")
    return try PatchProfile(parsing: Array(text.utf8))
  }

  @Test func `an API of one's own has its own request and answers`() throws {
    let profile = try Self.profile(
      #"""
      "statuses": [200, {"status": 422, "meaning": "No such shelf"}], "source": "s",
      "hosts": ["http://library.example:8080", "library.example"],
      "tokenVariable": "LIBRARY_TOKEN", "headers": {"X-Client": "desk"},
      "betaHeaders": {"X-Preview": "1"}
      """#, more: #""beta": true,"#)
    let request = try profile.request()
    #expect(request.url == "http://library.example:8080/p")
    #expect(request.headers.map(\.name) == ["Content-Type", "X-Client", "X-Preview"])
    #expect(request.headers[0].value == "application/json-patch+json")
    #expect(request.tokenVariable == "LIBRARY_TOKEN")
    #expect(profile.endpoint.statuses.map(\.meaning) == [nil, "No such shelf"])
    #expect(profile.probableStatuses(for: .type).map(\.code) == [422])
    #expect(profile.endpoint.isServed(by: "https://library.example"))
    #expect(!profile.endpoint.isServed(by: "https://app.launchdarkly.com"))
    #expect(try PatchProfile(parsing: profile.json.serialized()) == profile)
  }

  @Test func `a profile may say nothing about its request`() throws {
    let profile = try PatchProfile(parsing: Array(ProfileLoadingTests.text().utf8))
    #expect(profile.json["endpoint"] == nil)
    #expect(profile.probableStatuses(for: .type) == [])
    #expect(throws: PatchRequest.Problem.self) { try profile.request() }
  }

  @Test func `a type of the body that is given is not given twice`() throws {
    let profile = try Self.profile(#""hosts": ["h"], "headers": {"content-type": "a/b"}"#)
    #expect(try profile.request().headers.map(\.value) == ["a/b"])
  }

  /// The endpoint, the code of the mistake, and a word of the message or the help.
  @Test(
    arguments: [
      (#""statuses": [200]"#, .memberMissing, "source"),
      (#""statuses": [200, 200], "source": "s""#, .entryRepeated, "listed already"),
      (#""statuses": [99], "source": "s""#, .valueUnknown, "from 100 to 599"),
      (#""statuses": ["400"], "source": "s""#, .valueKind, "whole number"),
      (#""statuses": [{"meaning": "m"}], "source": "s""#, .memberMissing, "status"),
      (#""statuses": [{"staus": 400}], "source": "s""#, .memberUnknown, "did you mean"),
      (#""hosts": ["a b"]"#, .valueUnknown, "address of a server"),
      (#""hosts": ["h/$(x)"]"#, .valueUnknown, "address of a server"),
      (#""tokenVariable": "A B""#, .valueUnknown, "variable"),
      (#""tokenVariable": "A}$(x)""#, .valueUnknown, "variable"),
      (#""tokenVariable": "1A""#, .valueUnknown, "variable"),
      (#""ldcli": "flags update; x""#, .valueUnknown, "ldcli"),
      (#""headers": {"A": "b\r\nC: d"}"#, .valueUnknown, "field"),
      (#""headers": {"A: b": "c"}"#, .valueUnknown, "field"),
      (#""headers": {"A": 1}"#, .valueKind, "a string"),
      (#""parameters": {"id": "key"}"#, .patternSyntax, "JSON Pointer"),
      (#""token": "A""#, .memberUnknown, "did you mean"),
    ] as [(String, PatchProfileError.Code, String)])
  func `a mistake is reported`(endpoint: String, code: PatchProfileError.Code, word: String) {
    let error = #expect(throws: PatchProfileError.self) { try Self.profile(endpoint) }
    #expect(error?.code == code, "\(error.map(\.description) ?? "")")
    #expect(error?.description.contains(word) == true, "\(error.map(\.description) ?? "")")
    #expect(error?.position?.line == 1)
  }

  @Test(arguments: ["PATCH; x", "", "patch", "PATCH /x HTTP/1.1"])
  func `a method is a word`(method: String) {
    #expect(throws: PatchProfileError.self) {
      try Self.profile("", more: "\"method\": \"\(method)\",")
    }
  }

  @Test(arguments: ["p", "/a b", "/a?b=c", "/a#b", "/a\\r\\nHost: x", "/a\\u00e9", "/a`b`"])
  func `a path has nothing that a request line gives another meaning`(path: String) {
    let text = ProfileLoadingTests.text()
      .replacing("\"path\": \"/p\"", with: "\"path\": \"\(path)\"")
    #expect(throws: PatchProfileError.self) { try PatchProfile(parsing: Array(text.utf8)) }
  }
}
