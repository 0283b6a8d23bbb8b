import Foundation
import Testing

/// The articles on the architecture and on what was found name files and tests that are there, and all files with unsafe code.
struct ArchitectureTests {
  private static func lines(of path: String) throws -> [Substring] {
    try String(contentsOfFile: Document.path(path), encoding: .utf8).split(separator: "\n")
  }

  private static let article = "Sources/JSONTypes/JSONTypes.docc/Architecture.md"

  @Test func `every file of the sources with unsafe code has its reason`() throws {
    let listed = try Self.lines(of: "Tests/unsafe-files")
      .filter { $0.contains(" Sources/") }
      .compactMap { $0.split(separator: "/", maxSplits: 2).last.map(String.init) }
    let explained = try Self.lines(of: Self.article)
      .filter { $0.hasPrefix("| `") && $0.contains(".swift`") }
      .flatMap { $0.matches(of: /`([A-Za-z]+\/[A-Za-z+]+\.swift)`/).map { String($0.1) } }
    #expect(!listed.isEmpty)
    #expect(explained.sorted() == listed.sorted())
  }

  @Test func `every invariant has a test that exists`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Document.path("Tests"))
    let names = Set(files.compactMap { $0.split(separator: "/").last.map(String.init) })
    let rows = try Self.lines(of: Self.article)
      .drop { $0 != "| what holds | what would notice |" }.dropFirst(2)
      .prefix { $0.hasPrefix("|") }
    #expect(rows.count > 5)
    for row in rows {
      let tests = row.matches(of: /`([A-Za-z]+Tests)`/).map { String($0.1) }
      #expect(!tests.isEmpty, "\(row)")
      for test in tests { #expect(names.contains(test + ".swift"), "\(test)") }
    }
  }

  @Test func `every bug that was found has something that fails if it comes back`() throws {
    let top = try FileManager.default.subpathsOfDirectory(atPath: Document.path("."))
      .filter { $0.hasPrefix("Fixtures/") || $0.hasPrefix("Tests/") }
    let rows = try Self.lines(of: "Sources/JSONPatching/JSONPatching.docc/Verification.md")
      .drop { !$0.hasPrefix("| what was wrong") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    #expect(rows.count > 10)
    for row in rows {
      let cell = try #require(row.split(separator: "|").dropFirst(2).first)
      let names = cell.matches(of: /`([A-Za-z0-9\/.-]+)`/).map { String($0.1) }
      #expect(!names.isEmpty, "\(row)")
      for name in names {
        let paths = ["Fixtures/" + name, name]
        #expect(
          top.contains { paths.contains($0) || $0.hasSuffix("/" + name + ".swift") }, "\(name)")
      }
    }
  }
}
