import TestSupport
import Testing

/// The model that the engine is compared with is itself compared with the fixtures.
@Suite struct ReferencePatcherTests {
  @Test(arguments: try PatchCase.all().filter { !$0.hasLimits && $0.isPatchJSON })
  func `the reference patcher agrees with the fixture`(_ fixture: PatchCase) throws {
    let document = try ModelJSON(parsing: fixture.document)
    let patch = try ModelJSON(parsing: fixture.patch)
    switch (ReferencePatcher.outcome(of: patch, on: document), fixture.outcome) {
    case (.success(let result), .success(let expected)):
      let expected = try ModelJSON(parsing: expected)
      #expect(TextBytes(result.compactText) == TextBytes(expected.compactText))
    case (.failure(let operation, let failure), .failure(let expected)):
      #expect(failure.code == expected.code)
      #expect(operation == expected.operation)
      if let pointer = expected.pointer { #expect(failure.pointer == pointer) }
      if let resolved = expected.resolved {
        #expect(failure.resolved == ModelPointer(resolved.utf8)?.tokens.count)
      }
    case (let outcome, _):
      Issue.record("the reference patcher says \(outcome)")
    }
  }

  @Test(arguments: try FixtureRow.rows(of: "values/equality.json"))
  func `the model's equality agrees with the fixture`(_ row: FixtureRow) throws {
    let first = try ModelJSON(parsing: try row.requiredText("a"))
    let second = try ModelJSON(parsing: try row.requiredText("b"))
    #expect((first == second) == row.json["equal"]?.bool)
    #expect((second == first) == row.json["equal"]?.bool)
  }

  @Test(arguments: try ParsingCase.all())
  func `the model's parser agrees with the fixture`(_ fixture: ParsingCase) {
    let model = try? ModelJSON(parsing: fixture.text)
    switch fixture.outcome {
    case .value(let value):
      #expect(model?.withoutDuplicates.compactText == value.compactText)
    case .mistake(let code, _):
      // The model has no limits and no options.
      #expect((model == nil) || ["depth-limit", "duplicate-member"].contains(code))
    }
  }

  @Test func `every edge case from 1 to 63 has a fixture`() throws {
    let items = Set(try PatchCase.all().compactMap(\.item))
    #expect(Set(1...63).subtracting(items).isEmpty)
  }

  @Test func `every fixture names a section of an RFC`() throws {
    let rfcs = ["RFC 6902 ", "RFC 6901 ", "RFC 8259 "]
    for fixture in try PatchCase.all() {
      #expect(rfcs.contains { fixture.section.hasPrefix($0) }, "\(fixture)")
    }
  }

  @Test func `no two fixtures of a table are about the same`() throws {
    let names = try PatchCase.all().map(\.description) + ParsingCase.all().map(\.description)
    let repeated = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(repeated.isEmpty)
  }
}

extension PatchCase {
  fileprivate var isPatchJSON: Bool { (try? ModelJSON(parsing: patch)) != nil }
}
