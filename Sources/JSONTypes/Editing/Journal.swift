/// What takes the steps of an edit back, the latest first.
///
/// The entries are keyed to containers, not to paths, so that taking back resolves nothing again.
struct Journal {
  private var changes: ContiguousArray<Change> = []
  /// Whether steps are written down: not if all edits of the document are from the same editor, which takes
  /// everything back by dropping them.
  let isKept: Bool
  /// Whether there has been no step, written down or not.
  private(set) var isEmpty = true

  init(isKept: Bool) { self.isKept = isKept }

  @inline(__always)
  mutating func append(_ change: @autoclosure () -> Change) {
    isEmpty = false
    if isKept { changes.append(change()) }
  }

  /// Takes every step back.
  mutating func undo(in edits: inout Edits, root: inout NodeRef) {
    while let change = changes.popLast() { change.undo(in: &edits, root: &root) }
  }
}
