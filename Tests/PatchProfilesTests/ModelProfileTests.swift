import JSONPatching
import PatchProfiles
import TestSupport
import Testing

/// Judgements of random profiles, beside the slow and obvious model of them.
struct ModelProfileTests {
  @Test func `the rule that speaks for a path`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let document = ModelJSON.randomContainer(using: &generator)
      let model = ModelProfile.random(for: document, namesIndices: true, using: &generator)
      let profile = try PatchProfile(model)
      for place in document.places() {
        let rule = profile.rule(for: JSONPointer(place.pointer))
        guard rule.map({ $0.operations.map(\.rawValue) }) == model.operations(at: place.pointer)
        else { return "\(model)\n\(place.pointer.text): \(rule?.path.description ?? "none")" }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `each operation is permitted as the rules read`() {
    var (accepted, refused) = (0, 0)
    let counterexample = Property.counterexample(trials: 600) { generator in
      let document = ModelJSON.randomContainer(
        shape: ModelJSON.Shape(depth: 3, width: 4), using: &generator)
      let model = ModelProfile.random(for: document, namesIndices: false, using: &generator)
      let profile = try PatchProfile(model)
      let operations = ModelOperation.randomPatch(
        for: document, length: 1 + generator.below(4), using: &generator)
      guard let patch = JSONPatch(operations) else { return "cannot be built" }
      let expected = model.objections(to: operations, on: document)
      if expected.isEmpty { accepted += 1 } else { refused += 1 }
      return try DocumentOrigin.objection(on: document, using: &generator) { document, _ in
        let findings = profile.check(patch, on: document).filter { $0.severity == .error }
        var indices: [Int] = []
        for index in findings.compactMap(\.operationIndex) where index != indices.last {
          indices.append(index)
        }
        guard indices == expected else {
          return "\(model)\n\(document)\n\(patch)\n\(findings)\nand not \(expected)"
        }
        guard profile.preview(patch, of: document).isAccepted == expected.isEmpty else {
          return "the preview of \(patch) says something else"
        }
        return nil
      }
    }
    #expect(counterexample == nil)
    #expect(accepted + refused <= 1 || min(accepted, refused) > Effort.trials(60))
  }
}
