internal import JSONPatching

/// A finding that later operations may make obsolete: a required member that is put back, for
/// example.
///
/// The server sees only the result of a patch, so such a finding counts when the document at the
/// end still shows it.
struct Pending {
  let index: Int
  let finding: Finding
  let isResolved: @Sendable (JSON) -> Bool
}

extension Examination {
  /// Reports a finding at the end, unless the document then shows that it is resolved; without a
  /// document, at once.
  mutating func postpone(_ finding: Finding, until isResolved: @escaping @Sendable (JSON) -> Bool) {
    guard trial != nil else { return report(finding) }
    pending.append(Pending(index: current, finding: finding, isResolved: isResolved))
  }

  /// Every finding, in the order of the operations.
  func settled() -> [(index: Int, finding: Finding)] {
    guard let trial, !pending.isEmpty else { return findings }
    let open = pending.filter { !$0.isResolved(trial.document) }
    guard !open.isEmpty else { return findings }
    let all = findings + open.map { ($0.index, $0.finding) }
    return all.enumerated()
      .sorted { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }
      .map(\.element)
  }
}
