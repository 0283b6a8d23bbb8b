import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Patches of LaunchDarkly's resources and what their profiles find in them.
struct ResourceCheckTests {
  /// A row of `launchdarkly/checks.json`.
  struct Row: Sendable, CustomTestStringConvertible {
    let comment: String
    let profile: PatchProfile
    let document: JSON
    let patch: [UInt8]
    /// The findings with the document and without it, each as `operation code`.
    let codes: [String]
    let unseen: [String]

    var testDescription: String { comment }
  }

  static let rows: [Row] = {
    guard let rows = try? Fixtures.json("launchdarkly/checks.json").array else { return [] }
    return rows.compactMap { row in
      guard let comment = row["comment"]?.string, let document = row["document"],
        let profile = row["profile"]?.string.flatMap(PatchProfile.named),
        let patch = row["patch"]?.serialized(as: .compact),
        let codes = row["codes"]?.array?.compactMap(\.string)
      else { return nil }
      return Row(
        comment: comment, profile: profile, document: document, patch: patch, codes: codes,
        unseen: row["unseen"]?.array?.compactMap(\.string) ?? codes)
    }
  }()

  private func codes(_ findings: [JSONPatch.Diagnostic]) -> [String] {
    findings.map { "\($0.operationIndex.map(String.init) ?? "-") \($0.code)" }
  }

  @Test func `every row of the table is read`() throws {
    #expect(try Fixtures.json("launchdarkly/checks.json").count == Self.rows.count)
    #expect(Self.rows.count > 30)
  }

  @Test(arguments: rows)
  func `with the document`(row: Row) {
    let findings = row.profile.check(PatchDraft(parsing: row.patch), on: row.document)
    #expect(codes(findings) == row.codes, "\(findings)")
  }

  @Test(arguments: rows)
  func `without the document`(row: Row) {
    let findings = row.profile.check(PatchDraft(parsing: row.patch))
    #expect(codes(findings) == row.unseen, "\(findings)")
  }
}
