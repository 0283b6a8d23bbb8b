import Foundation
import JSONPatching
import Testing

/// What the article on differences shows and claims.
struct DifferencesArticleTests {
  private static let article = "Sources/JSONPatching/JSONPatching.docc/Differences.md"

  @Test
  func `the code of the article does what it says`() throws {
    // snippet: differences
    let name: JSON = "The new checkout, for a part of the users"
    let old: JSON = ["name": name, "on": false, "tags": ["a", "b"]]
    let new: JSON = ["name": name, "on": true, "tags": ["b"]]

    let patch = new.difference(from: old)  // replace /on, remove /tags/0
    let undo = try patch.inverted(on: old)  // add /tags/0, replace /on
    let merge = try new.mergeDifference(from: old)  // {"on":true,"tags":["b"]}
    // end
    #expect(patch == [.replace("/on", true), .remove("/tags/0")])
    #expect(undo == [.add("/tags/0", "a"), .replace("/on", false)])
    #expect(merge.json == ["on": true, "tags": ["b"]])
  }

  @Test
  func `the code of the article is the code that is run here`() throws {
    let block = try #require(try Document(Self.article).first("swift")).text
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let snippet = try #require(
      source.components(separatedBy: "// snippet: differences\n").dropFirst().first?
        .components(separatedBy: "    // end").first)
    let code = snippet.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
      .joined(separator: "\n")
    #expect(block == code)
  }
}
