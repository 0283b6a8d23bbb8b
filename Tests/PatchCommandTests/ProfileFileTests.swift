import Foundation
import JSONPatching
import PatchProfiles
import TestSupport
import Testing

@testable import PatchCommand

/// Profiles that users write themselves.
struct ProfileFileTests {
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let text = try Fixtures.text("profiles/open.json")
    for name in ["open.json", "open"] { try folder.write(text, to: name) }
    try folder.write(
      text.replacing(#""allow": ["replace"]"#, with: #""alow": ["replace"]"#), to: "bad.json")
    try folder.write(#"{"formatVersion": 1,}"#, to: "broken.json")
    try folder.write(try Fixtures.text("profiles/open-document.json"), to: "doc.json")
    try folder.write(#"[{"op":"replace","path":"/_id","value":"x"}]"#, to: "id.json")
    try folder.write(#"[{"op":"replace","path":"/name","value":"x"}]"#, to: "name.json")
    return folder
  }

  @Test func `the worked example of the article runs by the command that it shows`() throws {
    let article = try Fixtures.text("../Sources/PatchProfiles/PatchProfiles.docc/ProfileFormat.md")
    let blocks = article.components(separatedBy: "```").enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }
      .map { $0.element.drop { $0 != "\n" }.dropFirst() }
    try #require(blocks.count == 4)
    let folder = try TemporaryFolder()
    for (name, block) in zip(["book.json", "tractatus.json", "move.json"], blocks) {
      try #require(article.contains("`\(name)`"))
      try folder.write(String(block), to: name)
    }
    let command = try #require(
      article.split(separator: "`").first { $0.hasPrefix("jpatch validate move.json") })
    let words = command.split(separator: " ").dropFirst().map(String.init)
    let result = Session(folder: folder.path).run(words)
    #expect(result.status == .refused)
    let findings = result.text.split(separator: "\n").filter { $0.hasPrefix("move.json:") }
    #expect(findings == blocks[3].split(separator: "\n"))
    let request = Session(folder: folder.path).run(
      "request", "move.json", "--on", "tractatus.json", "--profile", "book.json", "--force",
      "-f", "http")
    #expect(
      request.text.hasPrefix(
        """
        PATCH /api/books/9783518100127 HTTP/1.1\r
        Host: library.example.com\r
        Authorization: $LIBRARY_TOKEN\r
        Content-Type: application/json-patch+json\r\n
        """))
    #expect(request.error.contains("Documented errors: 422 No such shelf mark."))
  }

  @Test(arguments: ["open.json", "open", "./open", "./open.json"])
  func `a profile is read from a file`(name: String) throws {
    let folder = try Self.folder()
    let session = Session(folder: folder.path)
    let options = ["--on", "doc.json", "--profile", name]
    let refused = session.run(["preview", "id.json"] + options)
    #expect(refused.status == .refused)
    #expect(refused.text.contains("profile open"))
    #expect(refused.text.contains("validate id.json --on doc.json --profile \(name)"))
    #expect(session.run(["preview", "name.json"] + options).status == .success)
    #expect(session.run(["apply", "id.json"] + options).status == .refused)
    #expect(session.run(["validate", "id.json", "--profile", name]).status == .refused)
    #expect(session.run("profile", "show", name).text.contains(#""name": "open""#))
    #expect(session.run("profile", "explain", name, "/_id").text.contains("test only"))
  }

  @Test(arguments: [
    ("bad.json", "bad.json:14:23: error:", "did you mean \"allow\"?"),
    ("broken.json", "broken.json:1:20: error:", "comma"),
    ("doc.json", "doc.json:2:3: error:", "has no member \"_id\""),
  ])
  func `a mistake in a profile has its place`(name: String, place: String, word: String) throws {
    let folder = try Self.folder()
    let session = Session(folder: folder.path)
    let result = session.run("preview", "id.json", "--on", "doc.json", "--profile", name)
    #expect(result.status == .trouble)
    #expect(result.error.contains(place), "\(result.error)")
    #expect(result.error.contains("[profile-invalid]"))
    #expect(result.error.contains(word), "\(result.error)")
    let report = session.run("validate", "id.json", "--profile", name, "-o", "json")
    let json = try JSON(parsing: report.output)
    #expect(json["error"]?["code"] == "profile-invalid")
    #expect(json["files"]?[0]?["diagnostics"]?[0]?["range"]?["start"]?["line"] != nil)
  }

  @Test func `a file that is not there is said to be missing, and a name is said to be unknown`() {
    let session = Session(folder: Fixtures.path("preview"))
    let options = ["patch.json", "--on", "delivery.json", "--profile"]
    let file = session.run(["preview"] + options + ["none.json"])
    #expect(file.status == .trouble)
    #expect(file.error.contains("cannot read none.json: no such file"))
    let name = session.run(["preview"] + options + ["none"])
    #expect(name.status == .usage)
    #expect(name.error.contains("'jpatch profile list' shows all"))
  }

  @Test(.enabled(if: geteuid() == 0, "only the superuser can give files away"))
  func `in place keeps the owner`() throws {
    let folder = try Self.folder()
    let path = folder.file("doc.json")
    try FileManager.default.setAttributes(
      [.ownerAccountID: 4321, .groupOwnerAccountID: 1234, .posixPermissions: 0o640],
      ofItemAtPath: path)
    let result = Session(folder: folder.path).run(
      "apply", "name.json", "--on", "doc.json", "-i", "--backup")
    #expect(result.status == .success)
    for name in [path, path + ".orig"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: name)
      #expect(attributes[.ownerAccountID] as? Int == 4321)
      #expect(attributes[.groupOwnerAccountID] as? Int == 1234)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
    }
  }
}
