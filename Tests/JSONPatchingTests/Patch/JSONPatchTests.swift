import Foundation
import JSONPatching
import TestSupport
import Testing

/// A patch as a value: a collection of operations that is read, built and written.
@Suite struct JSONPatchTests {
  let text = """
    [{"op":"test","path":"/version","value":4},{"op":"remove","path":"/a"},\
    {"op":"add","path":"/a~1b/-","value":[1.0]},{"op":"replace","path":"","value":null},\
    {"op":"move","from":"/x","path":"/y"},{"op":"copy","from":"","path":"/~0"}]
    """

  let built: JSONPatch = [
    .test("/version", 4), .remove("/a"), .add("/a~1b/-", [1.0]), .replace("", nil),
    .move(from: "/x", to: "/y"), .copy(from: "", to: "/~0"),
  ]

  @Test func `a patch is a collection of its operations`() throws {
    let patch = try JSONPatch(parsing: text)
    #expect(patch.count == 6)
    #expect(patch.map(\.kind) == [.test, .remove, .add, .replace, .move, .copy])
    #expect(patch[1] == .remove("/a"))
    #expect(patch.last == .copy(from: "", to: "/~0"))
    #expect(patch.indices == 0..<6)
    #expect(JSONPatch([]).isEmpty)
    #expect(Array(patch.reversed().prefix(1)) == [.copy(from: "", to: "/~0")])
  }

  @Test func `an operation has its path, from and value`() throws {
    let patch = try JSONPatch(parsing: text)
    #expect(patch.map(\.path) == ["/version", "/a", "/a~1b/-", "", "/y", "/~0"])
    #expect(patch.map(\.from) == [nil, nil, nil, nil, "/x", ""])
    #expect(patch.map(\.value) == [4, nil, [1.0], JSON.null, nil, nil])
  }

  @Test func `a parsed patch equals the one built in code`() throws {
    let patch = try JSONPatch(parsing: text)
    #expect(patch == built)
    #expect(patch.hashValue == built.hashValue)
    #expect(Set([patch, built]).count == 1)
    #expect(patch != JSONPatch(patch.dropLast()))
    #expect(patch != JSONPatch(patch.reversed()))
  }

  @Test func `equal operations may spell their numbers differently`() throws {
    let one = try JSONPatch(parsing: #"[{"op":"test","path":"/a","value":1.0}]"#)
    let other = try JSONPatch(parsing: #"[{"path":"/\u0061","value":10e-1,"op":"test","x":1}]"#)
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
  }

  @Test func `a patch is written with the members in the order op, from, path, value`() throws {
    let scrambled = """
      [{"value":4,"path":"/version","op":"test"},{"path":"/a","op":"remove"},\
      {"value":[1.0],"op":"add","path":"/a~1b/-"},{"path":"","value":null,"op":"replace"},\
      {"path":"/y","op":"move","from":"/x"},{"path":"/~0","from":"","op":"copy"}]
      """
    let patch = try JSONPatch(parsing: scrambled)
    #expect(TextBytes(patch.json.serialized(as: .compact)) == TextBytes(text))
    #expect(TextBytes(patch.description) == TextBytes(text))
    #expect(TextBytes(patch[0].json.description) == #"{"op":"test","path":"/version","value":4}"#)
    #expect(TextBytes(built.json.serialized(as: .compact)).description.contains("\"from\":\"/x\""))
  }

  @Test func `a patch is decoded and encoded`() throws {
    struct Request: Codable, Equatable {
      var comment: String
      var patch: JSONPatch
    }
    let data = Data(#"{"comment":"c","patch":\#(text)}"#.utf8)
    let request = try JSONDecoder().decode(Request.self, from: data)
    #expect(request.patch == built)
    let again = try JSONDecoder().decode(Request.self, from: try JSONEncoder().encode(request))
    #expect(again == request)
  }

  @Test(arguments: [
    #"{"op":"remove","path":"/a"}"#, #"[{"op":"remove"}]"#, #"[{"op":"nope","path":""}]"#,
    #"[{"op":"add","path":"a","value":1}]"#, #"[1]"#, "null",
  ])
  func `decoding refuses what is no patch`(_ text: String) {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(JSONPatch.self, from: Data(text.utf8))
    }
  }

  @Test func `a patch that was applied can be applied again`() throws {
    let patch: JSONPatch = [.add("/list", [["x": []]]), .add("/list/0/x/-", 1)]
    var first: JSON = [:]
    var second: JSON = ["list": 0, "z": 1]
    try first.apply(patch)
    try second.apply(patch)
    #expect(first == ["list": [["x": [1]]]])
    #expect(second == ["list": [["x": [1]]], "z": 1])
    #expect(patch == [.add("/list", [["x": []]]), .add("/list/0/x/-", 1)])
  }

  @Test func `one value used twice is two values in the document`() throws {
    let value: JSON = ["list": []]
    let patch: JSONPatch = [
      .add("/a", value), .add("/b", value), .add("/a/list/-", 1), .add("/b/list/-", 2),
      .add("/c", value),
    ]
    let result = try ([:] as JSON).applying(patch)
    #expect(result == ["a": ["list": [1]], "b": ["list": [2]], "c": ["list": []]])
    #expect(value == ["list": []])
  }

  @Test func `a value of the document put into a patch for itself is a value of its own`() throws {
    var document = try JSON(parsing: #"{"a": {"b": [1]}, "c": 2}"#)
    let part = try #require(document["a"])
    try document.apply([
      .add("/a/self", part), .add("/a/b/0", part), .replace("/c", document), .remove("/a/b/1"),
    ])
    #expect(
      document == [
        "a": ["b": [["b": [1]]], "self": ["b": [1]]], "c": ["a": ["b": [1]], "c": 2],
      ])
    #expect(part == ["b": [1]])
  }

  @Test func `operations and their members have places in the text`() throws {
    let patch = try JSONPatch(
      parsing:
        "[{\"op\": \"remove\",\n \"path\": \"/a\"},\n {\"op\": \"remove\", \"path\": \"/b\"}]")
    let operation = try #require(patch.sourceRange(ofOperation: 1))
    #expect((operation.start.line, operation.start.column) == (3, 2))
    let path = try #require(patch.sourceRange(ofOperation: 0, member: "path"))
    #expect((path.start.line, path.start.column) == (2, 10))
    #expect(patch.sourceRange(ofOperation: 0, member: "value") == nil)
    #expect(patch.sourceRange(ofOperation: 2) == nil)
    #expect(JSONPatch([.remove("/a")]).sourceRange(ofOperation: 0) == nil)
  }

  @Test func `the whole document cannot be moved`() {
    let error = #expect(throws: JSONPatchError.self) {
      try (["a": 1] as JSON).applying([.move(from: "", to: "/b")])
    }
    #expect(error?.code == .moveIntoSelf)
  }
}
