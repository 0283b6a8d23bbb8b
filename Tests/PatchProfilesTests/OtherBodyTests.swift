import JSONPatching
import Testing

@testable import PatchProfiles

/// Bodies in another format than JSON Patch.
struct OtherBodyTests {
  @Test(arguments: [
    ("feature-flag", #"{"instructions": []}"#, "semantic-patch", true, "domain-model"),
    ("segment", #"{"comment": "c", "instructions": []}"#, "semantic-patch", true, "domain-model"),
    ("webhook", #"{"instructions": []}"#, "semantic-patch", false, "takes no semantic patch"),
    ("custom-role", #"{"name": "x"}"#, "merge-patch", true, #""path":"/name""#),
    ("oauth-client", #"{"a/b": "x"}"#, "merge-patch", false, #""path":"/a~1b""#),
    ("webhook", #"{"comment": "c", "merge": {"on": true}}"#, "merge-patch", false, "/on"),
    ("webhook", "{}", "merge-patch", false, "takes no merge patch"),
  ])
  func `another format is named, and what to send instead`(
    name: String, body: String, format: String, isDocumented: Bool, help: String
  ) throws {
    let profile = try #require(PatchProfile.named(name))
    let other = try #require(profile.otherBody(try JSON(parsing: body)))
    #expect(other.format.rawValue == format)
    #expect(other.isDocumented == isDocumented)
    #expect(other.help.contains(help), "\(other.help)")
  }

  @Test func `a finding names the format and what to send instead`() {
    func finding(_ body: String, _ profile: PatchProfile) -> JSONPatch.Diagnostic? {
      profile.check(PatchDraft(parsing: Array(body.utf8), acceptsEnvelope: true)).first
    }
    let semantic = finding(#"{"instructions": []}"#, .segment)
    #expect(semantic?.code == .patchNotArray && semantic?.severity == .error)
    #expect(semantic?.message.hasPrefix("this is a semantic patch") == true)
    #expect(semantic?.notes.first?.hasPrefix("source: ") == true)
    #expect(
      finding(#"{"name": "x"}"#, .webhook)?.message.hasPrefix("this is a merge patch") == true)
    #expect(
      finding(#"{"name": "x"}"#, .unrestricted)?.message.hasPrefix("a JSON Patch is") == true)
    #expect(finding("1", .webhook)?.message.hasPrefix("a JSON Patch is") == true)
  }

  @Test(arguments: [
    "[]", #"{"patch": []}"#, #"{"op": "add", "path": "/a", "value": 1}"#, "1", #""x""#,
  ])
  func `a JSON Patch is none`(body: String) throws {
    #expect(PatchProfile.webhook.otherBody(try JSON(parsing: body)) == nil)
  }
}
