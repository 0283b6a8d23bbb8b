import JSONPatching
import TestSupport
import Testing

@testable import PatchCommand

struct ReportTests {
  static let session = Session(folder: Fixtures.path("preview"))
  static let rules = ["--on", "delivery.json", "--profile", "integration-delivery-configuration"]

  static func report(_ words: String...) throws -> JSON {
    let result = session.run(words + rules + ["-o", "json"])
    #expect(result.error.isEmpty)
    #expect(result.output.last == UInt8(ascii: "\n"))
    let report = try JSON(parsing: result.output)
    #expect(report["formatVersion"] == "1.0")
    #expect(report["ok"] == JSON(result.status == .success))
    return report
  }

  @Test func `validate reports files with their diagnostics`() throws {
    let report = try Self.report("validate", "bad.json", "patch.json")
    #expect(report["ok"] == false)
    let files = try #require(report["files"]?.array)
    #expect(files.map { $0["file"] } == ["bad.json", "patch.json"])
    #expect(files.map { $0["operations"] } == [5, 5])
    let diagnostics = try #require(files[0]["diagnostics"]?.array)
    #expect(!diagnostics.isEmpty)
    for diagnostic in diagnostics {
      #expect(diagnostic["code"]?.string != nil)
      #expect(["error", "warning"].contains(diagnostic["severity"]))
      #expect(diagnostic["message"]?.string != nil)
      for end in ["start", "end"] {
        for unit in ["line", "column", "utf8Offset", "utf16Column"] {
          #expect(diagnostic["range"]?[end]?[unit]?.int != nil)
        }
      }
    }
    let first = diagnostics[0]
    #expect(first["code"] == "value-missing")
    #expect(first["operation"] == 0)
    #expect(first["op"] == "replace")
    #expect(first["path"] == "/on")
    #expect(first["range"]?["start"]?["line"] == 2)
    #expect(first["range"]?["start"]?["column"] == 3)
    let errors = diagnostics.count { $0["severity"] == "error" }
    #expect(report["summary"]?["errors"] == JSON(errors))
  }

  @Test func `preview reports the changes`() throws {
    let report = try Self.report("preview", "patch.json")
    #expect(report["verdict"] == "accepted")
    #expect(report["profile"] == "integration-delivery-configuration")
    #expect(report["document"] == "delivery.json")
    let changes = try #require(report["changes"]?.array)
    #expect(changes.map { $0["path"] } == ["/on", "/name", "/tags/2", "/config/ttlSeconds"])
    #expect(changes[0]["old"] == false && changes[0]["new"] == true)
    #expect(changes[2]["old"] == nil && changes[2]["new"] == "eu")
    #expect(changes[2]["written"] == "/tags/-")
    #expect(changes[3]["old"] == 30 && changes[3]["new"] == nil)
    let summary = report["summary"]
    #expect(summary?["added"] == 1 && summary?["changed"] == 2 && summary?["removed"] == 1)
    #expect(summary?["passedTests"] == 1)
  }

  @Test func `preview of a refused patch has the diagnostics and no changes`() throws {
    let report = try Self.report("preview", "bad.json")
    #expect(report["verdict"] == "refused")
    #expect(report["changes"] == [])
    #expect((report["files"]?[0]?["diagnostics"]?.count ?? 0) >= 4)
  }

  @Test func `json is a short form of output json`() {
    let words = ["validate", "bad.json"] + Self.rules
    #expect(Self.session.run(words + ["--json"]) == Self.session.run(words + ["-o", "json"]))
  }

  @Test func `width, colour and locale change nothing in a report`() {
    let words = ["preview", "patch.json", "-o", "json"] + Self.rules
    var session = Self.session
    session.environment = ["COLUMNS": "40", "LC_ALL": "C", "FORCE_COLOR": "1"]
    session.terminal = Terminal(isInput: true, isOutput: true, isError: true, columns: 50)
    #expect(session.run(words) == Self.session.run(words))
  }

