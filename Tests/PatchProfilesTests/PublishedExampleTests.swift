import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// The examples whose verdict follows from what LaunchDarkly publishes, each with its reason.
struct PublishedExampleTests {
  /// One example of `patch-examples.json`.
  struct Example: Sendable, CustomTestStringConvertible {
    let id: String
    let profile: PatchProfile
    let document: JSON?
    let body: JSON
    let verdict: String
    let codes: [String]
    let reason: String

    var testDescription: String { "\(id): \(reason)" }
  }

  static let examples: [Example] = {
    guard let rows = try? Fixtures.json("launchdarkly/patch-examples.json").array,
      let documents = try? Fixtures.json("launchdarkly/documents.json")
    else { return [] }
    return rows.compactMap { row in
      guard let id = row["id"]?.string, let verdict = row["expect"]?.string,
        let profile = row["profile"]?.string.flatMap(PatchProfile.named), let body = row["body"]
      else { return nil }
      return Example(
        id: id, profile: profile, document: row["document"]?.string.flatMap { documents[$0] },
        body: body, verdict: verdict, codes: row["codes"]?.array?.compactMap(\.string) ?? [],
        reason: row["reason"]?.string ?? "")
    }
  }()

  /// What the examples call a finding, where our vocabulary is another.
  static let names: [String: [String]] = [
    "dash-not-existing": ["dash-not-allowed"],
    "read-only": ["path-not-editable"],
    "immutable": ["path-not-editable"],
    "not-editable": ["path-not-editable"],
    "path-missing": ["path-not-found", "index-out-of-range"],
    "op": ["op-unknown"],
    "pointer-index": ["index-syntax"],
    "op-not-in-schema": ["op-not-documented"],
    "not-json-patch": ["patch-not-array"],
    "extra-member": ["member-unused"],
  ]

  @Test func `all examples are there`() {
    #expect(Self.examples.filter { $0.id.hasPrefix("ic") }.count == 20)
    #expect(Self.examples.filter { $0.id.hasPrefix("dc") }.count == 14)
    #expect(Self.examples.filter { $0.id.hasPrefix("fi") }.count == 10)
    #expect(Self.examples.filter { $0.id.hasPrefix("ff") }.count == 6)
  }

  @Test(arguments: examples)
  func `an example has its verdict and its codes`(example: Example) {
    let draft = PatchDraft(parsing: example.body.serialized(as: .compact), acceptsEnvelope: true)
    let findings = example.profile.check(draft, on: example.document)
    #expect(findings.verdict == example.verdict, "\(findings)")
    for code in example.codes {
      let accepted = Self.names[code] ?? [code]
      #expect(findings.contains { accepted.contains($0.code.rawValue) }, "\(code) in \(findings)")
    }
    let expected = Set(example.codes.flatMap { Self.names[$0] ?? [$0] })
    #expect(findings.allSatisfy { expected.contains($0.code.rawValue) }, "\(findings)")
  }

  @Test(arguments: examples)
  func `a preview agrees with the check`(example: Example) {
    guard let document = example.document else { return }
    let draft = PatchDraft(parsing: example.body.serialized(as: .compact), acceptsEnvelope: true)
    let preview = example.profile.preview(draft, of: document)
    #expect(preview.diagnostics == example.profile.check(draft, on: document))
    #expect(preview.isAccepted == (example.verdict != "error"))
  }
}
