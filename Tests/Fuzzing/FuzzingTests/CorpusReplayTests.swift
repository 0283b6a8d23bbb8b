import FuzzTargets
import TestSupport
import Testing

/// Everything in `Fixtures/corpus` goes through the target that it is for, as in the fuzzer.
struct CorpusReplayTests {
  /// A file of the corpus and its target.
  struct Entry: Sendable, CustomTestStringConvertible {
    let target: FuzzTarget
    let file: String

    var testDescription: String { file }
  }

  static let entries: [Entry] = FuzzTarget.allCases.flatMap { target in
    ["corpus/\(target.rawValue)", "corpus/regressions/\(target.rawValue)"].flatMap { folder in
      Files.names(in: Fixtures.path(folder)).map { Entry(target: target, file: "\(folder)/\($0)") }
    }
  }

  @Test func `every target has seeds`() {
    for target in FuzzTarget.allCases {
      #expect(Self.entries.contains { $0.target == target }, "\(target)")
    }
  }

  @Test(arguments: entries)
  func `nothing is found in an input of the corpus`(entry: Entry) throws {
    let finding = entry.target.finding(in: try Fixtures.bytes(entry.file))
    #expect(finding == nil)
  }

  @Test(arguments: FuzzTarget.allCases)
  func `nothing is found in what the fixtures have for a target`(target: FuzzTarget) throws {
    let seeds = try target.seeds()
    #expect(seeds.count > 20 || target == .arguments)
    for seed in Effort.sample(seeds) {
      let finding = target.finding(in: seed)
      #expect(finding == nil, "\(target.description(of: seed))")
    }
  }
}
