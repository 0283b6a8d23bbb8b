internal import JSONPatching

extension PatchPreview {
  /// What a preview shows of the operations, apart from the document that they go on changing.
  struct Record {
    private(set) var changes: [Change] = []
    var passedTests: [PassedTest] = []
    /// How much of moved values may still be copied.
    ///
    /// What is removed is removed once and what is copied has its limit, but a patch may move a value over and over.
    private var moveBudget = 32 << 20

    /// Adds what an operation did.
    mutating func append(
      _ effect: PatchTrial.Effect, of operation: JSONPatch.Operation, index: Int,
      rule: PatchProfile.Rule?, sensitivePointers: [JSONPointer]
    ) {
      changes.append(
        Change(
          operationIndex: index, kind: operation.kind, pointer: effect.pointer,
          writtenPointer: operation.path, from: effect.from, old: effect.old?.detached(),
          new: kept(effect.new, of: operation), rule: rule, sensitivePointers: sensitivePointers))
    }

    private mutating func kept(_ value: JSON?, of operation: JSONPatch.Operation) -> JSON? {
      switch operation.kind {
      // Part of the patch, which does not change.
      case .add, .remove, .replace, .test: return value
      case .copy: return value?.detached()
      case .move:
        guard moveBudget > 0, let value = value?.detached() else { return nil }
        moveBudget -= value.footprint
        return value
      }
    }
  }
}
