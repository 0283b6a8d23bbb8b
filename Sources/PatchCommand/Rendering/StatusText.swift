import JSONPatching
import PatchProfiles

/// What the server may answer, as text; empty where nothing is known.
enum StatusText {
  /// The errors that the description of the endpoint lists.
  static func answers(_ profile: PatchProfile) -> String {
    let errors = profile.endpoint.statuses.filter { $0.code >= 400 }
    guard !errors.isEmpty else { return "" }
    let list = errors.map { status in
      "\(status.code)" + (status.meaning.map { " " + $0.visible } ?? "")
    }.joined(separator: ", ")
    return "Documented errors: \(list)."
  }

  /// What a refused patch would probably meet.
  static func refusal(_ profile: PatchProfile, _ diagnostics: [JSONPatch.Diagnostic]) -> String {
    let codes = statuses(profile, diagnostics).map { "\($0.code)" }
    return codes.isEmpty
      ? "" : "the server would probably say \(codes.joined(separator: " or "))"
  }

  /// The statuses that the errors of a patch would probably meet.
  static func statuses(
    _ profile: PatchProfile, _ diagnostics: [JSONPatch.Diagnostic]
  ) -> [PatchProfile.Endpoint.Status] {
    let errors = diagnostics.filter { $0.severity == .error }
    let probable = errors.map { profile.probableStatuses(for: $0.code) }
    // One error of which nothing is known leaves the answer open.
    guard !probable.contains(where: \.isEmpty) else { return [] }
    return profile.endpoint.statuses.filter { status in
      probable.contains { $0.contains(status) }
    }
  }
}
