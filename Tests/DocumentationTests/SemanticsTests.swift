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
    #expect(rows.count > 30)
    for row in rows {
      let files = row.matches(of: /`[a-z-]+\/[a-z-]+\.json`/)
      let cases = row.matches(of: /`([a-z-]+\/[a-z-]+\.json)`: "(.*?)"(?=;| \|)/)
      #expect(!cases.isEmpty && cases.count == files.count, "\(row)")
      for match in cases {
        let comments = try FixtureRow.rows(of: String(match.1)).map(\.comment)
        #expect(comments.contains { $0.utf8.elementsEqual(match.2.utf8) }, "\(match.0)")
      }
    }
  }
}
