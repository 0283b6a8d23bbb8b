import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// What each type of value is called, and what is said of a value that does not have it.
struct ValueTypeTests {
  /// A type as a profile spells it, a value that does not have it, and what is said then.
  struct Row: Sendable, CustomTestStringConvertible {
    let type: JSON
    let name: String
    let value: JSON
    let message: String
    var help: String?

    var testDescription: String { type.description }
  }

  static let rows = [
    Row(
      type: "boolean", name: "boolean", value: "x", message: "takes a boolean, not a string",
      help: "write the value without quotes"),
    Row(type: "null", name: "null", value: 1, message: "takes null, not a number"),
    Row(
      type: "any[]", name: "any[]", value: [:], message: "takes an array of values, not an object"),
    Row(type: "null[]", name: "null[]", value: 1, message: "takes an array of nulls, not a number"),
    Row(
      type: "boolean[]", name: "boolean[]", value: 1,
      message: "takes an array of booleans, not a number"),
    Row(
      type: "integer[]", name: "integer[]", value: "1",
      message: "takes an array of integers, not a string"),
    Row(
      type: "string[][]", name: "string[][]", value: 1,
      message: "takes an array of arrays, not a number"),
    Row(
      type: ["array": ["map": "any"]], name: "object[]", value: 1,
      message: "takes an array of objects, not a number"),
    Row(
      type: ["array": ["nullable": "string"]], name: "string?[]", value: 1,
      message: "takes an array of values, not a number"),
    Row(
      type: ["nullable": "boolean"], name: "boolean?", value: "x",
      message: "takes a boolean, not a string", help: "write the value without quotes"),
    Row(
      type: ["nullable": ["map": "any"]], name: "object?", value: 1,
      message: "takes an object, not a number"),
    Row(
      type: ["members": ["a": "string"]], name: "object", value: [],
      message: "takes an object, not an array"),
    Row(
      type: ["enum": ["a", "b", "c"]], name: #""a" | "b" | "c""#, value: 1,
      message: #"takes "a", "b" or "c", not a number"#),
    Row(
      type: ["string": ["minimum": 3]], name: "string", value: "ab",
      message: "is shorter than 3 characters"),
    Row(type: ["string": ["minimum": 1]], name: "string", value: "", message: "is empty"),
    Row(
      type: ["string": ["maximum": 3]], name: "string", value: "abcd",
      message: "is longer than 3 characters"),
    Row(
      type: ["string": ["characters": "a-z\u{E0}-\u{FC}"]], name: "string", value: "\u{E9}\u{FF}",
      message: "has characters other than a-z\u{E0}-\u{FC}"),
  ]

  /// A profile in which the member `a` has a type, and may be edited.
  private static func profile(_ type: JSON, more: String = "") throws -> PatchProfile {
    try PatchProfile(
      parsing: Array(
        ProfileLoadingTests.text(
          rules: """
            {"path": "/a", "allow": ["add", "remove", "replace"], "value": \(type), \(more)
             "evidence": "general", "source": "s"}
            """
        ).utf8))
  }

  @Test(arguments: rows)
  func `a value of another type`(row: Row) throws {
    let profile = try Self.profile(row.type)
    #expect(profile.rules.first?.value.description == row.name)
    let findings = profile.check([.add("/a", row.value)])
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.severity == .error)
    #expect(finding.message == "/a \(row.message)", "\(finding)")
    if let help = row.help { #expect(finding.help == help) }
  }

  @Test func `a test of a value that no type allows`() throws {
    let profile = try Self.profile(["nullable": "boolean"])
    let finding = try #require(profile.check([.test("/a", "x")]).first)
    #expect(finding.code == .type)
    #expect(finding.severity == .warning)
    #expect(finding.message == "/a holds a boolean or null, so it can never equal a string")
    #expect(profile.check([.test("/a", nil)]).isEmpty)
  }

  @Test func `characters beyond ASCII`() throws {
    let profile = try Self.profile(["string": ["characters": "a-z\u{E0}-\u{FC}\u{1F600}"]])
    #expect(profile.check([.add("/a", "caf\u{E9} \u{1F600}")]).map(\.code) == [.schema])
    #expect(profile.check([.add("/a", "caf\u{E9}\u{1F600}")]).isEmpty)
  }

  @Test func `what is below a value of a type`() throws {
    func codes(_ type: JSON, _ operation: JSONPatch.Operation, on document: JSON) throws
      -> [JSONPatch.Code]
    {
      try Self.profile(type).check([operation], on: document).map(\.code)
    }
    #expect(try codes("array", .replace("/a/0/b", 1), on: ["a": [["b": 0]]]) == [])
    #expect(try codes("array", .test("/a/x", 1), on: ["a": [1]]) == [.indexSyntax])
    #expect(try codes("string[]", .test("/a/x", 1), on: ["a": ["x"]]) == [.indexSyntax])
    #expect(try codes("string[]", .replace("/a/x", "y"), on: ["a": ["x"]]) == [.indexSyntax])
    #expect(try codes(["map": "string"], .replace("/a/b", 1), on: ["a": ["b": "x"]]) == [.type])
    #expect(try codes(["nullable": ["map": "string"]], .add("/a/b", "y"), on: ["a": [:]]) == [])
    #expect(try codes("string", .replace("/a/b", "y"), on: ["a": "x"]) == [.type])
    let open: JSON = ["members": ["b": "string"]]
    #expect(try codes(open, .replace("/a/c/d", 1), on: ["a": ["c": ["d": 0]]]) == [])
    #expect(try codes(open, .replace("/a/b", 1), on: ["a": ["b": "x"]]) == [.type])
  }

  @Test func `a set that may be null`() throws {
    let tag: JSON = ["string": ["set": "seen in responses"]]
    let profile = try Self.profile(["nullable": ["array": tag]])
    let findings = profile.check([.add("/a/-", "x")], on: ["a": ["x"]])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test func `a set with elements that are no strings`() throws {
    let profile = try Self.profile(["array": ["string": ["set": "seen in responses"]]])
    func codes(_ operation: JSONPatch.Operation, on elements: JSON) -> [JSONPatch.Code] {
      profile.check([operation], on: ["a": elements]).map(\.code)
    }
    #expect(codes(.add("/a/-", "x"), on: [1, "x"]) == [.elementRepeated])
    #expect(codes(.add("/a/-", "1"), on: [1, "x"]) == [])
    #expect(codes(.remove("/a/0"), on: [1, "x"]) == [])
    #expect(codes(.remove("/a/0"), on: ["x", 1]) == [.elementIndex])
  }

  @Test func `a described object that gives way to null has no members to miss`() throws {
    let profile = try Self.profile([
      "nullable": ["members": ["b": "any", "c": "any"], "required": ["b", "c"]]
    ])
    func codes(_ document: JSON) -> [JSONPatch.Code] {
      profile.check([.move(from: "/a/b", to: "/a")], on: document).map(\.code)
    }
    #expect(codes(["a": ["b": nil, "c": 1]]) == [])
    #expect(codes(["a": ["b": ["c": 1], "c": 1]]) == [.schema])
  }

  @Test func `eight problems of one value are enough`() throws {
    let profile = try Self.profile("string[]")
    #expect(profile.check([.add("/a", JSON((0..<100).map { JSON($0) }))]).count == 8)
    let closed = try Self.profile(["members": ["b": "string"], "others": "refuse"])
    let stranger = JSON(members: (0..<100).map { ("x\($0)", 1) })
    #expect(closed.check([.add("/a", stranger)]).count == 8)
  }

  @Test func `rules are hashed by what they say`() throws {
    let type: JSON = ["string": ["characters": "a-z", "maximum": 3]]
    let (rules, same) = (try Self.profile(type).rules, try Self.profile(type).rules)
    let others = try Self.profile(["string": ["characters": "a-y", "maximum": 3]]).rules
    #expect(Set(rules + same + others).count == 2)
  }

  @Test func `evidence that is too weak for strict checking is named`() throws {
    let finding = try #require(
      Self.profile("string").check([.add("/a", "x")], isStrict: true).first)
    #expect(finding.code == .pathNotDocumented)
    #expect(
      finding.message == "that /a may be changed is a general rule of the API, not documented")
  }

  @Test func `what is not there is explained by the rule`() throws {
    let profile = try Self.profile("string", more: #""reason": "the server leaves it out","#)
    let finding = try #require(profile.check([.remove("/a")], on: [:]).first)
    #expect(finding.code == .pathNotFound)
    #expect(finding.notes.contains("the server leaves it out"))
  }
}
