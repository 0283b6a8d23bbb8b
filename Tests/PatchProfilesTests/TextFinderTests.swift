import TestSupport
import Testing

@testable import PatchProfiles

struct TextFinderTests {
  @Test(arguments: [
    (["abcd"], "abcd", [0..<4]), (["abcd"], "xabcdyabcd", [1..<5, 6..<10]), (["abcd"], "abc", []),
    (["abc"], "abc", []), ([], "abcd", []), (["abcd", "cdef"], "xabcdefx", [1..<7]),
    (["abcd", "abcdef"], "abcdefg", [0..<6]), (["abcd", "abcdxx"], "abcdxy", [0..<4]),
    (["abcd"], "abcdabcd", [0..<8]), (["aaaa"], "aaaaaa", [0..<6]), (["abcdé"], "abcdé", [0..<6]),
  ])
  func `occurrences are found and joined`(texts: [String], text: String, extents: [Range<Int>]) {
    #expect(TextFinder(texts).occurrences(in: Array(text.utf8)) == extents)
  }

  @Test func `the finder agrees with a slow search`() {
    let counterexample = Property.counterexample { generator in
      func word(_ length: ClosedRange<Int>, _ generator: inout SeededGenerator) -> [UInt8] {
        (0..<Int.random(in: length, using: &generator)).map { _ in generator.pick([97, 98]) }
      }
      let texts = (0..<8).map { _ in word(4...7, &generator) }
      let text = word(0...40, &generator)
      var isFound = Array(repeating: false, count: text.count)
      for start in text.indices {
        for one in texts where text[start...].starts(with: one) {
          for index in start..<start + one.count { isFound[index] = true }
        }
      }
      var actual = Array(repeating: false, count: text.count)
      let finder = TextFinder(texts.map { String(decoding: $0, as: UTF8.self) })
      for extent in finder.occurrences(in: text) { for index in extent { actual[index] = true } }
      return actual == isFound ? nil : "\(texts) in \(text)"
    }
    #expect(counterexample == nil)
  }
}
