import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// What findings say, beside their codes.
struct FindingTests {
  private let delivery = PatchProfile.integrationDeliveryConfiguration
  private let configuration = PatchProfile.integrationConfiguration
  private let flagImport = PatchProfile.flagImportConfiguration

  @Test func `a refusal names its source`() throws {
    let finding = try #require(flagImport.check([.replace("/on", true)]).first)
    #expect(finding.message == "/on is not editable in flag-import-configuration")
    #expect(
      finding.notes.first?.contains("You can update the `config`, `tags`, and `name`") == true)
    #expect(finding.operation == "replace")
    #expect(finding.pointer == "/on")
  }

  @Test(arguments: [
    ("/nmae", "did you mean /name?"), ("/tag/0", "did you mean /tags/0?"),
    ("/confg/a", "did you mean /config/a?"),
  ])
  func `a misspelt path brings the right one without a document`(path: String, help: String) throws
  {
    let finding = try #require(flagImport.check([.replace(try JSONPointer(path), "x")]).first)
    #expect(finding.help == help)
  }

  @Test func `a misspelt path brings the right one of the document`() throws {
    let document: JSON = ["config": ["prefix": "a"], "name": "n"]
    let finding = try #require(
      delivery.check([.replace("/config/prefx", "b")], on: document).first)
    #expect(finding.code == .pathNotFound)
    #expect(finding.help == "did you mean /config/prefix?")
  }

  @Test func `what is not there yet has to be added`() throws {
    let document: JSON = ["integrationKey": "split", "config": [:]]
    let finding = try #require(
      flagImport.check([.replace("/config/splitTag", "x")], on: document).first)
    #expect(finding.code == .pathNotFound)
    #expect(finding.help == "there is nothing to replace yet: use add")
  }

  @Test func `a failure that may follow from another says so`() throws {
    let document: JSON = ["name": "n", "tags": ["a"]]
    let findings = delivery.check(
      [.remove("/tags/5"), .remove("/tags/1"), .replace("/nmae", 1)], on: document)
    #expect(findings.map(\.operationIndex) == [0, 1, 2])
    #expect(findings[0].notes.isEmpty)
    #expect(findings[1].notes.contains { $0.contains("after operation 0 failed") })
    #expect(!findings[2].notes.contains { $0.contains("after operation") })
  }

  @Test func `a value that is too deep to be judged is refused`() throws {
    let profile = try PatchProfile.allowing([("/a/**/x", [])])
    func value(_ depth: Int) throws -> JSON {
      try JSON(
        parsing: String(repeating: #"{"y":"#, count: depth) + "1"
          + String(repeating: "}", count: depth))
    }
    #expect(profile.check([.add("/a", try value(250))], on: [:]).isEmpty)
    let finding = try #require(profile.check([.add("/a", try value(300))], on: [:]).first)
    #expect(finding.code == .valueContainsUneditable)
    #expect(finding.message.hasSuffix("is too deep or too large to be judged"))
  }

  @Test func `a patch that edits more than can be compared is refused`() throws {
    let profile = try PatchProfile.allowing([("/a/*/x", [])])
    var examination = Examination(profile, on: ["a": [:]], isStrict: false, limits: .unlimited)
    // Each edit costs four: two elements, and what a rule names in each.
    examination.contentsBudget = 10
    for index in 0..<3 { examination.examine(Subject(.replace("/a", [1, 2]), index: index)) }
    let findings = examination.settled().filter { $0.finding.severity == .error }
    #expect(findings.map(\.index) == [2])
    #expect(findings.map(\.finding.code) == [.valueContainsUneditable])
  }

  @Test func `after too many misspelt paths no more are looked up`() throws {
    var examination = Examination(flagImport, on: nil, isStrict: false, limits: .default)
    examination.examine(Subject(.replace("/nmae", "x"), index: 0))
    examination.spelling = Spelling(budget: 0)
    examination.examine(Subject(.replace("/nmae", "x"), index: 1))
    #expect(examination.findings.map(\.finding.help) == ["did you mean /name?", nil])
  }

  @Test func `eight read-only members of one value are enough`() throws {
    let profile = try PatchProfile.allowing([("/a/*/x", [])])
    let value = JSON((0..<100).map { ["x": JSON($0)] })
    #expect(profile.check([.add("/a", value)], on: [:]).count == 8)
  }

  @Test func `an operation that is not permitted names those that are`() throws {
    let finding = try #require(flagImport.check([.remove("/name")]).first)
    #expect(finding.code == .operationNotPermitted)
    #expect(finding.help == "permitted: add, replace")
  }

  @Test func `the sample of the documentation brings the right name`() throws {
    let finding = try #require(configuration.check([.replace("/on", false)]).first)
    #expect(finding.severity == .warning)
    #expect(finding.help == "its name there is /enabled")
  }

  @Test(arguments: [
    (#"{"op":"replace","path":"/on","value":"true"}"#, "write the value without quotes"),
    (#"{"op":"replace","path":"/name","value":1}"#, "write the value in quotes"),
    (
      #"{"op":"replace","path":"/tags","value":"a"}"#,
      "write an array of one element, or add the element to the array"
    ),
    (
      #"{"op":"add","path":"/tags/-","value":["a"]}"#,
      "this is one value: use one operation for each element"
    ),
    (
      #"{"op":"replace","path":"/on","value":null}"#,
      "LaunchDarkly's generated samples leave the value out or write null; write true or false"
    ),
  ])
  func `a value of the wrong kind brings what to write`(operation: String, help: String) {
    let findings = delivery.check(PatchDraft(parsing: Array("[\(operation)]".utf8)))
    #expect(findings.map(\.code) == [.type])
    #expect(findings.map(\.help) == [help])
  }

  @Test func `a missing value is explained by the rule of its path`() {
    let text = #"[{"op":"replace","path":"/on"}]"#
    let findings = delivery.check(PatchDraft(parsing: Array(text.utf8)))
    #expect(findings.map(\.code) == [.valueMissing])
    #expect(findings[0].notes.contains { $0.contains("generated samples") })
  }

  @Test func `an unusual tag is a warning`() {
    for tag in ["", "with space", String(repeating: "a", count: 65), "\u{e9}"] {
      let findings = flagImport.check([.add("/tags/-", JSON(tag))])
      #expect(findings.map(\.code) == [.schema])
      #expect(findings.map(\.severity) == [.warning])
    }
    #expect(flagImport.check([.add("/tags/-", "A-Z_a.z-0")]).isEmpty)
  }

  @Test func `statements have the published shape`() {
    let path: JSONPointer = "/capabilityConfig/auditLogEventsHook/statements/-"
    func codes(_ statement: JSON) -> [String] {
      configuration.check([.add(path, statement)]).map { "\($0.severity) \($0.code)" }
    }
    #expect(codes(["effect": "allow", "resources": ["*"], "actions": ["*"]]) == [])
    #expect(codes(["effect": "alow", "resources": []]) == ["error schema"])
    #expect(
      configuration.check([.add(path, ["effect": "x"])]).first?.notes.first?
        .contains("StatementPost") == true)
    #expect(codes(["resources": ["*"]]) == ["error schema"])
    #expect(
      codes(["effect": "allow", "resources": ["a"], "notResources": ["b"]]) == ["error schema"])
    #expect(codes(["effect": "allow", "resources": ["a"], "notResources": []]) == [])
    #expect(
      codes(["effect": "deny", "notActions": ["a"], "notResources": ["b"]]) == ["warning schema"])
    #expect(codes(["effect": "deny", "actions": "a"]) == ["error schema"])
    #expect(codes(["effect": "deny", "action": ["a"]]) == ["warning schema"])
  }

  @Test func `form variables of approvals have the published shape`() {
    let path: JSONPointer = "/capabilityConfig/approvals/additionalFormVariables/-"
    func count(_ variable: JSON) -> Int { configuration.check([.add(path, variable)]).count }
    let base: JSON = ["key": "k", "name": "n", "type": "string", "description": "d"]
    #expect(count(base) == 0)
    var dynamic = base
    dynamic["type"] = "dynamicEnum"
    #expect(count(dynamic) == 1)
    dynamic["dynamicOptions"] = ["endpoint": ["method": "GET", "url": "u"], "parser": [:]]
    #expect(count(dynamic) == 0)
    dynamic["dynamicOptions"] = ["endpoint": ["method": "POST"]]
    #expect(count(dynamic) == 1)
  }

  @Test func `approvals are required for all flags or for those with tags`() {
    func codes(_ patch: JSONPatch, required: JSON, tags: JSON) -> [JSONPatch.Code] {
      let settings: JSON = ["required": required, "requiredApprovalTags": tags]
      return PatchProfile.environment.check(patch, on: ["approvalSettings": settings])
        .filter { $0.severity == .error }.map(\.code)
    }
    let (flag, tags): (JSONPointer, JSONPointer) = (
      "/approvalSettings/required", "/approvalSettings/requiredApprovalTags"
    )
    #expect(codes([.replace(flag, true)], required: false, tags: []) == [])
    #expect(codes([.replace(flag, true)], required: false, tags: ["a"]) == [.schema])
    #expect(codes([.replace(tags, ["a"])], required: true, tags: []) == [.schema])
    #expect(
      codes([.replace(flag, true), .replace(tags, ["a"])], required: false, tags: []) == [.schema])
    #expect(
      codes([.replace(tags, ["a"]), .replace(flag, false)], required: true, tags: []) == [])
    #expect(
      codes(
        [.replace("/approvalSettings", ["required": true, "requiredApprovalTags": ["a"]])],
        required: false, tags: []) == [.schema])
  }

  @Test(arguments: ["/tags/1", "/tags/2"])
  func `removals in the order of their indices are to be turned round`(path: String) {
    let path = JSONPointer(stringLiteral: path)
    let findings = PatchProfile.segment.check(
      [.remove("/tags/0"), .remove(path)], on: ["tags": ["a", "b", "c"]])
    #expect(findings.count == 1)
    #expect(findings[0].help?.hasPrefix("remove from the end, \(path) before /tags/0") == true)
  }

  @Test func `an index that no array has is none that a removal can have moved`() {
    let findings = PatchProfile.segment.check([
      .remove("/tags/0"), .remove("/tags/9223372036854775807"),
    ])
    #expect(findings.map(\.code) == [.elementIndex])
  }

  @Test func `a preview names what a rule leaves to the server`() {
    func unchecked(_ patch: JSONPatch, by profile: PatchProfile) -> [String] {
      let document: JSON = [
        "capabilityConfig": ["approvals": ["additionalFormVariables": []]],
        "approvalSettings": ["serviceConfig": [:]],
      ]
      return profile.preview(patch, of: document).unchecked
    }
    let path = "/capabilityConfig/approvals/additionalFormVariables"
    let host = "whether the endpoint of dynamic options is on the host of /configValues/baseURL"
    for patch: JSONPatch in [
      [.add(JSONPointer(stringLiteral: path + "/-"), [:])],
      [.replace(JSONPointer(stringLiteral: path), [])], [.replace("/capabilityConfig", [:])],
    ] {
      #expect(unchecked(patch, by: .integrationConfiguration) == [host])
    }
    #expect(
      unchecked(
        [.add("/capabilityConfig/auditLogEventsHook", ["statements": []])],
        by: .integrationConfiguration) == [])
    #expect(
      unchecked([.add("/approvalSettings/serviceConfig/a", 1)], by: .environment) == [
        "the members of /approvalSettings/serviceConfig, of which no description is published"
      ])
  }

  @Test func `an exclusion that an edit brings about is found with the document`() {
    let document: JSON = [
      "capabilityConfig": [
        "auditLogEventsHook": ["statements": [["effect": "allow", "resources": ["a"]]]]
      ]
    ]
    let statement = "/capabilityConfig/auditLogEventsHook/statements/0"
    let add = JSONPatch.Operation.add(
      JSONPointer(stringLiteral: statement + "/notResources"), ["b"])
    let remove = JSONPatch.Operation.remove(JSONPointer(stringLiteral: statement + "/resources"))
    #expect(configuration.check([add], on: document).map(\.code) == [.schema])
    #expect(configuration.check([add, remove], on: document).isEmpty)
    #expect(configuration.check([remove, add], on: document).isEmpty)
  }

  @Test func `strict checking trusts documented rules only`() {
    #expect(flagImport.check([.replace("/name", "x")], isStrict: true).isEmpty)
    #expect(
      delivery.check([.replace("/name", "x")], isStrict: true).map(\.code) == [.pathNotDocumented])
    #expect(
      delivery.check([.add("/new", "x")], isStrict: true).map(\.severity) == [.error])
    let move: JSONPatch = [.move(from: "/tags/0", to: "/tags/1")]
    #expect(flagImport.check(move, isStrict: true).map(\.severity) == [.error])
    #expect(flagImport.check(move).map(\.severity) == [.warning, .warning])
  }

  @Test func `too many operations are one finding`() {
    var limits = JSONPatch.Limits.default
    limits.operations = 2
    let patch = JSONPatch((0..<3).map { _ in .test("/name", "x") })
    #expect(flagImport.check(patch, limits: limits).map(\.code) == [.limitExceeded])
    #expect(
      flagImport.check(PatchDraft(patch), limits: limits).map(\.code) == [.limitExceeded])
  }

  @Test func `the unrestricted profile leaves everything to RFC 6902`() {
    let document: JSON = ["_id": 1, "a": [1]]
    let preview = PatchProfile.unrestricted.preview(
      [.replace("/_id", 2), .move(from: "/a/0", to: "/b"), .replace("", [:])], of: document)
    #expect(preview.isAccepted)
    #expect(preview.diagnostics.isEmpty)
    #expect(preview.result == [:])
    #expect(
      PatchProfile.unrestricted.check([.remove("/x")], on: document).map(\.code) == [.pathNotFound])
  }

  @Test func `a deep value cannot overflow the judgement`() throws {
    let profile = try CheckTableTests.profile()
    let depth = 900
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let value = try JSON(parsing: text)
    #expect(
      profile.check([.replace("/any", value)], on: ["any": 1]).map(\.code)
        == [.valueContainsUneditable])
  }
}
