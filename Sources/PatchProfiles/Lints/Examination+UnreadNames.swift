internal import JSONPatching

/// Some members are written under one name and read under another, so the document does not have
/// them and cannot show the change.
extension Examination {
  /// Warns of a write to a name that the document does not have because it has another.
  ///
  /// - Returns: Whether the operation is such a write, which is not performed then.
  mutating func isUnreadable(_ subject: Subject) -> Bool {
    guard profile.hasUnreadNames, let trial, let path = subject.path,
      [.add, .replace].contains(subject.kind),
      let rule = profile.rule(for: path), let name = rule.readName,
      rule.path.matches(path), trial.document[path] == nil
    else { return false }
    leaveUnchecked("what writing \(path) does to \(name)")
    report(
      Finding(
        .unreadName, severity: .warning,
        "\(path) is only written: it is read as \(name), where the change cannot be shown",
        notes: [rule.source.note]))
    return true
  }
}
