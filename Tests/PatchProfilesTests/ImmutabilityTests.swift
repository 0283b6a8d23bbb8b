import JSONPatching
import PatchProfiles
import TestSupport
import Testing

/// A patch that is accepted leaves everything as it is that the rules call read-only: random rules,
/// documents of every origin and patches.
struct ImmutabilityTests {
  @Test func `an accepted patch changes nothing that is read-only`() {
    var accepted = 0
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let trial = try RuledPatch(using: &generator)
      return try trial.objection(using: &generator) { document, _ in
        let preview = trial.profile.preview(trial.patch, of: document)
        if preview.result != nil { accepted += 1 }
        return preview.result
      }
    }
    #expect(counterexample == nil)
    #expect(accepted > Effort.trials(200) || accepted <= 1)
  }

  @Test func `a patch that is accepted unseen changes nothing that is read-only`() {
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let trial = try RuledPatch(using: &generator)
      return try trial.objection(using: &generator) { document, places in
        guard places.hasArraysWhereRulesHaveIndices(document),
          !trial.profile.check(trial.patch).contains(where: { $0.severity == .error })
        else { return nil }
        return try? document.applying(trial.patch)
      }
    }
    #expect(counterexample == nil)
  }
}

extension RuledPatch {
  /// What became of something read-only in what somebody makes of the document; `nil` if all is as it was.
  fileprivate func objection(
    using generator: inout SeededGenerator, of result: (JSON, ReadOnlyPlaces) -> JSON?
  ) throws -> String? {
    let places = ReadOnlyPlaces(profile: profile)
    return try DocumentOrigin.sampledObjection(on: ModelJSON(document), using: &generator) {
      document, _ in
      guard let result = result(document, places) else { return nil }
      return places.change(from: document, to: result).map { "\(self)\n\($0)" }
    }
  }
}
