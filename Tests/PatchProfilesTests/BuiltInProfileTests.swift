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
      #expect(copy.ranking == profile.ranking)
      #expect(copy.representation == profile.representation)
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
        profile.otherFormats.source, profile.formVariables?.source, profile.endpoint.source,
      ].compactMap(\.self)
    for source in profile.sources { #expect(used.contains(source), "\(source.name)") }
  }

  @Test(arguments: PatchProfile.builtIn)
  func `every named type is used`(profile: PatchProfile) {
    let used = profile.rules.flatMap(\.value.namedTypes)
    for type in profile.types { #expect(used.contains(type), "\(type.name)") }
  }

  @Test(arguments: PatchProfile.builtIn)
  func `a documented rule and an example quote their page`(profile: PatchProfile) {
    for rule in profile.rules where [.documented, .example].contains(rule.evidence) {
      #expect(rule.source.quotation != nil, "\(rule.path)")
      #expect(rule.source.origin.contains("https://launchdarkly.com/docs/"), "\(rule.path)")
    }
  }

  @Test(arguments: PatchProfile.builtIn)
  func `a profile says what it is about`(profile: PatchProfile) {
    #expect(profile.area != nil && profile.asOf != nil)
    #expect(profile.reference?.hasPrefix("https://launchdarkly.com/docs/api/") == true)
    #expect(profile.path.hasPrefix("/api/v2/"))
    #expect(profile.operations.kinds == [.add, .remove, .replace, .test])
    #expect(profile.rule(for: "/_links")?.isReadOnly == true)
  }

  /// Names that a resource has only when it is written, or only in a sample.
  static let unread = [
    "feature-flag": ["releasePipelineKey"], "release": ["phase"], "metric": ["analysisUnits"],
    "metric-group": ["maintainerId"], "integration-configuration": ["on"],
    "project": [
      "requireViewAssociationForNewFlags", "requireViewAssociationForNewSegments",
    ],
  ]

  @Test(arguments: PatchProfile.builtIn)
  func `a rule is about a member of the representation`(profile: PatchProfile) throws {
    let representation = try #require(profile.representation)
    let known =
      representation.required + representation.optional + (Self.unread[profile.name] ?? [])
      + ["exampleField"]
    for rule in profile.rules {
      guard case .literal(let bytes) = rule.path.components.first else { continue }
      #expect(known.contains(String(decoding: bytes, as: UTF8.self)), "\(rule.path)")
    }
  }

  @Test(arguments: PatchProfile.builtIn)
  func `what a rule permits has a value that it accepts`(profile: PatchProfile) {
    let document = profile.sampleDocument
    for rule in profile.rules where rule.permits(.replace) {
      let pointer = JSONPointer(tokens: rule.path.sample)
      let location = Location(pointer)
      guard let value = document[pointer],
        !profile.rules.contains(where: { $0.isReadOnly && $0.path.canMatch(below: location) })
      else { continue }
      let findings = profile.check([.replace(pointer, value)], on: document)
      #expect(findings.allSatisfy { $0.severity == .warning }, "\(findings)")
    }
  }

  @Test func `profiles stand by area and name`() {
    let areas = PatchProfile.builtIn.reduce(into: [String]()) { areas, profile in
      if let area = profile.area, areas.last != area { areas.append(area) }
    }
    #expect(Set(areas).count == areas.count)
    for area in areas {
      let names = PatchProfile.builtIn.filter { $0.area == area }.map(\.name)
      #expect(names.sorted() == names)
    }
  }

  @Test func `profiles are found by name`() {
    #expect(PatchProfile.builtIn.count == 27)
    for profile in PatchProfile.builtIn { #expect(PatchProfile.named(profile.name) == profile) }
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

  @Test func `the manifests are there`() {
    func integrations(_ profile: PatchProfile) -> [String]? {
      profile.formVariables?.integrations.map(\.key)
    }
    #expect(integrations(.flagImportConfiguration) == ["split", "unleash"])
    #expect(integrations(.integrationConfiguration)?.count == 125)
    let all = PatchProfile.builtIn.compactMap(integrations).joined()
    #expect(Set(all).count == 129)
    #expect(integrations(.bigSegmentStoreIntegration) == ["dynamodb", "redis"])
    #expect(integrations(.auditLogSubscription)?.count == 27)
    #expect(
      integrations(.integrationDeliveryConfiguration) == [
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
    let changed = text.replacing("\"title\":\"", with: "\"title\":\"X")
    let other = try PatchProfile(parsing: Array(changed.utf8))
    #expect(other != profile)
    #expect(Set([profile, other, profile]).count == 2)
  }
}
