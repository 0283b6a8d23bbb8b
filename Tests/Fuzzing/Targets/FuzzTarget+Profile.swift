import JSONPatching
import PatchProfiles
import TestSupport

extension FuzzTarget {
  /// A patch that a profile accepts, with the document before it or without, changes nothing that the profile calls
  /// read-only.
  static func profileFinding(in input: RuledPatch?) -> String? {
    guard let input else { return nil }
    let applied = Result(of: input.patch, on: input.document, limits: PatchInput.limits)
    let places = ReadOnlyPlaces(profile: input.profile)
    return seenFinding(in: input, applied: applied, places: places)
      ?? unseenFinding(in: input, applied: applied, places: places)
  }

  private static func seenFinding(
    in input: RuledPatch, applied: Result<JSON, JSONPatchError>, places: ReadOnlyPlaces
  ) -> String? {
    let preview = input.profile.preview(
      input.patch, of: input.document, limits: PatchInput.limits)
    guard preview.isAccepted else { return nil }
    guard let result = preview.result else { return "accepted, but without a result" }
    // A preview takes a test to hold that only a masked secret is against, and leaves out what cannot be read back.
    let undecided: [JSONPatch.Code] = [.testUndecided, .unreadName]
    let isDecided = !preview.diagnostics.contains { undecided.contains($0.code) }
    guard !isDecided || applied == .success(result) else {
      return "accepted with a result that the patch does not have: \(result)"
    }
    return places.change(from: input.document, to: result)
  }

  /// Without the document, an array is what the rules call one; so the document has to fit them.
  private static func unseenFinding(
    in input: RuledPatch, applied: Result<JSON, JSONPatchError>, places: ReadOnlyPlaces
  ) -> String? {
    let findings = input.profile.check(input.patch, limits: PatchInput.limits)
    guard !findings.contains(where: { $0.severity == .error }),
      places.hasArraysWhereRulesHaveIndices(input.document), case .success(let result) = applied
    else { return nil }
    return places.change(from: input.document, to: result).map { "accepted unseen: \($0)" }
  }
}
