internal import JSONPatching

/// Removing elements in the order of their indices removes others than were meant: each removal
/// moves the ones behind it.
extension Examination {
  /// Warns of a removal behind the one that the operation before it made in the same array.
  mutating func lintShiftedRemoval(of subject: Subject) {
    guard subject.kind == .remove, let path = subject.path, let (previous, index) = shift(of: path),
      let parent = path.parent, isElement(path, index)
    else { return }
    report(
      Finding(
        .indexShifted, severity: .warning,
        "removing \(previous) has moved to \(path) what was at \(parent.appending(index + 1))",
        help: helpToRemoveFromTheEnd(path)))
  }

  /// What to do about a removal whose index the operation before it has changed; `nil` for others.
  func helpToRemoveFromTheEnd(_ path: JSONPointer) -> String? {
    shift(of: path).map { previous, _ in
      "remove from the end, \(path) before \(previous), so that no index changes"
    }
  }

  /// The removal before an element of the same array, which the operation before this one made, and
  /// the index of the element.
  private func shift(of path: JSONPointer) -> (removal: JSONPointer, index: Int)? {
    guard let previous = previousRemoval, let parent = path.parent, parent == previous.parent,
      let index = path.tokens.last.flatMap(Self.index),
      let removed = previous.tokens.last.flatMap(Self.index), index > removed
    else { return nil }
    return (previous, index)
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
