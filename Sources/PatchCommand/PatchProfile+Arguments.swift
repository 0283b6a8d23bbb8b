import PatchProfiles

extension Arguments {
  /// The profile of the option `--profile`; `nil` if it was not given.
  func profile() throws(Failure) -> PatchProfile? {
    guard let name = self[.profile] else { return nil }
    return try profile(named: name)
  }

  /// A built-in profile.
  func profile(named name: String) throws(Failure) -> PatchProfile {
    if let profile = PatchProfile.named(name) { return profile }
    let question = PatchProfile.nearestName(to: name).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(usage: "unknown profile '\(name.visible)'\(question)", self)
  }
}