  @Test(
    arguments: [
      (["preview", "none.json", "--on", "delivery.json"], .trouble, "file-unreadable"),
      (["preview", "patch.json", "--on", "none.json"], .trouble, "file-unreadable"),
      (["preview", "patch.json", "--on", "."], .trouble, "file-unreadable"),
      (["preview", "../README.md", "--on", "delivery.json"], .trouble, "json-syntax"),
      (["preview", "patch.json", "--on", "../README.md"], .trouble, "json-syntax"),
      (["preview", "delivery.json", "--on", "delivery.json"], .trouble, "patch-not-array"),
      (
        ["preview", "patch.json", "--on", "delivery.json", "--profile", "x"], .usage,
        "profile-unknown"
      ),
      (["preview", "patch.json"], .usage, "usage"),
      (["preview", "patch.json", "--on", "delivery.json", "--what"], .usage, "usage"),
      (["preview", "patch.json", "extra.json", "--on", "delivery.json"], .usage, "usage"),
      (["preview", "-", "--on", "-"], .usage, "usage"),
      (["validate"], .usage, "usage"),
      (["validate", "none.json"], .trouble, "file-unreadable"),
      (["validate", "patch.json", "none.json"], .trouble, "file-unreadable"),
      (["validate", "patch.json", "--on", "none.json"], .trouble, "file-unreadable"),
      (["profile", "list", "--what"], .usage, "usage"),
      (["prevew"], .usage, "usage"),
    ] as [([String], PatchCommand.ExitStatus, String)],
    [["-o", "json"], ["--json"], ["--output=json"]])
  func `a failure is reported too`(
    failing: (words: [String], status: PatchCommand.ExitStatus, code: String), format: [String]
  ) throws {
    let lines =
      failing.words.first == "profile"
      ? [failing.words + format]
      : [failing.words + format, [failing.words[0]] + format + failing.words.dropFirst()]
    for words in lines {
      let result = Self.session.run(words)
      #expect(result.status == failing.status)
      let report = try JSON(parsing: result.output)
      #expect(report["formatVersion"] == "1.0")
      #expect(report["ok"] == false)
      #expect(report["error"]?["code"]?.string == failing.code)
      let message = try #require(report["error"]?["message"]?.string)
      #expect(result.error.contains(message))
      #expect(report["files"]?.kind == .array)
    }
  }

  @Test func `one file that cannot be read does not hide the others`() throws {
    let result = Self.session.run("validate", "none.json", "bad.json", "patch.json", "-o", "json")
    #expect(result.status == .trouble)
    #expect(result.error == "error: cannot read none.json: no such file\n")
    let report = try JSON(parsing: result.output)
    let files = try #require(report["files"]?.array)
    #expect(files.map { $0["file"] } == ["none.json", "bad.json", "patch.json"])
    #expect(files[0]["diagnostics"]?[0]?["code"] == "file-unreadable")
    #expect(files[1]["operations"] == 5)
    let text = Self.session.run("validate", "none.json", "bad.json", "patch.json")
    #expect(text.status == .trouble)
    #expect(text.error == result.error)
    #expect(text.text.contains("bad.json:2:3: error:"))
    #expect(text.text.hasSuffix("in 2 files.\n"))
    #expect(Self.session.run("validate", "none.json").text.isEmpty)
  }

  @Test func `a file named json is no wish for a report`() throws {
    let folder = try TemporaryFolder()
    try folder.write("[]", to: "patch.json")
    let result = Session(folder: folder.path).run(
      "apply", "patch.json", "--on", "none.json", "-o", "json")
    #expect(result.status == .trouble)
    #expect(result.output.isEmpty)
  }
}

/// Secrets may be in no output, whatever its form.
struct SecretTests {
  static let lines = [
    "preview flag-import-patch.json", "preview flag-import-patch.json -o json",
    "preview flag-import-patch.json --full", "preview ../command/secrets.json",
    "preview ../command/secrets.json -o json", "validate ../command/secrets.json",
    "validate ../command/secrets.json -o json", "validate ../command/secrets.json --strict",
    "apply ../command/secrets.json",
  ]

  @Test(arguments: lines)
  func `no secret of patch or document is printed`(line: String) throws {
    let rules = ["--on", "flag-import.json", "--profile", "flag-import-configuration"]
    let words = line.split(separator: " ").map(String.init)
    let result = Session(folder: Fixtures.path("preview")).run(words + rules)
    let document = try Fixtures.json("preview/flag-import.json")
    let patch = try Fixtures.json("preview/flag-import-patch.json")
    let new = patch.array?.first { $0["path"] == "/config/workspaceApiKey" }?["value"]?.string
    let old = try #require(document["config"]?["workspaceApiKey"]?.string)
    for secret in [old, try #require(new), "sk-very-secret"] {
      #expect(!(result.text + result.error).contains(secret))
    }
  }
}
