internal import JSONTypes

extension JSONPatch {
  /// The difference between values without edits.
  static func difference(
    from old: JSON, to new: JSON, _ constraints: DifferenceConstraints, _ options: DifferenceOptions
  ) -> JSONPatch {
    var planner = DifferencePlanner(from: old, to: new, constraints, options)
    let plan = planner.plan()
    guard !plan.isNone else { return [] }
    let text = planner.relocates ? relocatingText(plan, &planner) : text(plan, planner)
    return JSONPatch(assembled: text.finish())
  }

  private static func text(_ plan: DifferencePlan, _ planner: DifferencePlanner) -> OperationText {
    var writer = DifferenceWriter(planner)
    writer.write(plan.edit, planner.old.json.ref, planner.new.json.ref)
    return writer.text
  }

  /// The better of two texts: for a plan that knows nothing of moves, and for one that counts on them.
  private static func relocatingText(
    _ plan: DifferencePlan, _ planner: inout DifferencePlanner
  ) -> OperationText {
    var writer = RelocatingWriter(planner)
    writer.write(plan.edit, planner.old.json.ref, planner.new.json.ref)
    // Where everything has been moved, nothing is left to be gained.
    guard writer.hasWrittenValues else { return writer.text }
    planner.hints = RelocationHints(&planner)
    let hopeful = planner.plan()
    var other = RelocatingWriter(planner)
    other.write(hopeful.edit, planner.old.json.ref, planner.new.json.ref)
    return planner.isCheaper(other.text.cost, than: writer.text.cost) ? other.text : writer.text
  }

  /// Takes a text of operations that are known to be well formed.
  private init(assembled text: [UInt8]) {
    let source = JSON(assembled: text)
    self.init(source: source, compiled: CompiledOperation.all(in: source) ?? [])
  }
}
