internal import JSONTypes

extension JSONPatch {
  /// The difference between values without edits.
  static func difference(
    from old: JSON, to new: JSON, _ constraints: DifferenceConstraints, _ options: DifferenceOptions
  ) -> JSONPatch {
    var planner = DifferencePlanner(from: old, to: new, constraints, options)
    guard planner.plan() != nil else { return [] }
    let text = planner.relocates ? relocatingText(&planner) : text(planner)
    return text.finish()
  }

  private static func text(_ planner: DifferencePlanner) -> OperationText {
    var writer = DifferenceWriter(planner)
    writer.writeEdit()
    return writer.text
  }

  /// The better of two texts: for a plan that knows nothing of moves, and for one that counts on them.
  private static func relocatingText(_ planner: inout DifferencePlanner) -> OperationText {
    var writer = RelocatingWriter(planner)
    writer.write()
    // Where everything has been moved, nothing is left to be gained.
    guard writer.hasWrittenValues else { return writer.text }
    planner.hints = RelocationHints(&planner)
    _ = planner.plan()
    var other = RelocatingWriter(planner)
    other.write()
    return planner.isCheaper(other.text.cost, than: writer.text.cost) ? other.text : writer.text
  }
}
