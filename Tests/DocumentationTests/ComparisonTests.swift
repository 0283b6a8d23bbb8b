import JSONPatching
import TestSupport
import Testing

/// The article on what other libraries answer has the disagreements that are known, and no others.
///
/// That jpatch answers what stands there is tested where all fixtures are; what the others answer, by
/// `Tests/differential`.
struct ComparisonTests {
  @Test func `the rows of the article are the known disagreements`() throws {
    let article = try Document("Sources/JSONPatching/JSONPatching.docc/Comparison.md").text
    let header = "| what holds |"
    let rows = article.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("| ") && !$0.hasPrefix(header) }
    let known = try KnownDisagreement.all().map(\.articleRow)
    #expect(known.count > 20)
    for row in known where !rows.contains(row) { Issue.record("not in the article: \(row)") }
    for row in rows where !known.contains(row) { Issue.record("only in the article: \(row)") }
  }

  @Test(arguments: try KnownDisagreement.all())
  func `somebody disagrees, and explains what they do`(known: KnownDisagreement) throws {
    #expect(known.answers.count == 4)
    let disagreeing = known.answers.filter { $0.value.verdict != .agrees }
    #expect(!disagreeing.isEmpty)
    let outcome = try known.pair.outcome
    for (name, answer) in disagreeing {
      let code: String? =
        if case .failure(let error) = outcome { error.code.rawValue } else { nil }
      let kind = KnownDisagreement.Kind(
        peer: name, verdict: answer.verdict, code: code, pair: known.pair)
      #expect(known.explains(kind), "\(name)")
    }
  }
}

extension KnownDisagreement {
  /// The row of the article: the pair, our answer, those of the others that differ, and the reason.
  fileprivate var articleRow: String {
    let ours =
      switch example.outcome {
      case .success(let text): String(decoding: text, as: UTF8.self)
      case .failure(let error): error.code
      }
    let comment = example.row.comment
    return """
      | \(comment) | `\(pair.document)` | `\(pair.patch)` | `\(ours)` | \(others) | \
      \(section): \(reason) |
      """
  }

  /// The section as people name it.
  private var section: String {
    let words = example.section.split(separator: " ")
    let part = words[2].first?.isNumber == true ? "section" : "appendix"
    return "\(words[0]) \(words[1]) \(part) \(words[2])"
  }

  /// The answers that are not ours, each with those who give it.
  private var others: String {
    let others = answers.filter { $0.value.verdict != .agrees }
    return Dictionary(grouping: others, by: \.value.inWords)
      .map { words, answers in answers.map(\.key).sorted().joined(separator: ", ") + ": " + words }
      .sorted().joined(separator: "; ")
  }
}

extension KnownDisagreement.Answer {
  fileprivate var inWords: String {
    switch verdict {
    case .refuses: "refused"
    case .panics: "a panic"
    default: "`\(text ?? "")`"
    }
  }
}
