import JSONTypes
import Testing

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
    (String(repeating: "a", count: 64), [String(repeating: "a", count: 65)]),
    (String(repeating: "a", count: 64), [String(repeating: "a", count: 257)]),
  ])
  func `unlike words are not suggested`(word: String, candidates: [String]) {
    #expect(Spelling.nearest(to: word, among: candidates) == nil)
  }

  @Test func `suggestions end with their budget`() {
    let names = (0..<999).map { "member-\($0)-" + String(repeating: "x", count: 50) }
    var spelling = Spelling(budget: 1_000_000)
    var suggestions = 0
    for name in names {
      if spelling.nearest(to: name + "y", among: names) != nil { suggestions += 1 }
    }
    #expect(suggestions > 0 && suggestions < 100)
    #expect(!spelling.canSuggest)
    #expect(spelling.budget > -1_000_000 / 100)
    #expect(spelling.nearest(to: "nmae", among: ["name"]) == nil)
  }

  @Test func `what is too unlike costs next to nothing`() {
    var spelling = Spelling(budget: 1_000_000)
    let names = (0..<500).map { String(repeating: "\($0)", count: 8) }
    #expect(spelling.nearest(to: "abcdefghijklmnop", among: names) == nil)
    #expect(spelling.budget > 1_000_000 - 500 * 300)
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
