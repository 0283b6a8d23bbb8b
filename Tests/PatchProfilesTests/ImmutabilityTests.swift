import JSONPatching
import PatchProfiles
import TestSupport
import Testing

/// A patch that is accepted leaves everything as it is that the rules call read-only: random rules,
/// documents and patches.
struct ImmutabilityTests {
  @Test func `an accepted patch changes nothing that is read-only`() {
    var accepted = 0
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let trial = try RuledPatch(using: &generator)
      guard let result = trial.profile.preview(trial.patch, of: trial.document).result else {
        return nil
      }
      accepted += 1
      return trial.breach(in: result)
    }
    #expect(counterexample == nil)
    #expect(accepted > Effort.trials(200) || accepted <= 1)
  }

  @Test func `a patch that is accepted unseen changes nothing that is read-only`() {
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let trial = try RuledPatch(using: &generator)
      let places = ReadOnlyPlaces(profile: trial.profile)
      guard places.hasArraysWhereRulesHaveIndices(trial.document),
        !trial.profile.check(trial.patch).contains(where: { $0.severity == .error }),
        let result = try? trial.document.applying(trial.patch)
      else { return nil }
      return trial.breach(in: result)
    }
    #expect(counterexample == nil)
  }
}

extension RuledPatch {
  /// What became of something read-only; `nil` if all is as it was.
  fileprivate func breach(in result: JSON) -> String? {
    ReadOnlyPlaces(profile: profile).change(from: document, to: result).map { "\(self)\n\($0)" }
  }
}
