import JSONPatching
import TestSupport
import Testing

/// Sequences of patches.
@Suite struct CombiningTests {
  @Test func `composed patches do what they do in turn`() {
    let counterexample = Property.counterexample { generator in
      let first = Trial(using: &generator)
      let document = try JSON(parsing: first.document.compactText)
      let patch = try JSONPatch(parsing: first.patch.compactText)
      guard let middle = try? document.applying(patch) else { return nil }
      let operations = ModelOperation.randomPatch(
        for: ModelJSON(middle), length: generator.below(6), using: &generator)
      let next = try JSONPatch(parsing: ModelJSON.array(operations.map(\.json)).compactText)
      let whole = JSONPatch.composed([patch, next])
      let expected = try? middle.applying(next)
      let result = try? document.applying(whole)
      return result == expected && whole.count == patch.count + next.count
        ? nil : "\(first)\n\(next)"
    }
    #expect(counterexample == nil)
  }

  @Test func `a compacted patch does the same and is not longer`() {
    let counterexample = Property.counterexample { generator in
      let trial = Trial(using: &generator)
      let document = try JSON(parsing: trial.document.compactText)
      let patch = try JSONPatch(parsing: trial.patch.compactText)
      guard let result = try? document.applying(patch) else { return nil }
      let compacted = try patch.compacted(on: document)
      let isSame = try document.applying(compacted) == result
      let kinds = Set(patch.map(\.kind)).intersection([.test, .move, .copy])
      let isShort =
        !kinds.isEmpty
        || compacted.json.serialized().count <= patch.json.serialized(as: .compact).count
      return isSame && isShort ? nil : "\(trial)\n\(compacted)"
    }
    #expect(counterexample == nil)
  }

  @Test func `what comes to nothing is left out`() throws {
    let patch: JSONPatch = [.add("/a", 1), .replace("/a", 2), .add("/b", 3), .remove("/b")]
    #expect(try patch.compacted(on: [:]) == [.add("/a", 2)])
  }
}
