import JSONPatching
import TestSupport
import Testing

/// Everything that is done to documents, beside the slow and obvious model of it, for documents of every origin, alone and
/// held by somebody else.
@Suite struct ModelAgreementTests {
  @Test func `apply`() {
    let counterexample = Property.counterexample(trials: 200) { generator in
      let trial = Trial(using: &generator)
      let patch = try JSONPatch(parsing: trial.patch.noisyText(using: &generator))
      guard let built = JSONPatch(trial.operations) else { return "cannot be built: \(trial)" }
      return try DocumentOrigin.objection(on: trial.document, using: &generator) {
        document, generator in
        let patch = generator.oneIn(2) ? patch : built
        return trial.disagreement(with: Outcome(of: patch, onto: &document))
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `a program of patches, each on what the last one left`() {
    let counterexample = Property.counterexample(trials: 100) { generator in
      let start = ModelJSON.randomContainer(using: &generator)
      return try DocumentOrigin.objection(on: start, using: &generator) { document, generator in
        var model = start
        for _ in 0..<5 {
          let operations = ModelOperation.randomPatch(
            for: model, length: generator.below(5), using: &generator)
          let patch = try JSONPatch(parsing: ModelJSON.array(operations.map(\.json)).compactText)
          let expected = ReferencePatcher.outcome(of: operations, on: model)
          let outcome = Outcome(of: patch, onto: &document)
          if let objection = expected.disagreement(with: outcome) {
            return "\(patch)\n\(objection)"
          }
          if case .success(let result) = expected { model = result }
          if ModelJSON(document).compactText != model.compactText { return "left as \(document)" }
        }
        return nil
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `validate`() {
    let counterexample = Property.counterexample(trials: 200) { generator in
      let trial = Trial(using: &generator)
      let patch = ModelJSON.damagedPatch(trial.operations, using: &generator)
      let text = patch.noisyText(using: &generator)
      let expected = ReferencePatcher.findings(in: patch, on: trial.document)
      return try DocumentOrigin.objection(on: trial.document, using: &generator) { document, _ in
        let findings = Self.findings(JSONPatch.validate(text, on: document))
        return findings == expected
          ? nil : "\(trial.document)\n\(patch)\n\(findings)\nand not \(expected)"
      }
    }
    #expect(counterexample == nil)
  }

  /// The first error of each operation, and what it does without need.
  private static func findings(
    _ diagnostics: [JSONPatch.Diagnostic]
  ) -> [ReferencePatcher.Finding] {
    var failed: Set<Int?> = []
    return diagnostics.compactMap { diagnostic in
      let isFirstError =
        diagnostic.severity == .error && failed.insert(diagnostic.operationIndex).inserted
      guard isFirstError || diagnostic.code == .noEffect else { return nil }
      return ReferencePatcher.Finding(
        operation: diagnostic.operationIndex, code: diagnostic.code.rawValue)
    }
  }

  @Test func `invert`() {
    let counterexample = Property.counterexample(trials: 200) { generator in
      let trial = Trial(using: &generator)
      let patch = try JSONPatch(parsing: trial.patch.compactText)
      guard case .success(let result) = trial.expected,
        let plain = try? ReferencePatcher.inverse(of: trial.operations, on: trial.document),
        let model = JSONPatch(plain)
      else { return nil }
      return try DocumentOrigin.objection(on: trial.document, using: &generator) { document, _ in
        let before = document
        let inverse = try document.applyRecordingInverse(patch, restoringMemberOrder: false)
        guard case .success(let restored) = ReferencePatcher.outcome(of: inverse, on: result),
          restored == trial.document
        else { return "\(trial)\n\(inverse) does not take it back" }
        guard inverse.count <= plain.count else { return "\(trial)\n\(inverse)\nnot \(model)" }
        try document.apply(model)
        return document == before ? nil : "\(trial)\n\(model) is not applied to take it back"
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `merge`() {
    let counterexample = Property.counterexample(trials: 200) { generator in
      let shape = ModelJSON.Shape(depth: 3)
      let model = ModelJSON.random(shape: shape, using: &generator)
      let patch = ModelJSON.random(shape: shape, using: &generator)
      let merge = JSONMergePatch(
        try generator.pick(DocumentOrigin.allCases).document(patch, using: &generator))
      let expected = model.merging(patch)
      let operations = patch.operations(merging: model)
      return try DocumentOrigin.objection(on: model, using: &generator) { document, _ in
        let converted = merge.patch(on: document)
        let isSame = ModelJSON(converted.json).isSpelled(as: .array(operations.map(\.json)))
        if !isSame { return "\(model)\n\(patch)\nbecomes \(converted)" }
        try document.apply(merge)
        return ModelJSON(document).isSpelled(as: expected)
          ? nil : "\(model)\n\(patch)\ngives \(document)\nand not \(expected)"
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `merge difference`() {
    let counterexample = Property.counterexample(trials: 200) { generator in
      let trial = DifferenceTrial(using: &generator)
      let expected = trial.new.mergeDifference(from: trial.old)
      return try DocumentOrigin.objection(on: trial.old, using: &generator) { old, generator in
        let new = try generator.pick(DocumentOrigin.allCases)
          .document(trial.new, using: &generator)
        let patch = Result { () throws(JSONPatchError) in try new.mergeDifference(from: old) }
        switch (patch, expected) {
        case (.success(let patch), let expected?):
          return ModelJSON(patch.json).isSpelled(as: expected)
            ? nil : "\(trial)\n\(patch)\nand not \(expected)"
        case (.failure(let error), nil):
          return error.code == .notExpressible ? nil : "\(trial)\n\(error)"
        default: return "\(trial)\n\(patch)\nand not \(expected?.description ?? "a refusal")"
        }
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `a JSON Patch as a merge patch`() {
    let counterexample = Property.counterexample(trials: 200) { generator in
      let trial = Trial(using: &generator)
      let patch = try JSONPatch(parsing: trial.patch.compactText)
      guard case .success(let result) = trial.expected else { return nil }
      let expected = result.mergeDifference(from: trial.document)
      return try DocumentOrigin.objection(on: trial.document, using: &generator) { document, _ in
        guard let conversion = try? patch.mergePatch(on: document) else {
          return expected == nil ? nil : "\(trial)\nis refused"
        }
        let tests = conversion.losses.filter { $0.code == .testLost }.map(\.operationIndex)
        let isRight =
          expected.map { ModelJSON(conversion.patch.json) == $0 } ?? false
          && tests == patch.indices.filter { patch[$0].kind == .test }
        return isRight ? nil : "\(trial)\n\(conversion)\nand not \(expected ?? .null)"
      }
    }
    #expect(counterexample == nil)
  }
}
