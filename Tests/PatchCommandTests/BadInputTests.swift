import Foundation
import JSONTypes
import PatchCommand
import Testing

/// Input that is not what it should be: the message, the status, and nothing on standard output.
struct BadInputTests {
  /// Files by name; `PATCH`, `DOC` and others of these names are made in a temporary folder.
  static let files: [String: [UInt8]] = [
    "good.json": Array(#"{"a": 1}"#.utf8),
    "patch.json": Array(#"[{"op": "replace", "path": "/a", "value": 2}]"#.utf8),
    "empty.json": [],
    "blank.json": Array(" \n".utf8),
    "text.json": Array("hello, world".utf8),
    "comma.json": Array("{\n  \"a\": 1,\n}\n".utf8),
    "bom.json": [0xEF, 0xBB, 0xBF] + Array(#"{"a": 1}"#.utf8),
    "utf16.json": [0xFF, 0xFE] + Array(#"[]"#.utf8).flatMap { [$0, 0] },
    "utf16-without-bom.json": Array(#"[]"#.utf8).flatMap { [0, $0] },
    "nul.json": Array("{\"a\": 1}\0\0".utf8),
    "latin1.json": Array("{\"a\": \"".utf8) + [0xE9] + Array("\"}".utf8),
    "object.json": Array(#"{"op": "replace", "path": "/a", "value": 2}"#.utf8),
    "semantic.json": Array(#"{"instructions": [{"kind": "turnFlagOn"}]}"#.utf8),
    "string.json": Array(#""replace""#.utf8),
    "numbers.json": Array("[1, 2]".utf8),
    "malformed.json": Array(#"[{"op": "replace", "path": "/a"}]"#.utf8),
    "deep.json": Array(repeating: UInt8(ascii: "["), count: 5000),
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let status: PatchCommand.ExitStatus
    let fragments: [String]

    var testDescription: String { line }

    init(_ line: String, _ status: PatchCommand.ExitStatus, _ fragments: String...) {
      self.init(line, status, fragments)
    }

    init(_ line: String, _ status: PatchCommand.ExitStatus, _ fragments: [String]) {
      self.line = line
      self.status = status
      self.fragments = fragments
    }
  }

  /// Documents that are no documents, for every verb that reads one.
  static let documents: [(name: String, fragments: [String])] = [
    ("empty.json", ["empty.json", "empty"]),
    ("blank.json", ["blank.json"]),
    ("text.json", ["text.json:1:1: error:", "[json-syntax]"]),
    ("comma.json", ["comma.json:2:9: error: ", "comma", "[json-syntax]", "2 |   \"a\": 1,"]),
    ("bom.json", ["bom.json:1:1", "byte order mark"]),
    ("utf16.json", ["utf16.json:1:1", "UTF-16"]),
    ("utf16-without-bom.json", ["UTF-16"]),
    ("nul.json", ["nul.json:1:9"]),
    ("latin1.json", ["latin1.json:1:8", "UTF-8"]),
    ("deep.json", ["deep.json:1:", "limit"]),
    ("missing.json", ["cannot read missing.json: no such file"]),
    ("good.json/x", ["cannot read good.json/x: a part of its path is not a directory"]),
    ("folder", ["cannot read folder: it is a directory"]),
  ]

  static let cases: [Case] = documentCases + patchCases + otherCases

  static let documentCases: [Case] = documents.flatMap { name, fragments in
    [
      "preview patch.json --on \(name)", "apply patch.json --on \(name)",
      "apply patch.json --on \(name) -i", "validate patch.json --on \(name)",
      "get /a --on \(name)", "validate patch.json --on \(name) -o json",
      "preview patch.json --on \(name) -o json",
    ].map { Case($0, .trouble, fragments) }
  }

  static let patchCases: [Case] = documents.flatMap { name, fragments in
    ["preview \(name) --on good.json", "apply \(name) --on good.json"]
      .map { Case($0, .trouble, fragments) }
  }

  static let otherCases: [Case] = [
    Case("preview object.json --on good.json", .trouble, "object.json:1:1", "[patch-not-array]"),
    Case("apply object.json --on good.json", .trouble, "object.json:1:1", "[patch-not-array]"),
    Case("apply semantic.json --on good.json", .trouble, "[patch-not-array]"),
    Case("apply string.json --on good.json", .trouble, "[patch-not-array]"),
    Case("apply numbers.json --on good.json", .refused, "nothing was written", "operation 0"),
    Case("apply malformed.json --on good.json", .refused, "value-missing", "nothing was written"),
    Case("validate missing.json", .trouble, "cannot read missing.json: no such file"),
    Case("validate folder", .trouble, "cannot read folder: it is a directory"),
    Case("get a --on good.json", .usage, "[pointer-syntax]"),
    Case("get /~2 --on good.json", .usage, "[pointer-syntax]"),
    Case("get /b --on good.json", .refused, "[path-not-found]"),
    Case("get /a/b --on good.json", .refused, "[not-a-container]", "/a"),
    Case(
      "preview patch.json --on good.json --profile flag-import", .usage,
      "unknown profile 'flag-import'", "did you mean 'flag-import-configuration'?"),
    Case("validate patch.json --profile xyzzy", .usage, "unknown profile 'xyzzy'"),
    Case("profile show xyzzy", .usage, "unknown profile 'xyzzy'"),
    Case("profile explain integration-configuration on", .usage, "[pointer-syntax]"),
    Case("apply - --on -", .usage, "standard input can be read only once"),
    Case("validate - -", .usage, "standard input can be read only once"),
    Case("apply patch.json --on - -i", .usage, "cannot be changed in place"),
    Case("apply patch.json --on good.json --backup", .usage, "needs '--in-place'"),
    Case(
      "apply patch.json --on good.json -o no/such/file", .trouble,
      "cannot write no/such/file: no such file"),
    Case(
      "apply patch.json --on good.json -o folder", .trouble,
      "cannot write folder: it is a directory"),
    Case(
      "apply patch.json --on good.json -o /dev/full", .trouble,
      "cannot write /dev/full: no space left"),
  ]

  @Test(arguments: cases)
  func `bad input has its message and its status`(_ example: Case) throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in Self.files { try folder.write(bytes, to: name) }
    try FileManager.default.createDirectory(
      atPath: folder.file("folder"), withIntermediateDirectories: false)
    let names = folder.names
    let result = Session(folder: folder.path)
      .run(example.line.split(separator: " ").map(String.init))
    #expect(result.status == example.status, "\(result.error)")
    if example.line.hasSuffix(" -o json") {
      #expect(try JSON(parsing: result.output)["ok"] == false)
    } else {
      #expect(result.output.isEmpty)
    }
    for fragment in example.fragments {
      #expect(result.error.contains(fragment), "\(fragment) is not in: \(result.error)")
    }
    #expect(result.error.utf8.count < 2000)
    #expect(result.error.hasSuffix("\n"))
    #expect(folder.names == names)
    for (name, bytes) in Self.files {
      #expect(try folder.text(name).utf8.elementsEqual(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }

  /// A patch file that is not a patch is an answer for `validate`, not trouble.
  static let patches: [(name: String, fragment: String)] = [
    ("empty.json", "[json-syntax]"),
    ("text.json", "[json-syntax]"),
    ("comma.json", "[json-syntax]"),
    ("bom.json", "[json-syntax]"),
    ("utf16.json", "[json-syntax]"),
    ("nul.json", "[json-syntax]"),
    ("deep.json", "limit"),
    ("object.json", "[patch-not-array]"),
    ("string.json", "[patch-not-array]"),
    ("numbers.json", "operation 1"),
    ("malformed.json", "[value-missing]"),
  ]

  @Test(arguments: patches)
  func `validate answers no to a file that is no patch`(name: String, fragment: String) throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in Self.files { try folder.write(bytes, to: name) }
    for extra in [[], ["--on", "good.json"], ["--profile", "flag-import-configuration"]] {
      let result = Session(folder: folder.path).run(["validate", name] + extra)
      #expect(result.status == .refused)
      #expect(result.error.isEmpty)
      #expect(result.text.hasPrefix("\(name):"))
      #expect(result.text.contains(fragment), "\(result.text)")
      #expect(result.output.count < 4000)
    }
  }

  @Test func `input from a terminal is refused with the usage`() {
    let session = Session(terminal: Terminal(isInput: true))
    for line in [["validate", "-"], ["get", "/a", "--on", "-"], ["preview", "-", "--on", "x"]] {
      let result = session.run(line)
      #expect(result.status == .usage)
      #expect(result.error.contains("standard input is a terminal"))
      #expect(result.error.contains("USAGE: jpatch \(line[0])"))
    }
  }

  @Test func `output that cannot be written is trouble`() {
    var session = Session(input: Array("{}".utf8))
    session.outputError = SystemError(28)
    let result = session.run("get", "", "--on", "-")
    #expect(result.status == .trouble)
    #expect(result.error == "error: cannot write standard output: no space left\n")
  }

  @Test func `a reader that has gone away leaves the answer as it is`() {
    var session = Session(input: Array("[1]".utf8))
    session.outputError = .brokenPipe
    let result = session.run("validate", "-")
    #expect(result.status == .refused)
    #expect(result.error.isEmpty)
  }
}
