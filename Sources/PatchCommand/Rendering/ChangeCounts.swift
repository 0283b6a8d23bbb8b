import JSONPatching
import PatchProfiles

/// How many changes of which kind a patch makes, for the line of the verdict and for reports.
struct ChangeCounts: Sendable, Equatable {
  private(set) var added = 0
  private(set) var changed = 0
  private(set) var removed = 0
  private(set) var moved = 0
  private(set) var tests = 0

  init(_ preview: PatchPreview) {
    tests = preview.passedTests.count
    for change in preview.changes {
      switch (change.kind, change.old, change.new) {
      case (.move, _, _): moved += 1
      case (_, nil, _): added += 1
      case (_, _, nil): removed += 1
      default: changed += 1
      }
    }
  }

  /// There is nothing to do.
  var isEmpty: Bool { added + changed + removed + moved == 0 }

  /// What is to be done: `1 to add, 2 to change, 1 to remove`.
  var plan: String {
    var parts = ["\(added) to add", "\(changed) to change", "\(removed) to remove"]
    if moved > 0 { parts.append("\(moved) to move") }
    return parts.joined(separator: ", ")
  }
}
