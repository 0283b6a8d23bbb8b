import JSONPatching
import TestSupport
import Testing

/// Real documents of up to two megabytes: kept, read, compared and patched like the small ones.
@Suite(.enabled(if: ThirdParty.hasCorpus, "JPATCH_CORPUS names no folder"))
struct CorpusTests {
  private static let folders = ["benchmark", "feature-flags", "kubernetes", "schema"]

  private static let files = folders.flatMap { folder in
    let path = (ThirdParty.corpus ?? "") + "/" + folder
    return Files.names(in: path, withExtension: "json").map { "\(path)/\($0)" }
  }

  @Test(arguments: files)
  func `a document is kept byte for byte and equal in every format`(_ file: String) throws {
    let text = try Files.bytes(at: file)
    let document = try JSON(parsing: text)
    #expect(document.serialized() == text)
    for format in [JSON.Format.compact, .pretty(), .compact.sortingMembers] {
      let again = try JSON(parsing: document.serialized(as: format))
      #expect(again == document)
      #expect(again.hashValue == document.hashValue)
    }
  }

  @Test(arguments: files)
  func `random patches of a document have the outcome of the reference patcher`(
    _ file: String
  ) throws {
    let text = try Files.bytes(at: file)
    guard text.count < 100_000 else { return }
    let model = try ModelJSON(parsing: text)
    let document = try JSON(parsing: text)
    let counterexample = Property.counterexample(trials: 2) { generator in
      let operations = ModelOperation.randomPatch(for: model, length: 6, using: &generator)
      let patch = try JSONPatch(parsing: ModelJSON.array(operations.map(\.json)).compactText)
      var result = document
      switch (
        Outcome(of: patch, onto: &result), ReferencePatcher.outcome(of: operations, on: model)
      ) {
      case (.success, .success(let expected)):
        let isSame =
          result.serialized(as: .compact) == JSON(expected)?.serialized(as: .compact)
          && result == JSON(expected)
        return isSame ? nil : "\(patch) gives another document"
      case (.failure, .failure):
        return result.serialized() == text ? nil : "\(patch) fails and changes the document"
      case (let outcome, let expected):
        return "\(patch): \(outcome), \(expected)"
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `the corpus is there`() {
    #expect(Self.files.count >= 25)
  }
}
