import JSONPatching
import Testing

@testable import PatchProfiles

struct PathPatternTests {
  @Test(arguments: [
    ("", "", true), ("", "/a", false), ("/a", "/a", true), ("/a", "/a/b", false),
    ("/a", "/b", false), ("/a", "", false), ("/a/b", "/a", false),
    ("/*", "/a", true), ("/*", "", false), ("/*", "/a/b", false), ("/*/b", "/a/b", true),
    ("/_*", "/_id", true), ("/_*", "/_", true), ("/_*", "/id_", false), ("/_*", "/", false),
    ("/a/{index}", "/a/0", true), ("/a/{index}", "/a/-", true), ("/a/{index}", "/a", false),
    ("/**/x", "/x", true), ("/**/x", "/a/x", true), ("/**/x", "/a/b/x", true),
    ("/**/x", "/a/b", false), ("/a/**/x", "/a/x", true), ("/a/**/x", "/b/x", false),
    ("/a/**/b/**/c", "/a/b/c", true), ("/a/**/b/**/c", "/a/c/b/c", true),
    ("/a/**/b/**/c", "/a/c/c", false), ("/**/a/*", "/a/a/a", true), ("/**/a/*", "/a/a", true),
    ("/**/a/*", "/a", false), ("/a~1b", "/a~1b", true), ("/a~1b", "/a/b", false),
    ("/a~0b", "/a~0b", true), ("/~*", "/*", true), ("/~*", "/a", false), ("/~{a", "/{a", true),
    ("/", "/", true), ("/", "", false), ("/a/", "/a/", true), ("/a/", "/a", false),
    ("/\u{e9}", "/\u{e9}", true), ("/\u{e9}", "/e\u{301}", false),
    ("/\u{e9}*", "/e\u{301}a", false),
  ])
  func `a pattern matches a path as a whole`(
    pattern: String, path: String, matches: Bool
  ) throws {
    #expect(try PathPattern(pattern).matches(try JSONPointer(path)) == matches)
  }

  @Test(arguments: [
    ("", "", true), ("", "/a/b", true), ("/a", "/a/b/c", true), ("/a/b", "/a", false),
    ("/a/**", "/a", true), ("/a/**", "/a/b/c", true), ("/_*", "/_links/self", true),
    ("/**/x", "/a/x/b", true), ("/**/x", "/a/b", false),
  ])
  func `a pattern covers what is below its matches`(
    pattern: String, path: String, covers: Bool
  ) throws {
    #expect(try PathPattern(pattern).covers(try JSONPointer(path)) == covers)
  }

  @Test(arguments: [
    ("/**/x", ["x", "a", "x", "b"], 3), ("/a/*", ["a", "b", "c"], 2), ("", ["a"], 0),
    ("/**/x/*", ["x", "x", "x"], 3),
  ])
  func `the reach is the longest match`(pattern: String, tokens: [String], reach: Int) throws {
    #expect(try PathPattern(pattern).reach(in: Location(tokens)) == reach)
  }

  @Test(arguments: [
    ("/a/b", ["a"], true), ("/a/b", ["a", "b"], false), ("/a/b", ["b"], false), ("/a", [], true),
    ("", [], false), ("/**/x", [], true), ("/**/x", ["a", "b"], true), ("/**/x", ["x"], true),
    ("/a/**/x", ["b"], false), ("/a/*/c", ["a", "b"], true),
  ])
  func `a pattern can match below a path`(
    pattern: String, tokens: [String], isPossible: Bool
  ) throws {
    #expect(try PathPattern(pattern).canMatch(below: Location(tokens)) == isPossible)
  }

  @Test func `patterns are ordered from literal to open`() throws {
    let ordered = try [
      "/a/b", "/a/bc*", "/a/b*", "/a/{index}", "/a/*", "/a/**/c", "/a", "/ab*", "/a*", "/{index}",
      "/*", "/**/c", "",
    ].map { text throws in try PathPattern(text) }
    for (index, pattern) in ordered.enumerated() {
      for other in ordered[(index + 1)...] {
        #expect(pattern.isMoreSpecific(than: other), "\(pattern) before \(other)")
        #expect(!other.isMoreSpecific(than: pattern), "\(other) after \(pattern)")
      }
      #expect(!pattern.isMoreSpecific(than: pattern))
    }
  }

  @Test(arguments: [
    ("a", 0), ("/a/{k}", 3), ("/a*b", 2), ("/a~2", 2), ("/a~", 2), ("/{index}x", 1), ("/***", 1),
    ("/**a", 1),
  ])
  func `a malformed pattern is rejected where it breaks`(text: String, offset: Int) {
    let error = #expect(throws: PathPattern.SyntaxError.self) { try PathPattern(text) }
    #expect(error?.utf8Offset == offset)
    #expect(error?.text == text)
    #expect(error?.description.contains(text) == true)
  }

  @Test func `a pattern has at most 63 tokens`() throws {
    let longest = String(repeating: "/**/a", count: 31) + "/a"
    #expect(try PathPattern(longest).matches(try JSONPointer(String(repeating: "/a", count: 500))))
    #expect(throws: PathPattern.SyntaxError.self) { try PathPattern(longest + "/a") }
  }

  @Test func `a pattern keeps its text and is compared by its meaning`() throws {
    #expect(try PathPattern("/a/**").description == "/a/**")
    #expect(try PathPattern("/a/**") == PathPattern("/a"))
    #expect(try PathPattern("/\u{e9}") != PathPattern("/e\u{301}"))
  }
}
