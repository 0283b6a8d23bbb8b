import JSONPatching
import TestSupport
import Testing

/// Pairs of documents that other projects compare in their tests.
@Suite(.enabled(if: ThirdParty.hasSuites, "JPATCH_SUITES names no folder"))
struct DifferenceSuiteTests {
  @Test(arguments: try ThirdParty.suiteRows(in: "diff"))
  func `applying the difference gives the document after`(_ row: FixtureRow) throws {
    guard let before = try row.jsonText("before"), let after = try row.jsonText("after") else {
      throw row.missing("before or after")
    }
    let old = try JSON(parsing: before)
    let new = try JSON(parsing: after)
    for options in JSONPatch.DifferenceOptions.combinations {
      let patch = new.difference(from: old, options: options)
      let text = patch.json.serialized(as: .compact)
      guard
        case .success(let result) = ReferencePatcher.outcome(
          of: try ModelJSON(parsing: text), on: try ModelJSON(parsing: before))
      else {
        Issue.record("\(patch) cannot be applied")
        continue
      }
      #expect(result == (try ModelJSON(parsing: after)), "\(options)")
      #expect(try old.applying(patch) == new)
    }
  }

  @Test(arguments: try ThirdParty.suiteRows(in: "diff"))
  func `no other project's patch is smaller`(_ row: FixtureRow) throws {
    guard let before = try row.jsonText("before"), let after = try row.jsonText("after"),
      let text = try row.jsonText("patch"), row.json["patchYieldsAfter"]?.bool == true
    else { return }
    let theirs = try JSONPatch(parsing: text)
    // Theirs may append with "-", move and copy. Ours say "replace" where one project says "add".
    let kinds = Set(theirs.map(\.kind))
    guard !kinds.contains(.test) else { return }
    let options = JSONPatch.DifferenceOptions(
      moves: kinds.contains(.move), copies: kinds.contains(.copy), appendsWithDash: true)
    let ours = try JSON(parsing: after).difference(
      from: try JSON(parsing: before), options: options)
    let spelling = theirs.filter { $0.kind == .add && $0.path.isRoot }.count * "place".utf8.count
    #expect(
      ours.json.serialized(as: .compact).count
        <= theirs.json.serialized(as: .compact).count + spelling)
  }
}

/// Real documents in two versions.
@Suite(.enabled(if: ThirdParty.hasCorpus, "JPATCH_CORPUS names no folder"))
struct DifferenceCorpusTests {
  private func document(_ name: String) throws -> JSON {
    try JSON(parsing: try Files.bytes(at: "\(ThirdParty.corpus ?? "")/kubernetes/\(name)"))
  }

  @Test(arguments: ["core.v1.Pod", "core.v1.Service"], [false, true])
  func `two versions of a resource`(_ name: String, isReversed: Bool) throws {
    var versions = [try document("\(name).v1.33.0.json"), try document("\(name).json")]
    if isReversed { versions.reverse() }
    for options in JSONPatch.DifferenceOptions.combinations {
      let patch = versions[1].difference(from: versions[0], options: options)
      #expect(try versions[0].applying(patch) == versions[1])
    }
  }

  @Test func `any two resources`() throws {
    let folder = "\(ThirdParty.corpus ?? "")/kubernetes"
    let documents = try Files.names(in: folder, withExtension: "json").map(document)
    for old in documents {
      for new in documents {
        let patch = new.difference(from: old)
        #expect(try old.applying(patch) == new)
      }
    }
  }
}
