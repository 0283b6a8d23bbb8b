import JSONPatching
import Testing

@testable import PatchProfiles

/// Which of several rules speaks for a path.
struct RulingTests {
  private func profile(_ paths: [String]) throws -> PatchProfile {
    let rules = paths.map {
      #"{"path": "\#($0)", "allow": [], "evidence": "general", "source": "s"}"#
    }
    let text = ProfileLoadingTests.text(rules: rules.joined(separator: ","))
    return try PatchProfile(parsing: Array(text.utf8))
  }

  @Test(arguments: [
    (["/a", "/**/x"], "/a/x", "/**/x"),
    (["/a", "/**/x"], "/a/y", "/a"),
    (["/*", "/a"], "/a", "/a"),
    (["/*", "/a"], "/b", "/*"),
    (["/*/b", "/a"], "/a/b", "/*/b"),
    (["/a*", "/ab*", "/{index}"], "/abc", "/ab*"),
    (["/{index}", "/*"], "/0", "/{index}"),
    (["/a/**", "/a/*"], "/a/b/c", "/a/*"),
    (["", "/a"], "/b", ""),
    (["", "/a"], "/a/b", "/a"),
    (["/**/x", "/*/x"], "/a/x", "/*/x"),
    (["/**/x", "/*/x"], "/x/x/x", "/**/x"),
  ])
  func `the deepest rule speaks, among equals the more literal`(
    paths: [String], path: String, speaking: String
  ) throws {
    let pointer = try JSONPointer(path)
    for paths in [paths, paths.reversed()] {
      #expect(try profile(paths).rule(for: pointer)?.path.description == speaking)
    }
  }

  @Test func `no rule speaks for what none covers`() throws {
    #expect(try profile(["/a", "/b/c"]).rule(for: "/b") == nil)
    #expect(try profile(["/a"]).rule(for: "") == nil)
  }
}
