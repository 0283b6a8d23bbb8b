import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// What a profile takes over with `extends`.
struct SharedPartsTests {
  private func profile(_ rules: String = "", sources: String = "", more: String = "") throws
    -> PatchProfile
  {
    let text = ProfileLoadingTests.text(
      rules: rules, sources: #""s": {"reason": "r", "origin": "o"}\#(sources)"#,
      more: #""extends": "launchdarkly", "reference": "R", \#(more)"#)
    return try PatchProfile(parsing: Array(text.utf8))
  }

  private func rule(_ path: String, _ more: String) -> String {
    #"{"path": "\#(path)", "allow": ["add"], "evidence": "inferred", \#(more)}"#
  }

  @Test func `rules and statements about every request are taken over`() throws {
    let profile = try profile(rule("/a", #""source": "s""#))
    #expect(profile.rules.map(\.path.description) == ["/a", "/_*", "/exampleField"])
    #expect(profile.operations.kinds == [.add, .remove, .replace, .test])
    #expect(profile.envelope.verdict == .warn)
  }

  @Test func `sources and types are taken over when they are used`() throws {
    let unused = try profile()
    #expect(
      unused.sources.map(\.name) == ["s", "operations", "envelope", "underscore", "placeholder"])
    #expect(unused.types.isEmpty)
    let used = try profile(rule("/a", #""source": "arrays", "value": "Tag[]""#))
    #expect(used.sources.map(\.name).contains("arrays"))
    #expect(used.types.map(\.name) == ["Tag"])
  }

  @Test func `what a profile declares itself goes first`() throws {
    let profile = try profile(
      rule("/_*", #""source": "underscore""#),
      sources: #", "underscore": {"reason": "mine", "origin": "here"}"#,
      more: #""envelope": {"verdict": "accept", "source": "s"},"#)
    #expect(profile.rules.map(\.path.description) == ["/_*", "/exampleField"])
    #expect(profile.rules[0].source.reason == "mine")
    #expect(!profile.rules[0].isReadOnly)
    #expect(profile.envelope.verdict == .accept)
    #expect(profile.sources.count { $0.name == "underscore" } == 1)
  }

  @Test func `the export stands by itself`() throws {
    let profile = try profile(rule("/a", #""source": "create body", "value": "Statement""#))
    #expect(profile.json["extends"] == nil)
    #expect(profile.rules[0].source.origin == "R")
    #expect(try PatchProfile(parsing: profile.json.serialized()) == profile)
  }

  @Test func `other parts are not known`() throws {
    let text = ProfileLoadingTests.text(more: #""extends": "LaunchDarkly","#)
    let error = try #require(ProfileLoadingTests.error(text))
    #expect(error.code == .nameUnknown)
    #expect(error.help?.contains("launchdarkly") == true)
    #expect(error.position?.line == 1)
  }

  @Test func `sources without an origin need a page to stand on`() throws {
    let error = ProfileLoadingTests.error(
      ProfileLoadingTests.text(more: #""extends": "launchdarkly","#))
    #expect(error?.code == .memberMissing)
    #expect(error?.message.contains("reference") == true)
    let text = ProfileLoadingTests.text(
      rules: rule("/a", #""source": "s""#), sources: #""s": {"reason": "r"}"#,
      more: #""reference": "R","#)
    #expect(try PatchProfile(parsing: Array(text.utf8)).rules[0].source.origin == "R")
  }
}
