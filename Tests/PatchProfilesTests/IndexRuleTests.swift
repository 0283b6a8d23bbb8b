import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Rules that name an index or the end of an array, and patches that come at them from the side.
struct IndexRuleTests {
  /// A row of `profiles/positions.json`.
  struct Row: Sendable, CustomTestStringConvertible {
    let comment: String
    let profile: PatchProfile
    let document: JSON
    let patch: JSONPatch
    /// The findings with the document and without it, each as `operation code`.
    let codes: [String]
    let unseen: [String]

    var testDescription: String { comment }
  }

  static let rows: [Row] = {
    guard let rows = try? Fixtures.json("profiles/positions.json").array else { return [] }
    return rows.compactMap { row in
      guard let comment = row["comment"]?.string, let rules = row["rules"]?.object,
        let profile = try? PatchProfile.allowing(
          rules.map { ($0.name, $0.value.array?.compactMap(\.string) ?? []) },
          unlisted: row["unlisted"]?.string ?? "accept"),
        let document = row["document"], let patch = row["patch"].flatMap({ try? JSONPatch($0) }),
        let codes = row["codes"]?.array?.compactMap(\.string)
      else { return nil }
      return Row(
        comment: comment, profile: profile, document: document, patch: patch, codes: codes,
        unseen: row["unseen"]?.array?.compactMap(\.string) ?? codes)
    }
  }()

  private func codes(_ findings: [JSONPatch.Diagnostic]) -> [String] {
    findings.filter { $0.severity == .error }
      .map { "\($0.operationIndex.map(String.init) ?? "-") \($0.code)" }
  }

  @Test func `every row of the table is read`() throws {
    #expect(try Fixtures.json("profiles/positions.json").count == Self.rows.count)
    #expect(Self.rows.count > 30)
  }

  @Test(arguments: rows)
  func `with the document`(row: Row) {
    let findings = row.profile.check(row.patch, on: row.document)
    #expect(codes(findings) == row.codes, "\(findings)")
  }

  @Test(arguments: rows)
  func `without the document`(row: Row) {
    let findings = row.profile.check(row.patch)
    #expect(codes(findings) == row.unseen, "\(findings)")
  }
}
