import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Patches that published clients send, which LaunchDarkly therefore takes: no profile refuses one.
struct ObservedPatchTests {
  /// A row of `launchdarkly/observed.json`.
  struct Row: Sendable, CustomTestStringConvertible {
    let profile: PatchProfile
    let client: String
    let patch: [UInt8]
    /// The codes of the warnings.
    let warnings: [String]

    var testDescription: String { "\(profile.name), \(client)" }
  }

  static let rows: [Row] = {
    guard let rows = try? Fixtures.json("launchdarkly/observed.json").array else { return [] }
    return rows.compactMap { row in
      guard let profile = row["profile"]?.string.flatMap(PatchProfile.named),
        let client = row["client"]?.string, let patch = row["patch"]?.serialized(as: .compact),
        let warnings = row["warnings"]?.array?.compactMap(\.string)
      else { return nil }
      return Row(profile: profile, client: client, patch: patch, warnings: warnings)
    }
  }()

  @Test func `every row is read`() throws {
    #expect(try Fixtures.json("launchdarkly/observed.json").count == Self.rows.count)
    #expect(Set(Self.rows.map(\.profile.name)).count > 15)
  }

  @Test(arguments: rows)
  func `what a client sends is not refused`(row: Row) {
    let findings = row.profile.check(PatchDraft(parsing: row.patch))
    #expect(findings.map(\.code.rawValue) == row.warnings, "\(findings)")
    #expect(findings.allSatisfy { $0.severity != .error })
  }
}
