import Foundation
import PatchCommand
import TestSupport
import Testing

/// Everything that the README shows is run here.
struct ReadmeTests {
  let readme: Document

  init() throws { readme = try Document("README.md") }

  @Test
  func `the first block holds two commands, a preview and the tests`() throws {
    let commands = try #require(readme.blocks.first).text.split(separator: "\n")
    try #require(commands.count == 2)
    #expect(commands[0].hasPrefix("swift run -q jpatch preview "))
    #expect(commands[1] == "swift test")
  }

  @Test
  func `the preview prints what the README shows`() throws {
    let command = try #require(readme.blocks.first?.text.split(separator: "\n").first)
    let (output, status) = Shell.run(String(command))
    #expect(status == .success)
    #expect(output == readme.first("text")?.text)
    #expect(output.contains("\nAccepted: "))
  }

  @Test
  func `every jpatch command of the README prints what stands below it`() throws {
    let blocks = readme.blocks.dropFirst().filter { $0.language == "console" }
    #expect(blocks.count >= 2)
    for block in blocks {
      let lines = block.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let command = try #require(lines.first)
      #expect(command.hasPrefix("$ jpatch "))
      #expect(Shell.run(String(command.dropFirst(2))).output == String(lines.last ?? ""))
    }
  }

  @Test
  func `every file that the README links to is there`() throws {
    let text = try String(contentsOfFile: Document.path("README.md"), encoding: .utf8)
    let links = text.matches(of: /\]\(([^)#]+)\)/).map { String($0.1) }
      .filter { !$0.hasPrefix("https://") }
    #expect(links.count >= 2)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: Document.path(link)), "\(link)")
    }
  }

  @Test
  func `the command is installed as it is built in the check`() throws {
    let build = try #require(readme.first("sh")?.text.split(separator: "\n").first)
    let script = try String(
      contentsOfFile: Document.path("Tests/static-command"), encoding: .utf8)
    #expect(script.contains("\n\(build) --scratch-path"))
  }

  @Test
  func `the library code of the README does what it says`() throws {
    let document = try Fixtures.bytes("preview/flag-import.json")
    let patch = try Fixtures.bytes("preview/flag-import-patch.json")
    let patched = try #require(try ReadmeCode.patched(document, with: patch))
    #expect(String(decoding: patched, as: UTF8.self).contains("Split workspace, production"))
    let refused = Array(#"[{"op": "replace", "path": "/_id", "value": "x"}]"#.utf8)
    #expect(try ReadmeCode.patched(document, with: refused) == nil)
  }

  @Test
  func `every verb and flag that the README names is in the help`() {
    let help = [
      "preview", "apply", "diff", "validate", "invert", "convert", "request", "get", "profile",
    ]
    .map { Shell.run("jpatch help \($0)").output }.joined()
    for word in [
      "--on", "--profile", "-i", "-o", "--max-errors", "list", "show", "explain", "-p", "--merge",
      "--git-driver", "--tests", "--to", "--comment", "wrapped", "bare", "-f", "ldcli",
      "--base-uri", "--manifest", "--reveal",
    ] {
      #expect(help.contains(word), "\(word)")
    }
  }
}
