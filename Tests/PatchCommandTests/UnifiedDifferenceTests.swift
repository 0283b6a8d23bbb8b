import TestSupport
import Testing

@testable import PatchCommand

/// The unified format, with a patcher of lines as the referee.
struct UnifiedDifferenceTests {
  private let styling = Styling(usesColor: false, symbols: .unicode, columns: 80)

  /// Applies hunks by the line numbers that they name.
  private func patched(_ old: [String], _ lines: [String]) -> [String]? {
    var result: [String] = []
    var position = 0
    for line in lines {
      if line.hasPrefix("@@ ") {
        let range = line.split(separator: " ")[1].dropFirst().split(separator: ",").map { Int($0) }
        guard let first = range[0] else { return nil }
        // An empty range is named by the line before it.
        let start = range.count > 1 && range[1] == 0 ? first : first - 1
        guard start >= position, start <= old.count else { return nil }
        result += old[position..<start]
        position = start
      } else if line.hasPrefix("+") {
        result.append(String(line.dropFirst()))
      } else {
        guard position < old.count, old[position] == line.dropFirst() else { return nil }
        if line.hasPrefix(" ") { result.append(old[position]) }
        position += 1
      }
    }
    return result + old[position...]
  }

  @Test func `the hunks lead from one text to the other`() {
    let counterexample = Property.counterexample { generator in
      let words = ["a", "b", "c", "", "é", "e\u{301}"]
      let old = (0..<generator.below(40)).map { _ in generator.pick(words) }
      var new = old
      for _ in 0..<generator.below(5) {
        let index = generator.below(new.count + 1)
        if generator.oneIn(2), index < new.count {
          new.remove(at: index)
        } else {
          new.insert(generator.pick(words), at: index)
        }
      }
      let lines = UnifiedDifference(from: old, to: new, styling: styling).lines
      guard let result = patched(old, lines) else { return "\(old)\n\(new)\n\(lines)" }
      let isSame = result.elementsEqual(new) { $0.utf8.elementsEqual($1.utf8) }
      return isSame ? nil : "\(old)\n\(new)\n\(lines)\n\(result)"
    }
    #expect(counterexample == nil)
  }

  @Test func `equal texts have no hunks`() {
    #expect(UnifiedDifference(from: ["a"], to: ["a"], styling: styling).lines.isEmpty)
    #expect(UnifiedDifference(from: [], to: [], styling: styling).lines.isEmpty)
  }
}
