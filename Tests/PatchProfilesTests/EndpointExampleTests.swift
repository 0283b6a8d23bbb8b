import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Every request body that the descriptions of LaunchDarkly's endpoints show, judged without a
/// document.
struct EndpointExampleTests {
  /// A row of `endpoint-examples.json`.
  struct Example: Sendable, CustomTestStringConvertible {
    let operation: String
    let profile: PatchProfile
    let body: [UInt8]
    let verdict: String
    let codes: [String]
    /// The verdict when only documented rules count.
    let strict: String
    let reason: String

    var testDescription: String { "\(operation): \(reason)" }
  }

  static let examples: [Example] = {
    guard let rows = try? Fixtures.json("launchdarkly/endpoint-examples.json").array else {
      return []
    }
    return rows.compactMap { row in
      guard let operation = row["operation"]?.string, let verdict = row["verdict"]?.string,
        let profile = row["profile"]?.string.flatMap(PatchProfile.named), let body = row["body"],
        let strict = row["strict"]?.string, let reason = row["reason"]?.string
      else { return nil }
      return Example(
        operation: operation, profile: profile, body: body.serialized(as: .compact),
        verdict: verdict, codes: row["codes"]?.array?.compactMap(\.string) ?? [], strict: strict,
        reason: reason)
    }
  }()

  @Test func `every example is there`() throws {
    #expect(try Fixtures.json("launchdarkly/endpoint-examples.json").count == Self.examples.count)
    #expect(Set(Self.examples.map(\.operation)).count == 23)
  }

  @Test(arguments: examples)
  func `an example has its verdict and its codes`(example: Example) {
    let draft = PatchDraft(parsing: example.body, acceptsEnvelope: true)
    let findings = example.profile.check(draft)
    #expect(findings.verdict == example.verdict, "\(findings)")
    #expect(findings.map(\.code.rawValue) == example.codes, "\(findings)")
  }

  @Test(arguments: examples)
  func `strict checking accepts what the page says`(example: Example) {
    let draft = PatchDraft(parsing: example.body, acceptsEnvelope: true)
    let findings = example.profile.check(draft, isStrict: true)
    #expect(findings.verdict == example.strict, "\(findings)")
  }
}

extension [JSONPatch.Diagnostic] {
  /// The worst severity, as the tables of examples call it.
  var verdict: String {
    switch map(\.severity).max() {
    case .error: "error"
    case .warning: "warn"
    case .note, nil: "ok"
    }
  }
}
