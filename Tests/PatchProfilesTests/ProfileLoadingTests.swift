import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

struct ProfileLoadingTests {
  /// A profile with one place for a mistake in each part.
  static func text(
    version: String = "1", rules: String = "",
    sources: String = #""s": {"reason": "r", "origin": "o"}"#,
    types: String = "", more: String = ""
  ) -> String {
    """
    {"formatVersion": \(version), "name": "n", "title": "t", "path": "/p", \(more)
     "sources": {\(sources)},
     "types": {\(types)},
     "rules": [\(rules)],
     "unlisted": {"verdict": "warn", "source": "s"}}
    """
  }

  static func rule(_ members: String) -> String {
    "{\"path\": \"/a\", \"allow\": [], \"evidence\": \"general\", \"source\": \"s\", \(members)}"
  }

  static func error(_ text: String) -> PatchProfileError? {
    #expect(throws: PatchProfileError.self) { try PatchProfile(parsing: Array(text.utf8)) }
  }

  @Test func `the smallest profile is read`() throws {
    let profile = try PatchProfile(parsing: Array(Self.text().utf8))
    #expect(profile.name == "n")
    #expect(profile.method == "PATCH")
    #expect(profile.operations.kinds == JSONPatch.Operation.Kind.allCases)
    #expect(profile.envelope.verdict == .refuse)
    #expect(!profile.isBeta)
    #expect(try PatchProfile(parsing: profile.json.serialized()) == profile)
  }

