import JSONPatching
import TestSupport
import Testing

/// Patches made in code: one text, written together with its nodes, is what a parser would make of it.
@Suite struct BuiltPatchTests {
  private func agreesWithParser(_ patch: JSONPatch) throws {
    let text = patch.json.serialized(as: .compact)
    let parsed = try JSONPatch(parsing: text)
    #expect(patch == parsed)
    #expect(TextBytes(text) == TextBytes(parsed.json.serialized(as: .compact)))
  }

  @Test func `pointers and names may need escapes`() throws {
    try agreesWithParser([
      .remove(JSONPointer(tokens: ["a\"b", "c\\d", "\n", "~/", "\u{1}", "é", ""])),
      .move(from: JSONPointer(tokens: ["\""]), to: JSONPointer(tokens: ["\\\\"])),
      .add("/12345678", JSON(members: [("a\"\u{7}", "x\"y\\z"), ("1234567\"", "1234567\n")])),
    ])
  }

  @Test func `values may have white space and edits`() throws {
    var document = try JSON(parsing: #"{ "a" : [ 1.0, { "b" : "\u00e9" } ], "c" : 1e2 }"#)
    try agreesWithParser([.add("/x", document), .test("/y", try #require(document["a"]))])
    document["a"]?[1]?["d"] = [nil, [:]]
    document["c"] = nil as JSON?
    let patch: JSONPatch = [.add("/x", document), .test("/y", try #require(document["a"]))]
    try agreesWithParser(patch)
    #expect(
      TextBytes(patch.description) == #"""
        [{"op":"add","path":"/x","value":{"a":[1.0,{"b":"\u00e9","d":[null,{}]}]}},\#
        {"op":"test","path":"/y","value":[1.0,{"b":"\u00e9","d":[null,{}]}]}]
        """#)
  }

  @Test func `a patch that was made applies like one that was parsed`() throws {
    let operations: [JSONPatch.Operation] = (0..<300).map { number in
      let place = JSONPointer(tokens: ["a", String(number / 3)])
      return number % 3 == 2 ? .move(from: "/a/0", to: "/a/-") : .add(place, ["n": JSON(number)])
    }
    let made = JSONPatch(operations)
    let parsed = try JSONPatch(parsing: made.json.serialized(as: .compact))
    let document: JSON = ["a": []]
    #expect(try document.applying(made) == document.applying(parsed))
  }

  @Test func `depth is limited in what was put together as in what was parsed`() throws {
    var value: JSON = 1
    for _ in 0..<50 { value = [value] }
    var document: JSON = [:]
    #expect(throws: JSONPatchError.self) {
      try document.apply([.add("/a", value)], limits: JSONPatch.Limits(depth: 50))
    }
    try document.apply([.add("/a", value)], limits: JSONPatch.Limits(depth: 51))
    #expect(document["a"] == value)
  }
}
