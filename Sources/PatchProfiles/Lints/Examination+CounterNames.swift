internal import JSONPatching

/// LaunchDarkly's overview makes an update depend on `/version`; several resources call it
/// `/_version`.
extension Examination {
  /// Warns of the test of a counter that the resource has under the other name.
  ///
  /// With the document the test fails, and says what the counter is called.
  mutating func lintCounterName(of subject: Subject) {
    guard trial == nil, subject.kind == .test, let representation = profile.representation,
      let name = subject.path?.tokens.first, subject.path?.count == 1,
      let other = Self.otherCounterName(than: name), representation.has(other),
      !representation.has(name)
    else { return }
    report(
      Finding(
        .counterName, severity: .warning, "the counter of \(profile.name) is called /\(other)",
        help: "test /\(other)", notes: profile.unlisted.source.notes))
  }

  private static func otherCounterName(than name: String) -> String? {
    if name.utf8.elementsEqual("version".utf8) { return "_version" }
    return name.utf8.elementsEqual("_version".utf8) ? "version" : nil
  }
}

extension PatchProfile.Representation {
  /// Whether the resource has or may have a member.
  fileprivate func has(_ name: String) -> Bool {
    (required + optional).contains { $0.utf8.elementsEqual(name.utf8) }
  }
}
