import JSONPatching
import PatchProfiles
import TestSupport

extension FuzzTarget {
  /// A patch that a profile accepts changes nothing that the profile calls read-only.
  static func profileFinding(in input: RuledPatch?) -> String? {
    guard let input else { return nil }
    let limits = PatchInput.limits
    let preview = input.profile.preview(input.patch, of: input.document, limits: limits)
    _ = input.profile.check(input.patch, limits: limits)
    guard preview.isAccepted else { return nil }
    guard let result = preview.result else { return "accepted, but without a result" }
    // A preview takes a test to hold that only a masked secret is against.
    let isDecided = !preview.diagnostics.contains { $0.code == .testUndecided }
    let applied = Result(of: input.patch, on: input.document, limits: limits)
    guard !isDecided || applied == .success(result) else {
      return "accepted with a result that the patch does not have: \(result)"
    }
    return ReadOnlyPlaces(profile: input.profile).change(from: input.document, to: result)
  }
}
