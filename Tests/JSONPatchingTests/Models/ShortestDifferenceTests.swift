import JSONPatching
import TestSupport
import Testing

/// Differences of small documents are as short as trying everything can make them.
@Suite struct ShortestDifferenceTests {
  @Test func `no way to pair members and elements takes fewer bytes`() {
    let counterexample = Property.counterexample(trials: 300) { generator in
      let trial = SmallTrial(using: &generator)
      let best = ReferenceDiffer.operations(from: trial.old, to: trial.new)
      guard case .success(let result) = ReferencePatcher.outcome(of: best, on: trial.old),
        result == trial.new
      else { return "\(trial)\nthe model is wrong: \(best.map(\.json))" }
      return try DocumentOrigin.objection(on: trial.old, using: &generator) { old, _ in
        let new = try JSON(parsing: trial.new.compactText)
        let patch = new.difference(from: old)
        if let objection = trial.objection(to: patch) { return objection }
        return trial.size(of: patch) == ReferenceDiffer.size(of: best)
          ? nil : "\(trial)\n\(patch)\nand not \(best.map(\.json))"
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `moves and copies only make it shorter`() {
    let counterexample = Property.counterexample(trials: 300) { generator in
      let trial = SmallTrial(using: &generator)
      let best = ReferenceDiffer.operations(from: trial.old, to: trial.new)
      return try DocumentOrigin.objection(on: trial.old, using: &generator) { old, generator in
        let new = try JSON(parsing: trial.new.compactText)
        let patch = new.difference(
          from: old, options: .init(moves: true, copies: generator.oneIn(2)))
        if let objection = trial.objection(to: patch) { return objection }
        return trial.size(of: patch) <= ReferenceDiffer.size(of: best)
          ? nil : "\(trial)\n\(patch)\nis longer than \(best.map(\.json))"
      }
    }
    #expect(counterexample == nil)
  }
}

/// Two documents of a few values.
private struct SmallTrial: CustomStringConvertible {
  let old: ModelJSON
  let new: ModelJSON

  init(using generator: inout SeededGenerator) {
    let shape = ModelJSON.Shape(depth: 3, width: 4)
    old = .randomContainer(shape: shape, using: &generator)
    let edited = old.mutated(using: &generator)
    new = generator.oneIn(4) ? .randomContainer(shape: shape, using: &generator) : edited
  }

  var description: String { "old \(old)\nnew \(new)" }

  /// The bytes of the operations in a patch, apart from its brackets.
  func size(of patch: JSONPatch) -> Int {
    patch.isEmpty ? 0 : patch.json.serialized(as: .compact).count - 1
  }

  func objection(to patch: JSONPatch) -> String? {
    guard case .success(let result) = ReferencePatcher.outcome(of: patch, on: old), result == new
    else { return "\(self)\n\(patch) does not make the new document" }
    return nil
  }
}
