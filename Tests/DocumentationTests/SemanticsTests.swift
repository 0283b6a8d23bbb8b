import Foundation
import TestSupport
import Testing

/// The article on what the RFCs leave open names cases that are there.
struct SemanticsTests {
  @Test func `every answer has its cases`() throws {
    let article = try String(
      contentsOfFile: Document.path("Sources/JSONPatching/JSONPatching.docc/Semantics.md"),
      encoding: .utf8)
    let rows = article.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.count > 20)
    for row in rows {
      let cases = row.matches(of: /`([a-z-]+\/[a-z-]+\.json)`(?:: "(.*?)"(?=;| \|))?/)
      #expect(!cases.isEmpty, "\(row)")
      for match in cases {
        let comments = try FixtureRow.rows(of: String(match.1)).map(\.comment)
        guard let comment = match.2 else { continue }
        #expect(comments.contains { $0.utf8.elementsEqual(comment.utf8) }, "\(match.0)")
      }
    }
  }
}