  @Test func `a representation may have nothing optional`() throws {
    let text = Self.text(more: #""representation": {"required": ["name"]},"#)
    let profile = try PatchProfile(parsing: Array(text.utf8))
    #expect(profile.representation?.required == ["name"])
    #expect(profile.representation?.optional == [])
    #expect(try PatchProfile(parsing: profile.json.serialized()) == profile)
  }

  /// The text, the code, the line, and a word of the message or the help.
  static let mistakes: [(text: String, code: PatchProfileError.Code, line: Int, word: String)] = [
    ("", .jsonSyntax, 1, ""),
    ("[]", .valueKind, 1, "an object"),
    ("{}", .memberMissing, 1, "formatVersion"),
    ("{\"name\": 1, \"name\": 2}", .duplicateMember, 1, "name"),
    (text(version: "2"), .valueUnknown, 1, "write 1"),
    (text(version: "1.5"), .valueKind, 1, "whole number"),
    (text(more: "\"tilte\": \"x\","), .memberUnknown, 1, "did you mean \"title\"?"),
    (text(more: "\"beta\": \"yes\","), .valueKind, 1, "true or false"),
    (text(more: "\"xyzzy\": 1,"), .memberUnknown, 1, "its members are"),
    (text(sources: #""s": {"origin": "o"}"#), .memberMissing, 2, "says nothing"),
    (text(sources: #""s": {"reason": "r"}"#), .memberMissing, 2, "origin"),
    (
      text(sources: #""st": {"reason": "r", "origin": "o"}"#), .nameUnknown, 5,
      "did you mean \"st\"?"
    ),
    (text(types: #""A": "strin""#), .nameUnknown, 3, "did you mean \"string\"?"),
    (text(types: #""A": "bool""#), .nameUnknown, 3, "did you mean \"boolean\"?"),
    (text(types: #""A": "B[]", "B": "string""#), .nameUnknown, 3, "B"),
    (text(types: #""A": {"members": {"x": 1}}"#), .valueKind, 3, "must be an object"),
    (text(types: #""A": {"string": {"minimum": -1}}"#), .valueKind, 3, "not negative"),
    (text(types: #""A": {"required": []}"#), .memberMissing, 3, "members"),
    (text(rules: "1"), .valueKind, 4, "an element of \"rules\""),
    (text(rules: "{}"), .memberMissing, 4, "path"),
    (text(rules: rule("\"path \": 1")), .memberUnknown, 4, "did you mean \"path\"?"),
    (text(rules: rule("\"value\": \"strings\"")), .nameUnknown, 4, "did you mean \"string\"?"),
    (text(rules: rule("\"secret\": 1")), .valueKind, 4, "secret"),
    (
      text(rules: rule("\"help\": \"h\"") + "," + rule("\"help\": \"h\"")), .entryRepeated, 4,
      "has a rule already"
    ),
    (
      text(rules: #"{"path": "a", "allow": [], "evidence": "general", "source": "s"}"#),
      .patternSyntax, 4, "begins with /"
    ),
    (
      text(rules: #"{"path": "/a", "allow": ["ad"], "evidence": "general", "source": "s"}"#),
      .valueUnknown, 4, "did you mean \"add\"?"
    ),
    (
      text(rules: #"{"path": "/a", "allow": ["move"], "evidence": "general", "source": "s"}"#),
      .valueUnknown, 4, "move and copy are judged"
    ),
    (
      text(rules: #"{"path": "/a", "allow": [], "evidence": "sure", "source": "s"}"#),
      .valueUnknown, 4, "it is one of"
    ),
    (
      text(rules: #"{"path": "/a", "allow": [], "evidence": "general", "source": "z"}"#),
      .nameUnknown, 4, "declare it"
    ),
    (
      text(rules: #"{"path": "/a", "allow": [], "evidence": "general"}"#), .memberMissing, 4,
      "source"
    ),
    (
      text(
        more:
          #""formVariables": {"path": "c", "integrationPath": "/k", "source": "s", "integrations": {}},"#
      ), .patternSyntax, 1, "not a JSON Pointer"
    ),
    (
      text(
        more: #"""
          "formVariables": {"path": "/c", "integrationPath": "/k", "source": "s",
           "integrations": {"i": [{"key": "a", "type": "sting"}]}},
          """#), .valueUnknown, 2, "did you mean \"string\"?"
    ),
    (
      text(
        more: #"""
          "formVariables": {"path": "/c", "integrationPath": "/k", "source": "s",
           "integrations": {"i": [{"key": "a", "type": "string", "isSecrte": true}]}},
          """#), .memberUnknown, 2, "did you mean \"isSecret\"?"
    ),
  ]

  @Test(arguments: mistakes.indices)
  func `a mistake is reported with its place and what to do`(index: Int) {
    let mistake = Self.mistakes[index]
    let error = Self.error(mistake.text)
    #expect(error?.code == mistake.code, "\(mistake.text): \(error.map(\.description) ?? "")")
    #expect(error?.position?.line == mistake.line, "\(error.map(\.description) ?? "")")
    #expect(error?.description.contains(mistake.word) == true, "\(error.map(\.description) ?? "")")
    #expect(error?.description.hasPrefix("line \(mistake.line), column ") == true)
  }

  @Test func `the column is that of the mistake`() {
    let error = Self.error(Self.text(types: #""A": "strin""#))
    #expect(error?.position?.column == 17)
    let unknown = Self.error(Self.text(more: "\"tilte\": \"x\","))
    #expect(unknown?.position?.column == 63)
  }

  @Test func `a truncated profile is an error wherever it ends`() {
    let text = Array(Self.text(rules: Self.rule("\"value\": \"string[]?\"")).utf8)
    for end in text.indices {
      #expect(throws: PatchProfileError.self) { try PatchProfile(parsing: Array(text[..<end])) }
    }
  }

  @Test(arguments: [
    "any", "null", "boolean", "integer", "number", "string", "array", "object", "string[]",
    "string?", "string[]?", "string?[]", "A", "A[]",
  ])
  func `a short type survives its export`(type: String) throws {
    let text = Self.text(
      rules: Self.rule("\"value\": \"\(type)\""), types: #""A": {"enum": ["x", "y"]}"#)
    let profile = try PatchProfile(parsing: Array(text.utf8))
    #expect(profile.rules[0].value.description == type)
    #expect(profile.rules[0].value.json == JSON(type))
  }

  @Test(arguments: [
    #"{"enum":["a","b"]}"#, #"{"array":{"enum":["a"]}}"#, #"{"nullable":{"map":"string"}}"#,
    #"{"string":{"minimum":1,"maximum":2,"characters":"a-z","verdict":"warn","reason":"r"}}"#,
    #"{"members":{"a":"string","b":{"members":{}}},"required":["a"],"conditions":[{"member":"a","value":"x","required":["b"]}],"exclusive":[["a","b"]],"discouraged":[["a","b"]],"others":"refuse"}"#,
  ])
  func `a long type survives its export`(type: String) throws {
    let text = Self.text(rules: Self.rule("\"value\": \(type)"))
    let profile = try PatchProfile(parsing: Array(text.utf8))
    let json = try JSON(parsing: type)
    #expect(profile.rules[0].value.json == json)
  }
}
