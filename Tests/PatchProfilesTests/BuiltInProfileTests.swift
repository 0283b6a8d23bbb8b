import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

struct BuiltInProfileTests {
  static let all = PatchProfile.builtIn + [.unrestricted]

  @Test(arguments: all)
  func `a profile survives its export`(profile: PatchProfile) throws {
    for format in [JSON.Format.compact, .pretty(indent: 2)] {
      let copy = try PatchProfile(parsing: profile.json.serialized(as: format))
      #expect(copy == profile)
      #expect(copy.rules == profile.rules)
      #expect(copy.formVariables == profile.formVariables)
      #expect(copy.types == profile.types)
      #expect(copy.json.serialized(as: .compact) == profile.json.serialized(as: .compact))
    }
  }

  @Test(arguments: all)
  func `every rule has a source that says something`(profile: PatchProfile) {
    for rule in profile.rules {
      #expect(profile.sources.contains(rule.source), "\(rule.path)")
      #expect(rule.source.quotation?.isEmpty == false || rule.source.reason?.isEmpty == false)
      #expect(!rule.source.origin.isEmpty)
    }
    #expect(profile.unlisted.source != nil)
  }

  @Test(arguments: PatchProfile.builtIn)
  func `every source is used`(profile: PatchProfile) {
    let used =
      profile.rules.map(\.source) + profile.rules.compactMap(\.warning?.source)
      + [
        profile.unlisted.source, profile.envelope.source, profile.operations.source,
        profile.formVariables?.source,
      ].compactMap(\.self)
    for source in profile.sources { #expect(used.contains(source), "\(source.name)") }
  }

  @Test(arguments: PatchProfile.builtIn)
  func `a documented rule quotes its endpoint or gives a reason`(profile: PatchProfile) {
    for rule in profile.rules where rule.evidence == .documented {
      #expect(rule.source.quotation != nil || rule.source.name == "placeholder", "\(rule.path)")
    }
  }

  @Test func `profiles are found by name`() {
    #expect(PatchProfile.builtIn.map(\.name).sorted() == PatchProfile.builtIn.map(\.name))
    #expect(PatchProfile.named("flag-import-configuration") == .flagImportConfiguration)
    #expect(PatchProfile.named("Flag-import-configuration") == nil)
    #expect(PatchProfile.named("json") == nil)
  }

  @Test(arguments: [
    ("flag-import", "flag-import-configuration"),
    ("flag-import-configuraton", "flag-import-configuration"),
    ("integration-delivery", "integration-delivery-configuration"),
    ("integration-configurations", "integration-configuration"),
    ("INTEGRATION-CONFIGURATION", "integration-configuration"),
  ])
  func `a misspelt name brings the nearest one`(name: String, nearest: String) {
    #expect(PatchProfile.nearestName(to: name) == nearest)
  }

  @Test func `a name like none brings no suggestion`() {
    #expect(PatchProfile.nearestName(to: "kubernetes") == nil)
    #expect(PatchProfile.nearestName(to: "") == nil)
  }

  @Test func `the manifests of the three resources are there`() {
    let integrations = PatchProfile.builtIn.map { $0.formVariables?.integrations.map(\.key) }
    #expect(integrations[0] == ["split", "unleash"])
    #expect(integrations[1]?.count == 8)
    #expect(
      integrations[2] == [
        "akamai-edgeworkers", "cloudflare", "convex", "fastly", "generic-feature-store", "netlify",
        "vercel",
      ])
  }

  @Test func `form variables have what the manifests say`() throws {
    let split = try #require(
      PatchProfile.flagImportConfiguration.formVariables?.integration("split"))
    #expect(
      split.variables.filter(\.isRequired).map(\.key)
        == ["workspaceApiKey", "workspaceId", "environmentId", "ldApiKey"])
    #expect(split.variables.filter(\.isSecret).map(\.key) == ["workspaceApiKey", "ldApiKey"])
    let akamai = try #require(
      PatchProfile.integrationDeliveryConfiguration.formVariables?
        .integration("akamai-edgeworkers"))
    #expect(akamai.variable("network")?.allowedValues == ["production", "staging"])
    #expect(akamai.variable("network")?.isRequired == false)
    let snowflake = try #require(
      PatchProfile.integrationConfiguration.formVariables?
        .integration("snowflake-experimentation"))
    #expect(snowflake.variable("snowflakeHostAddress")?.isFixed == true)
  }

  @Test(arguments: [
    ("/name", "/name"), ("/tags", "/tags"), ("/tags/-", "/tags/{index}"),
    ("/config", "/config"), ("/config/a/b", "/config/*"), ("/_id", "/_*"),
    ("/_links/self/href", "/_*"),
  ])
  func `a path has its rule`(path: String, pattern: String) throws {
    let rule = PatchProfile.flagImportConfiguration.rule(for: try JSONPointer(path))
    #expect(rule?.path.description == pattern)
  }

  @Test func `a path that is not listed has no rule`() {
    #expect(PatchProfile.flagImportConfiguration.rule(for: "/on") == nil)
    #expect(PatchProfile.flagImportConfiguration.rule(for: "") == nil)
  }

  @Test(arguments: PatchProfile.builtIn)
  func `equality is by meaning`(profile: PatchProfile) throws {
    let text = String(decoding: profile.json.serialized(as: .compact), as: UTF8.self)
    let changed = text.replacing("\"/name\"", with: "\"/nom\"")
    let other = try PatchProfile(parsing: Array(changed.utf8))
    #expect(other != profile)
    #expect(Set([profile, other, profile]).count == 2)
  }
}
