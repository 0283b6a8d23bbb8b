import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Configurations checked against a manifest of the user's own.
struct ManifestTests {
  private func profile(_ base: PatchProfile) throws -> PatchProfile {
    try base.applying(manifest: try Fixtures.bytes("profiles/manifest.json"))
  }

  @Test(arguments: [
    (#"[{"op":"replace","path":"/configValues/loft","value":"x"}]"#, []),
    (#"[{"op":"replace","path":"/configValues/loft","value":1}]"#, ["form-variable-type"]),
    (#"[{"op":"remove","path":"/configValues/ring"}]"#, ["required-form-variable"]),
    (#"[{"op":"add","path":"/configValues/breed","value":"fantail"}]"#, ["form-variable-type"]),
    (#"[{"op":"add","path":"/configValues/days","value":["mo"]}]"#, []),
    (#"[{"op":"add","path":"/configValues/days","value":["su"]}]"#, ["form-variable-type"]),
    (#"[{"op":"add","path":"/configValues/nest","value":"n"}]"#, ["unknown-form-variable"]),
    (#"[{"op":"replace","path":"/configValues/site","value":"https://b"}]"#, ["path-not-editable"]),
    (#"[{"op":"replace","path":"/configValues/ring","value":"a****b"}]"#, ["masked-secret"]),
  ])
  func `the manifest decides for any integration`(patch: String, codes: [String]) throws {
    let profile = try profile(.integrationConfiguration)
    for key in [#""_integrationKey": "pigeon","#, #""_integrationKey": "datadog","#, ""] {
      let document = try JSON(
        parsing:
          #"{\#(key) "name": "n", "configValues": {"loft": "l", "ring": "r", "site": "https://a"}}"#
      )
      #expect(
        profile.check(try JSONPatch(parsing: patch), on: document).map(\.code.rawValue) == codes)
    }
  }

  @Test func `without a document the manifest is known too`() throws {
    let profile = try profile(.integrationConfiguration)
    #expect(
      profile.check([.replace("/configValues/loft", 1)]).map(\.code) == [.formVariableType])
    #expect(
      profile.check([.remove("/configValues/ring")]).map(\.code) == [.requiredFormVariable])
  }

  @Test func `a delivery configuration has the variables of its capability`() throws {
    let profile = try profile(.integrationDeliveryConfiguration)
    #expect(profile.check([.add("/config/coop", "yes")]).map(\.code) == [.formVariableType])
    #expect(profile.check([.add("/config/loft", "l")]).map(\.code) == [.unknownFormVariable])
  }

  @Test func `its secrets are secrets`() throws {
    let document: JSON = ["configValues": ["loft": "l", "ring": "r-123"]]
    let profile = try profile(.integrationConfiguration)
    #expect(profile.sensitivePointers(in: document) == ["/configValues/ring"])
    #expect(profile.revealing(["/configValues"]).sensitivePointers(in: document).isEmpty)
  }

  @Test func `the profile survives its export`() throws {
    let profile = try profile(.integrationDeliveryConfiguration)
    #expect(try PatchProfile(parsing: profile.json.serialized(as: .compact)) == profile)
  }

  @Test(arguments: [
    ("[]", "1:1"), ("{}", "1:1"), (#"{"formVariables": 1}"#, "1:19"),
    (#"{"formVariables": [{}]}"#, "1:20"),
    (#"{"formVariables": [{"key": "a", "type": "sting"}]}"#, "1:41"), ("{", "1:2"),
    (#"{"formVariables": [{"key": "a", "key": "b", "type": "string"}]}"#, "1:33"),
  ])
  func `a mistake in a manifest has its place`(manifest: String, place: String) {
    let error = #expect(throws: PatchProfileError.self) {
      try PatchProfile.integrationConfiguration.applying(manifest: Array(manifest.utf8))
    }
    #expect(error?.position.map { "\($0.line):\($0.column)" } == place)
  }

  @Test func `a resource without a configuration takes no manifest`() {
    #expect(throws: PatchProfileError.self) { try profile(.webhook) }
  }
}
