import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Configurations checked against the manifests.
struct FormVariableTests {
  private func codes(
    _ patch: JSONPatch, of integration: JSON, config: JSON, by profile: PatchProfile
  ) -> [String] {
    let document: JSON =
      profile == .integrationConfiguration
      ? ["_integrationKey": integration, "configValues": config]
      : ["integrationKey": integration, "config": config]
    return profile.check(patch, on: document).map { "\($0.severity) \($0.code)" }
  }

  private let delivery = PatchProfile.integrationDeliveryConfiguration
  private let configuration = PatchProfile.integrationConfiguration

  @Test func `a required variable can be taken out and put back`() {
    let config: JSON = ["storeId": "1", "apiToken": "t"]
    #expect(
      codes([.remove("/config/apiToken")], of: "fastly", config: config, by: delivery)
        == ["error required-form-variable"])
    #expect(
      codes(
        [.remove("/config/apiToken"), .add("/config/apiToken", "u")], of: "fastly",
        config: config, by: delivery) == [])
    #expect(
      codes(
        [.replace("/config", ["storeId": "2"]), .add("/config/apiToken", "u")], of: "fastly",
        config: config, by: delivery) == [])
  }

  @Test func `moving a required variable away takes it out`() {
    #expect(
      codes(
        [.move(from: "/config/apiToken", to: "/name")], of: "fastly",
        config: ["storeId": "1", "apiToken": "t"], by: delivery)
        == ["warning op-not-documented", "error required-form-variable"])
  }

  @Test func `a variable that was missing before is nobody's fault`() {
    #expect(
      codes(
        [.replace("/config/storeId", "2")], of: "fastly", config: ["storeId": "1"], by: delivery)
        == [])
  }

  @Test func `an optional variable can be taken out`() {
    #expect(
      codes(
        [.remove("/config/teamId")], of: "vercel", config: ["teamId": "t"], by: delivery) == [])
  }

  @Test func `enumerations are checked`() {
    let config: JSON = ["network": "staging"]
    #expect(
      codes(
        [.replace("/config/network", "production")], of: "akamai-edgeworkers", config: config,
        by: delivery) == [])
    #expect(
      codes(
        [.replace("/config/network", "prod")], of: "akamai-edgeworkers", config: config,
        by: delivery) == ["error form-variable-type"])
  }

  @Test func `a URI needs a scheme`() {
    let config: JSON = ["deploymentPayloadUrl": "https://a.example.com"]
    #expect(
      codes(
        [.replace("/config/deploymentPayloadUrl", "https://b.example.com")], of: "convex",
        config: config, by: delivery) == [])
    #expect(
      codes(
        [.replace("/config/deploymentPayloadUrl", "b.example.com")], of: "convex",
        config: config, by: delivery) == ["warning form-variable-type"])
  }

  @Test(
    arguments: [
      ("s3+web.v2-x:b", true), ("a:", true), ("3s:b", false), (":b", false), ("\u{E9}:b", false),
      ("a_b:c", false),
    ])
  func `a scheme has letters, digits and three signs`(uri: String, isFitting: Bool) {
    let found = codes(
      [.replace("/config/deploymentPayloadUrl", JSON(uri))], of: "convex",
      config: ["deploymentPayloadUrl": "https://a.example.com"], by: delivery)
    #expect(found.isEmpty == isFitting)
  }

  @Test func `a multiselect takes its options`() {
    let config: JSON = ["eventFilter": []]
    let integration: JSON = "pagerduty-guardian-edition"
    #expect(
      codes(
        [.replace("/configValues/eventFilter", ["measured-rollout-reverted"])], of: integration,
        config: config, by: configuration) == [])
    #expect(
      codes(
        [.replace("/configValues/eventFilter", ["other"])], of: integration, config: config,
        by: configuration) == ["warning form-variable-type"])
    for other: JSON in ["measured-rollout-reverted", [1], [["measured-rollout-reverted"]]] {
      #expect(
        codes(
          [.replace("/configValues/eventFilter", other)], of: integration, config: config,
          by: configuration
        ).contains("warning form-variable-type"))
    }
    #expect(
      codes(
        [.add("/configValues/eventFilter/-", "measured-rollout-reverted")], of: integration,
        config: config, by: configuration) == [])
  }

  @Test func `what is fixed once it is saved cannot be changed`() {
    let config: JSON = ["snowflakeHostAddress": "a", "selectedEnv": "b"]
    let integration: JSON = "snowflake-experimentation"
    #expect(
      codes(
        [.replace("/configValues/snowflakeHostAddress", "c")], of: integration, config: config,
        by: configuration) == ["error path-not-editable"])
    #expect(
      codes(
        [.replace("/configValues", ["snowflakeHostAddress": "c", "selectedEnv": "b"])],
        of: integration, config: config, by: configuration) == ["error path-not-editable"])
    #expect(
      codes(
        [
          .replace(
            "/configValues",
            ["snowflakeHostAddress": "a", "selectedEnv": "b", "privateKey": "k"])
        ], of: integration, config: config, by: configuration) == [])
    #expect(
      codes(
        [.add("/configValues/snowflakeHostAddress", "c")], of: integration, config: [:],
        by: configuration) == [])
  }

  @Test func `what the server makes is better left alone`() {
    #expect(
      codes(
        [.replace("/configValues/publicKey", "k")], of: "snowflake-experimentation",
        config: ["publicKey": "a"], by: configuration) == ["warning form-variable-type"])
  }

  @Test func `below a scalar variable there is nothing`() {
    #expect(
      codes(
        [.add("/config/storeId/x", 1)], of: "fastly", config: ["storeId": "1", "apiToken": "t"],
        by: delivery) == ["error form-variable-type"])
  }

  @Test func `an unknown variable that the document has already is known to the server`() {
    #expect(
      codes(
        [.replace("/config/region", "eu")], of: "fastly", config: ["region": "us"], by: delivery)
        == [])
    #expect(
      codes([.add("/config/region", "eu")], of: "fastly", config: [:], by: delivery)
        == ["warning unknown-form-variable"])
  }

  @Test func `a misspelt variable brings the right one`() {
    let document: JSON = ["integrationKey": "fastly", "config": ["apiToken": "t"]]
    let findings = delivery.check([.add("/config/storeid", "1")], on: document)
    #expect(findings.map(\.help) == ["did you mean /config/storeId?"])
  }

  @Test func `without a manifest nothing is checked and that is said`() {
    let document: JSON = ["integrationKey": "unheard-of", "config": [:]]
    let preview = delivery.preview([.add("/config/a", 1)], of: document)
    #expect(preview.diagnostics.isEmpty)
    #expect(preview.unchecked == ["the members of /config: no manifest of \"unheard-of\" is known"])
    let anonymous = delivery.preview([.add("/config/a", 1)], of: ["config": [:]])
    #expect(anonymous.unchecked == ["the members of /config: the document has no /integrationKey"])
  }

  @Test func `a configuration inside of a replaced object is checked too`() throws {
    let text = ProfileLoadingTests.text(
      rules: #"{"path": "/a", "allow": ["replace"], "evidence": "general", "source": "s"}"#,
      more: #"""
        "formVariables": {"path": "/a/config", "integrationPath": "/k", "source": "s",
         "integrations": {"i": [{"key": "needed", "type": "string"}]}},
        """#)
    let profile = try PatchProfile(parsing: Array(text.utf8))
    let document: JSON = ["k": "i", "a": ["config": ["needed": "x"]]]
    let findings = profile.check([.replace("/a", ["config": ["other": 1]])], on: document)
    #expect(findings.map(\.code) == [.unknownFormVariable, .requiredFormVariable])
    #expect(profile.check([.replace("/a", ["config": ["needed": "y"]])], on: document).isEmpty)
  }
}
