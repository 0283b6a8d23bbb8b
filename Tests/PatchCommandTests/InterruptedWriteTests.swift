import Foundation
import TestSupport
import Testing

/// Files that cannot be written to their end: the old one is as it was, and nothing lies about.
@Suite(.enabled(if: BuiltBinary.path != nil, "jpatch has not been built"))
struct InterruptedWriteTests {
  /// A document that is larger than the files that the scripts below allow to write.
  private static let document =
    "{\"a\": 1, \"text\": \"\(String(repeating: "x", count: 100_000))\"}"
  private static let patch = #"[{"op": "replace", "path": "/a", "value": 2}]"#

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(document, to: "doc.json")
    try folder.write(patch, to: "patch.json")
    return folder
  }

  @Test(arguments: ["-i", "-i --backup", "-o doc.json", "-o new.json"])
  func `a file that cannot grow further`(options: String) throws {
    let folder = try Self.folder()
    // The signal is ignored, so that writing ends with an error in the middle of the file.
    let script = """
      trap '' XFSZ; ulimit -f 40
      jpatch apply patch.json --on doc.json \(options)
      """
    let result = try ProcessTests.run(script, in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.hasSuffix(": it is too large\n"), "\(result.error)")
    #expect(try folder.text("doc.json") == Self.document)
    #expect(folder.names == ["doc.json", "patch.json"])
  }

  @Test(arguments: ["-i", "-i --backup", "-o doc.json"])
  func `a process that is killed while it writes`(options: String) throws {
    let folder = try Self.folder()
    let script = "ulimit -f 40; jpatch apply patch.json --on doc.json \(options)"
    let result = try ProcessTests.run(script, in: folder.path)
    #expect(result.status != 0)
    #expect(try folder.text("doc.json") == Self.document)
    // Whoever is killed cannot tidy up; what is left bears the name of the file it was to become.
    #expect(folder.names.count == 3)
    #expect(folder.names.allSatisfy { $0.hasPrefix("doc.json") || $0 == "patch.json" })
  }

  @Test func `a folder that takes no new files`() throws {
    let folder = try Self.folder()
    try FileManager.default.setAttributes(
      [.posixPermissions: NSNumber(value: 0o555)], ofItemAtPath: folder.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: NSNumber(value: 0o755)], ofItemAtPath: folder.path)
    }
    let result = try ProcessTests.run(
      "[ -w . ] && exit 77; jpatch apply patch.json --on doc.json -i", in: folder.path)
    // The superuser may write everywhere.
    if result.status == 77 { return }
    #expect(result.status == 2)
    #expect(result.error == "error: cannot write doc.json: permission denied\n")
    #expect(try folder.text("doc.json") == Self.document)
  }

  @Test func `a name that leaves no room for that of the new file`() throws {
    let folder = try Self.folder()
    let name = String(repeating: "n", count: 250)
    try folder.write(Self.document, to: name)
    let result = try ProcessTests.run(
      "jpatch apply patch.json --on \(name) -i", in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.hasSuffix(": its name is too long\n"))
    #expect(try folder.text(name) == Self.document)
  }

  @Test func `a backup that cannot take the place of a folder`() throws {
    let folder = try Self.folder()
    try FileManager.default.createDirectory(
      atPath: folder.file("doc.json.orig"), withIntermediateDirectories: false)
    let result = try ProcessTests.run(
      "jpatch apply patch.json --on doc.json -i --backup", in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.hasSuffix(": it is a directory\n"), "\(result.error)")
    #expect(try folder.text("doc.json") == Self.document)
    #expect(folder.names == ["doc.json", "doc.json.orig", "patch.json"])
  }

  @Test func `nobody reads what is said`() throws {
    let script = """
      { jpatch validate bad.json 2>&1; echo $? >"$TMP"; } | :
      cat "$TMP"
      """
    let folder = try TemporaryFolder()
    let result = try ProcessTests.run("TMP=\(folder.file("status"))\n" + script)
    #expect(result.output == "1\n")
    #expect(result.error.isEmpty)
  }
}
