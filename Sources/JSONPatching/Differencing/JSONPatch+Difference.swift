internal import JSONTypes

extension JSONPatch {
  /// The difference between values without edits.
  static func difference(
    from old: JSON, to new: JSON, _ constraints: DifferenceConstraints, _ options: DifferenceOptions
  ) -> JSONPatch {
    var planner = DifferencePlanner(from: old, to: new, constraints, options)
    guard planner.plan() != nil else { return [] }
    let text = planner.relocates ? relocatingText(&planner) : DifferenceWriter.text(planner)
    return text.finish()
  }

  /// The better of two texts: for a plan that knows nothing of moves, and for one that counts on them.
  private static func relocatingText(_ planner: inout DifferencePlanner) -> OperationText {
    let written = RelocatingWriter.text(planner)
    // Where everything has been moved, nothing is left to be gained.
    guard written.hasValues else { return written.text }
    let steps = planner.steps
    planner.hints = RelocationHints(&planner)
    _ = planner.plan()
    let other = RelocatingWriter.text(planner)
    let (first, second) = (written.text.cost, other.text.cost)
    if planner.isCheaper(second, than: first) { return other.text }
    // Moves may make the edit of a container smaller than its replacement, which is one operation all the same.
    let isSmaller = second.bytes < first.bytes && planner.edits(whatIsReplacedBy: steps)
    return isSmaller ? other.text : written.text
  }
}

extension DifferencePlanner {
  /// Whether some container is edited that other steps replace as a whole.
  fileprivate func edits(whatIsReplacedBy others: ContiguousArray<DifferenceStep>) -> Bool {
    var replaced: Set<NodeRef> = []
    for case .replace(let value, by: _) in others { replaced.insert(value) }
    return steps.contains { step in
      if case .edit(let container) = step { replaced.contains(container) } else { false }
    }
  }
}
