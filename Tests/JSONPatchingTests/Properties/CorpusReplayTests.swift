import JSONPatching
import TestSupport
import Testing

/// Everything in `Fixtures/corpus` is gone through without a trap, and what it yields holds together.
@Suite struct CorpusReplayTests {
  @Test(arguments: try Fixtures.files(in: "corpus/parser"))
  func `a text is an error, or is written back as it was`(file: String) throws {
    let text = try Fixtures.bytes(file)
    guard let json = try? JSON(parsing: text) else { return }
    #expect(json.serialized() == text)
    for format in [JSON.Format.compact, .pretty(), .preserved.sortingMembers] {
      #expect(try JSON(parsing: json.serialized(as: format)) == json)
    }
    #expect(json.detached() == json)
  }

  @Test(arguments: try Fixtures.files(in: "corpus/patch", withExtension: "txt"))
  func `a patch fails without a trace, or gives a document that can be read`(file: String) throws {
    let parts = try Fixtures.text(file).split(separator: "\n---\n", maxSplits: 1)
    try #require(parts.count == 2)
    let patchText = Array(parts[1].utf8)
    _ = JSONPatch.validate(patchText)
    guard let document = try? JSON(parsing: String(parts[0])) else { return }
    _ = JSONPatch.validate(patchText, on: document)
    guard let patch = try? JSONPatch(parsing: patchText) else { return }
    var patched = document
    do {
      try patched.apply(patch)
      #expect(try JSON(parsing: patched.serialized()) == patched)
      for format in [JSON.Format.preserved, .compact] {
        #expect(
          try JSON(parsing: patch.apply(toJSON: document.serialized(), as: format)) == patched)
      }
    } catch {
      #expect(patched.serialized() == document.serialized())
    }
  }
}
