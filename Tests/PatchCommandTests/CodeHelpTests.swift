import Foundation
import JSONPatching
import TestSupport
import Testing

@testable import PatchCommand

struct CodeHelpTests {
  /// Every code that the sources declare for findings and failures.
  static let declared: Set<String> = {
    let sources = URL(fileURLWithPath: Fixtures.folder).deletingLastPathComponent()
      .appendingPathComponent("Sources")
    var codes: Set<String> = []
    for module in ["JSONPatching", "PatchProfiles", "PatchCommand"] {
      let folder = sources.appendingPathComponent(module).path
      for name in FileManager.default.enumerator(atPath: folder) ?? .init() {
        guard let name = name as? String, name.hasSuffix(".swift"),
          !name.hasSuffix("PatchProfileError.swift"),
          let bytes = try? Files.bytes(at: folder + "/" + name)
        else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        for match in text.matches(of: /(?:Code|Self)\(\s*rawValue: "([a-z-]+)"\)/) {
          codes.insert(String(match.output.1))
        }
      }
    }
    return codes
  }()

  @Test func `every code has a sentence, and only one`() {
    #expect(Self.declared.count > 40)
    let explained = CodeHelp.all.map(\.code.rawValue)
    #expect(Set(explained) == Self.declared)
    #expect(Set(explained).count == explained.count)
    for (code, sentence) in CodeHelp.all {
      #expect(sentence.hasSuffix("."), "\(code)")
    }
  }

  @Test func `help lists the codes`() {
    let result = Session().run("help", "codes")
    #expect(result.status == .success)
    for code in Self.declared { #expect(result.text.contains("\n  \(code)\n"), "\(code)") }
    for line in result.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test(arguments: CodeHelp.all.map(\.code.rawValue))
  func `help explains a code`(code: String) {
    let result = Session().run("help", code)
    #expect(result.status == .success)
    #expect(result.text.hasPrefix("\(code): "))
  }

  @Test func `a misspelt code is asked about`() {
    let result = Session().run("help", "path-not-fuond")
    #expect(result.status == .usage)
    #expect(result.error.contains("did you mean 'path-not-found'?"))
    #expect(Session().run("help", "profile", "codes").status == .usage)
  }
}
