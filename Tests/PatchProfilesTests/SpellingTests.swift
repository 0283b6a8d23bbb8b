import Testing

@testable import PatchProfiles

struct SpellingTests {
  @Test(arguments: [
    ("confg", ["config", "name"], "config"), ("nmae", ["name", "tags"], "name"),
    ("STOREID", ["storeId"], "storeId"),
    ("integration-del", ["integration-delivery", "x"], "integration-delivery"),
    ("on", ["no", "one"], "no"),
  ])
  func `the nearest word is found`(word: String, candidates: [String], nearest: String) {
    #expect(Spelling.nearest(to: word, among: candidates) == nearest)
  }

  @Test(arguments: [
    ("tags", ["config", "name"]), ("", ["a"]), ("a", []), ("ab", ["abcdef"]),
    (String(repeating: "a", count: 65), [String(repeating: "a", count: 64)]),
  ])
  func `unlike words are not suggested`(word: String, candidates: [String]) {
    #expect(Spelling.nearest(to: word, among: candidates) == nil)
  }

  @Test(arguments: [
    ("Name", "name", true), ("name", "name", false), ("\u{e9}", "e\u{301}", true),
    ("\u{c9}", "e\u{301}", true), ("a", "b", false),
  ])
  func `lookalikes differ in case or normalisation only`(
    left: String, right: String, isLookalike: Bool
  ) {
    #expect(Spelling.isLookalike(left, right) == isLookalike)
  }
}
