import Foundation
import PatchCommand
import Testing

struct ApplyTests {
  static let document = "{\n\t\"a\" : 1.0,\n\t\"b\":[1e400, \"\\u00e9\"]\n}\n"

  /// A folder with a document and a patch.
  static func folder(_ patch: String = #"[{"op":"add","path":"/c","value":true}]"#) throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(document, to: "doc.json")
    try folder.write(patch, to: "patch.json")
    return folder
  }

  @Test func `what the patch does not touch keeps its bytes`() throws {
    let folder = try Self.folder()
    let result = Session(folder: folder.path).run("apply", "patch.json", "--on", "doc.json")
    #expect(result.status == .success)
    #expect(result.error.isEmpty)
    #expect(
      result.text
        == "{\n\t\"a\" : 1.0,\n\t\"b\":[1e400, \"\\u00e9\"],\n\t\"c\" : true\n}\n")
  }

  @Test func `an empty patch is the identity`() throws {
    let folder = try Self.folder("[]")
    let session = Session(folder: folder.path)
    #expect(session.run("apply", "patch.json", "--on", "doc.json").text == Self.document)
    try folder.write(#"{"a":1}"#, to: "doc.json")
    #expect(session.run("apply", "patch.json", "--on", "doc.json").text == #"{"a":1}"#)
  }

  @Test(arguments: [
    (["--compact"], #"{"a":1.0,"b":[1e400,"\u00e9"],"c":true}"# + "\n"),
    (["-cS"], #"{"a":1.0,"b":[1e400,"\u00e9"],"c":true}"# + "\n"),
    (
      ["--indent", "1"],
      "{\n \"a\": 1.0,\n \"b\": [\n  1e400,\n  \"\\u00e9\"\n ],\n \"c\": true\n}\n"
    ),
  ])
  func `the form can be chosen`(flags: [String], expected: String) throws {
    let folder = try Self.folder()
    let words = ["apply", "patch.json", "--on", "doc.json"] + flags
    #expect(Session(folder: folder.path).run(words).text == expected)
  }

  @Test func `members can be sorted`() throws {
    let folder = try Self.folder(#"[{"op":"add","path":"/A","value":{"z":1,"y":2}}]"#)
    let result = Session(folder: folder.path)
      .run("apply", "patch.json", "--on", "doc.json", "-c", "--sort-keys")
    #expect(result.text == #"{"A":{"y":2,"z":1},"a":1.0,"b":[1e400,"\u00e9"]}"# + "\n")
  }

  @Test func `the file itself can be changed, with a copy of the old one`() throws {
    let folder = try Self.folder()
    let session = Session(folder: folder.path)
    let result = session.run("apply", "patch.json", "--on", "doc.json", "-i", "--backup")
    #expect(result.status == .success)
    #expect(result.output.isEmpty)
    #expect(result.error == "updated doc.json (1 operation)\n")
    #expect(try folder.text("doc.json").contains("\"c\" : true"))
    #expect(try folder.text("doc.json.orig") == Self.document)
    #expect(folder.names == ["doc.json", "doc.json.orig", "patch.json"])
    try folder.write("[]", to: "patch.json")
    let second = session.run("apply", "patch.json", "--on", "doc.json", "-i")
    #expect(second.error == "unchanged doc.json (0 operations)\n")
    #expect(session.run("apply", "patch.json", "--on", "doc.json", "-iq").error == "")
  }

  @Test func `the document can be written to another file`() throws {
    let folder = try Self.folder()
    let session = Session(folder: folder.path)
    let result = session.run("apply", "patch.json", "--on", "doc.json", "-o", "new.json")
    #expect(result.status == .success)
    #expect(result.output.isEmpty)
    #expect(try folder.text("new.json").contains("\"c\" : true"))
    #expect(try folder.text("doc.json") == Self.document)
    let same = session.run("apply", "patch.json", "--on", "doc.json", "-o", "-")
    #expect(try folder.text("new.json") == same.text)
  }

  static let failing = [
    #"[{"op":"remove","path":"/a"},{"op":"test","path":"/b/0","value":1}]"#,
    #"[{"op":"remove","path":"/a"},{"op":"remove","path":"/a"}]"#,
    #"[{"op":"replace","path":"","value":{}},{"op":"replace","path":"/a","value":1}]"#,
    #"[{"op":"replace","path":"/a"}]"#,
    #"[{"op":"frobnicate","path":"/a"}]"#,
  ]

  @Test(arguments: failing)
  func `a patch that fails changes nothing`(patch: String) throws {
    let folder = try Self.folder(patch)
    let session = Session(folder: folder.path)
    for extra in [[], ["-i"], ["-i", "--backup"], ["-o", "new.json"]] {
      let result = session.run(["apply", "patch.json", "--on", "doc.json"] + extra)
      #expect(result.status == .refused)
      #expect(result.output.isEmpty)
      #expect(result.error.hasSuffix("nothing was written.\n"))
      #expect(result.error.contains("patch.json:1:"))
      #expect(folder.names == ["doc.json", "patch.json"])
      #expect(try folder.text("doc.json") == Self.document)
    }
  }

  @Test func `a failed test shows both values`() throws {
    let folder = try Self.folder(#"[{"op":"test","path":"/a","value":2}]"#)
    let result = Session(folder: folder.path).run("apply", "patch.json", "--on", "doc.json")
    #expect(result.error.hasPrefix("error: operation 0 (patch.json:1:22): "))
    #expect(result.error.contains("[test-failed]\n  expected 2\n  found    1.0\n"))
  }

  @Test func `the envelope with a comment is read`() throws {
    let folder = try Self.folder(
      #"{"comment": "why", "patch": [{"op":"replace","path":"/a","value":2}]}"#)
    let result = Session(folder: folder.path).run("apply", "patch.json", "--on", "doc.json", "-c")
    #expect(result.status == .success)
    #expect(result.text.hasPrefix(#"{"a":2,"#))
  }

  @Test func `the profile is obeyed`() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"_id": "x", "name": "n", "enabled": true}"#, to: "doc.json")
    try folder.write(#"[{"op":"replace","path":"/_id","value":"y"}]"#, to: "patch.json")
    let words = ["apply", "patch.json", "--on", "doc.json"]
    let session = Session(folder: folder.path)
    #expect(session.run(words).status == .success)
    let result = session.run(words + ["--profile", "integration-configuration"])
    #expect(result.status == .refused)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("[path-not-editable]"))
  }
}
