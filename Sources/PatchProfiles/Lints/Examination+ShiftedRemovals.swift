internal import JSONPatching

/// Removing elements in the order of their indices removes others than were meant: each removal
/// moves the ones behind it.
extension Examination {
  /// Warns of a removal behind the one that the operation before it made in the same array.
  mutating func lintShiftedRemoval(of subject: Subject) {
    guard subject.kind == .remove, let path = subject.path, let previous = previousRemoval,
      let parent = path.parent, parent == previous.parent, let last = path.tokens.last,
      let index = Self.index(last), let removed = previous.tokens.last.flatMap(Self.index),
      index > removed, isElement(path, index)
    else { return }
    report(
      Finding(
        .indexShifted, severity: .warning,
        "removing \(previous) has moved to \(path) what was at \(parent.appending(index + 1))",
        help: "remove from the end, \(path) before \(previous), so that no index changes"))
  }

  /// Whether there is such an element, or may be one.
  private func isElement(_ path: JSONPointer, _ index: Int) -> Bool {
    let array = Location(path.tokens.dropLast())
    guard trial != nil else { return profile.type(at: array).kinds.contains(.array) }
    return elements(at: array).map { index < $0 } ?? false
  }

  private static func index(_ token: String) -> Int? {
    token.isArrayIndex ? Int(token).flatMap { $0 < .max ? $0 : nil } : nil
  }
}
