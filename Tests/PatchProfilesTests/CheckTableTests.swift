import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Patches and what a made-up profile with every feature finds in them.
struct CheckTableTests {
  /// A row of `profiles/checks.json`.
  struct Row: Sendable, CustomTestStringConvertible {
    let comment: String
    let patch: [UInt8]
    /// The findings with the document and without it, each as `operation code`.
    let codes: [String]
    let unseen: [String]

    var testDescription: String { comment }
  }

  static let rows: [Row] = {
    guard let rows = try? Fixtures.json("profiles/checks.json").array else { return [] }
    return rows.compactMap { row in
      guard let comment = row["comment"]?.string,
        let patch = row["patchText"]?.string.map({ Array($0.utf8) })
          ?? row["patch"]?.serialized(as: .compact),
        let codes = row["codes"]?.array?.compactMap(\.string)
      else { return nil }
      return Row(
        comment: comment, patch: patch, codes: codes,
        unseen: row["unseen"]?.array?.compactMap(\.string) ?? codes)
    }
  }()

  static func profile() throws -> PatchProfile {
    try PatchProfile(parsing: try Fixtures.bytes("profiles/open.json"))
  }

  private func codes(_ findings: [JSONPatch.Diagnostic]) -> [String] {
    findings.map { "\($0.operationIndex.map(String.init) ?? "-") \($0.code)" }
  }

  @Test func `every row of the table is read`() throws {
    #expect(try Fixtures.json("profiles/checks.json").count == Self.rows.count)
    #expect(Self.rows.count > 60)
  }

  @Test(arguments: rows)
  func `with the document`(row: Row) throws {
    let document = try Fixtures.json("profiles/open-document.json")
    let draft = PatchDraft(parsing: row.patch, acceptsEnvelope: true)
    let findings = try Self.profile().check(draft, on: document)
    #expect(codes(findings) == row.codes, "\(findings)")
  }

  @Test(arguments: rows)
  func `without the document`(row: Row) throws {
    let draft = PatchDraft(parsing: row.patch, acceptsEnvelope: true)
    let findings = try Self.profile().check(draft)
    #expect(codes(findings) == row.unseen, "\(findings)")
  }

  @Test(arguments: rows)
  func `a draft and a patch are judged alike`(row: Row) throws {
    guard let patch = try? JSONPatch(parsing: row.patch) else { return }
    let document = try Fixtures.json("profiles/open-document.json")
    let draft = PatchDraft(parsing: row.patch)
    let profile = try Self.profile()
    #expect(codes(profile.check(patch)) == codes(profile.check(draft)))
    #expect(
      codes(profile.check(patch, on: document)) == codes(profile.check(draft, on: document)))
  }

  @Test(arguments: rows)
  func `an accepted patch gives what applying it gives`(row: Row) throws {
    guard let patch = try? JSONPatch(parsing: row.patch) else { return }
    let document = try Fixtures.json("profiles/open-document.json")
    let preview = try Self.profile().preview(patch, of: document)
    if preview.isAccepted {
      #expect(preview.result?.serialized() == (try document.applying(patch)).serialized())
    } else {
      #expect(preview.result == nil)
      #expect(preview.changes.isEmpty && preview.passedTests.isEmpty)
    }
  }
}
