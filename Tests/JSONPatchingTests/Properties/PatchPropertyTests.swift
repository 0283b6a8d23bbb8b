import JSONPatching
import TestSupport
import Testing

/// Claims about all documents and patches, tried on random ones; a failure prints the seed that
/// brings it back.
@Suite struct PatchPropertyTests {
  @Test func `a random patch has the outcome of the reference patcher`() {
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let trial = Trial(using: &generator)
      let parsed = try JSONPatch(parsing: trial.patch.noisyText(using: &generator))
      guard let patch = generator.oneIn(2) ? JSONPatch(trial.operations) : parsed else {
        return "cannot be built: \(trial)"
      }
      return try DocumentOrigin.sampledObjection(on: trial.document, using: &generator) {
        document, _ in trial.disagreement(with: Outcome(of: patch, on: document))
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `documents with duplicate members have the outcome of the reference patcher`() {
    let counterexample = Property.counterexample(trials: 1000) { generator in
      let trial = Trial(allowsDuplicates: true, using: &generator)
      let patch = try JSONPatch(parsing: trial.patch.noisyText(using: &generator))
      return try DocumentOrigin.sampledObjection(on: trial.document, using: &generator) {
        document, _ in
        trial.disagreement(with: Outcome(of: patch, on: document), modulo: \.withoutDuplicates)
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `a failure leaves the document as it was, byte for byte`() {
    let counterexample = Property.counterexample(trials: 1500) { generator in
      let trial = Trial(allowsDuplicates: generator.oneIn(3), using: &generator)
      let failing = trial.operations + [ModelOperation(.remove, ModelPointer(tokens: []))]
      let patch = try JSONPatch(
        parsing: ModelJSON.array(failing.map(\.json)).noisyText(using: &generator))
      return try DocumentOrigin.sampledObjection(on: trial.document, using: &generator) {
        document, _ in
        let text = document.serialized()
        let fresh = try JSON(parsing: text)
        guard case .failure = Outcome(of: patch, onto: &document) else { return "it succeeds" }
        let isUnchanged =
          document.serialized() == text && document == fresh
          && document.serialized(as: .compact) == fresh.serialized(as: .compact)
          && ModelJSON(document).compactText == trial.document.compactText
          && haveSameCounts(document, fresh, trial.document)
        return isUnchanged ? nil : "\(trial)\nleft as \(TextBytes(document.serialized()))"
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `a failure after successful patches leaves what they made`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let shape = ModelJSON.Shape(allowsDuplicates: generator.oneIn(4))
      let model = ModelJSON.random(shape: shape, using: &generator)
      var document = try JSON(parsing: model.indentedText(using: &generator))
      var current = model
      for _ in 0..<6 {
        let operations = ModelOperation.randomPatch(for: current, length: 5, using: &generator)
        let patch = try JSONPatch(
          parsing: ModelJSON.array(operations.map(\.json)).compactText)
        let before = document.serialized()
        let fresh = try JSON(parsing: before)
        let held: JSON? = generator.oneIn(2) ? .some(document) : .none
        switch (
          Outcome(of: patch, onto: &document), ReferencePatcher.outcome(of: operations, on: current)
        ) {
        case (.success, .success(let result)): current = result
        case (.failure, .failure):
          guard document.serialized() == before, haveSameCounts(document, fresh, current)
          else {
            return "changed by a failing \(patch)"
          }
        default: return "the outcome of \(patch) on \(current) differs"
        }
        if let held, held.serialized() != before { return "the other copy changed by \(patch)" }
        guard document == (try JSON(parsing: current.compactText)) else {
          return "\(document) is not \(current)"
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `applying p and then q is applying p and q together`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let model = ModelJSON.randomContainer(using: &generator)
      let length = generator.below(12)
      let operations = ModelOperation.randomGoodPatch(
        for: model, length: length, using: &generator)
      let cut = generator.below(operations.count + 1)
      guard let first = JSONPatch(Array(operations[..<cut])),
        let second = JSONPatch(Array(operations[cut...]))
      else { return "cannot be built" }
      return try DocumentOrigin.sampledObjection(on: model, using: &generator) { document, _ in
        let inTwo = try document.applying(first).applying(second)
        let atOnce = try document.applying(JSONPatch(Array(first) + Array(second)))
        let isSame =
          inTwo == atOnce && inTwo.serialized(as: .compact) == atOnce.serialized(as: .compact)
          && inTwo.serialized() == atOnce.serialized()
        return isSame
          ? nil
          : "\(model)\n\(first)\n\(second)\nin two: \(TextBytes(inTwo.serialized()))\n"
            + "at once: \(TextBytes(atOnce.serialized()))"
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `bytes to bytes is parsing, applying and writing`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let trial = Trial(allowsDuplicates: generator.oneIn(3), using: &generator)
      let text = trial.document.noisyText(using: &generator)
      let patch = try JSONPatch(parsing: trial.patch.compactText)
      for format in [JSON.Format.preserved, .compact, .pretty(), .compact.sortingMembers] {
        let inOne = Result { try patch.apply(toJSON: text, as: format) }
        let inSteps = Result { try JSON(parsing: text).applying(patch).serialized(as: format) }
        switch (inOne, inSteps) {
        case (.success(let one), .success(let other)) where one == other: continue
        case (.failure(let one), .failure(let other))
        where one as? JSONPatchError == other as? JSONPatchError: continue
        default: return "\(trial)\n\(inOne)\n\(inSteps)"
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `the result of a patch does not depend on the layout of the document`() {
    let counterexample = Property.counterexample(trials: 800) { generator in
      let model = ModelJSON.random(using: &generator)
      let operations = ModelOperation.randomGoodPatch(for: model, length: 8, using: &generator)
      let patch = try JSONPatch(parsing: ModelJSON.array(operations.map(\.json)).compactText)
      let texts = [
        model.compactText, model.indentedText(using: &generator),
        model.noisyText(using: &generator),
      ]
      guard case .success(let expected) = ReferencePatcher.outcome(of: operations, on: model) else {
        return "a good patch that fails"
      }
      for text in texts {
        let result = try JSON(parsing: text).applying(patch)
        for format in [JSON.Format.preserved, .compact, .pretty(), .pretty(indent: 1)] {
          let written = result.serialized(as: format)
          guard try ModelJSON(parsing: written).compactText == expected.compactText else {
            return "\(TextBytes(text))\n\(patch)\n\(TextBytes(written))\nnot \(expected)"
          }
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `an indented document stays evenly indented`() {
    let counterexample = Property.counterexample(trials: 800) { generator in
      let model = ModelJSON.randomContainer(using: &generator)
      let operations = ModelOperation.randomGoodPatch(for: model, length: 6, using: &generator)
        .filter { !$0.path.tokens.isEmpty }
      guard case .success(let expected) = ReferencePatcher.outcome(of: operations, on: model),
        model.places().contains(where: { $0.pointer.tokens.count == 2 })
      else { return nil }
      var layout = generator
      let patch = try JSONPatch(parsing: ModelJSON.array(operations.map(\.json)).compactText)
      let text = model.indentedText(using: &generator)
      let result = try JSON(parsing: text).applying(patch).serialized()
      let wanted = expected.indentedText(using: &layout)
      return result == wanted
        ? nil
        : "\(TextBytes(text))\n\(patch)\n\(TextBytes(result))\nnot \(TextBytes(wanted))"
    }
    #expect(counterexample == nil)
  }

  @Test func `a list with one row on each line stays one`() {
    func text(_ rows: [ModelJSON], _ layout: (spacing: String, lineEnd: String)) -> [UInt8] {
      let lines = rows.map {
        Array("\(layout.lineEnd)\t".utf8) + $0.lineText(spacing: layout.spacing)
      }
      return Array("[".utf8) + Array(lines.joined(separator: [0x2C]))
        + Array("\(layout.lineEnd)]".utf8)
    }
    let counterexample = Property.counterexample(trials: 800) { generator in
      let layout = (generator.pick(["", " "]), generator.pick(["\n", "\r\n"]))
      var rows = (0...generator.below(4)).map { _ in ModelJSON.randomRow(using: &generator) }
      let document = text(rows, layout)
      var operations: [ModelOperation] = []
      for _ in 0..<generator.below(6) where !rows.isEmpty {
        let index = generator.below(rows.count)
        let other = generator.below(rows.count)
        let (place, from) = (ModelPointer(element: index), ModelPointer(element: other))
        switch generator.below(4) {
        case 0:
          let row = ModelJSON.randomRow(using: &generator)
          rows.insert(row, at: index)
          operations.append(ModelOperation(.add(row), place))
        case 1:
          rows[index] = ModelJSON.randomRow(using: &generator)
          operations.append(ModelOperation(.replace(rows[index]), place))
        case 2:
          rows.insert(rows[other], at: index)
          operations.append(ModelOperation(.copy(from), place))
        default:
          rows.insert(rows.remove(at: other), at: index)
          operations.append(ModelOperation(.move(from), place))
        }
      }
      let patch = try JSONPatch(parsing: ModelJSON.array(operations.map(\.json)).compactText)
      let result = try patch.apply(toJSON: document)
      return result == text(rows, layout)
        ? nil : "\(TextBytes(document))\n\(patch)\n\(TextBytes(result))"
    }
    #expect(counterexample == nil)
  }

  @Test func `a compact document stays compact`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let model = ModelJSON.random(using: &generator)
      let operations = ModelOperation.randomGoodPatch(for: model, length: 8, using: &generator)
      guard case .success(let expected) = ReferencePatcher.outcome(of: operations, on: model)
      else { return "a good patch that fails" }
      let patch = try JSONPatch(
        parsing: ModelJSON.array(operations.map(\.json)).indentedText(using: &generator))
      let result = try patch.apply(toJSON: model.compactText)
      return result == expected.compactText
        ? nil : "\(model)\n\(patch)\n\(TextBytes(result))\nnot \(expected)"
    }
    #expect(counterexample == nil)
  }
}

extension PatchPropertyTests {
  /// Whether all containers of two documents, whose places are those of the model, have as many
  /// children.
  private func haveSameCounts(_ first: JSON, _ second: JSON, _ model: ModelJSON) -> Bool {
    model.places().allSatisfy { place in
      let pointer = JSONPointer(place.pointer)
      return first[pointer]?.count == second[pointer]?.count
    }
  }
}

extension ModelJSON {
  /// A random object with at least two members, which show how it is spaced.
  fileprivate static func randomRow(using generator: inout SeededGenerator) -> ModelJSON {
    let members = ["id", "x"].map {
      Member(
        name: Array($0.utf8),
        value: random(shape: Shape(depth: generator.below(3)), using: &generator))
    }
    return .object(members)
  }
}

extension ModelPointer {
  /// The pointer to an element of the document.
  fileprivate init(element index: Int) { self.init(tokens: [Array("\(index)".utf8)]) }
}
