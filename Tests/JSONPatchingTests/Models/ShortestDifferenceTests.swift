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

/// Two documents of a few values, in which equal numbers are spelled alike: which of two spellings stays is not for a
/// difference to say.
private struct SmallTrial: CustomStringConvertible {
  let old: ModelJSON
  let new: ModelJSON

  init(using generator: inout SeededGenerator) {
    let shape = ModelJSON.Shape(depth: 3, width: 4)
    let old = ModelJSON.randomContainer(shape: shape, using: &generator)
    let edited = old.mutated(using: &generator)
    let new = generator.oneIn(4) ? .randomContainer(shape: shape, using: &generator) : edited
    var spellings: [ModelJSON] = []
    self.old = old.spelledAlike(&spellings)
    self.new = new.spelledAlike(&spellings)
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

extension ModelJSON {
  /// The same value, each number in the first spelling that an equal one had.
  fileprivate func spelledAlike(_ spellings: inout [ModelJSON]) -> ModelJSON {
    switch self {
    case .null, .bool, .string: return self
    case .number:
      if let known = spellings.first(where: { $0 == self }) { return known }
      spellings.append(self)
      return self
    case .array(let elements):
      return .array(elements.map { $0.spelledAlike(&spellings) })
    case .object(let members):
      return .object(
        members.map { Member(name: $0.name, value: $0.value.spelledAlike(&spellings)) })
    }
  }
}
