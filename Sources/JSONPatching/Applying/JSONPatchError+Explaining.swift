internal import JSONTypes

extension JSONPatchError {
  /// Puts a breach of a limit into words.
  init(limit name: String, _ value: Int, reached: String?) {
    let reached = reached.map { ", it has \($0)" } ?? ""
    self.init(
      .limitExceeded, "the patch exceeds the limit of \(value) \(name)\(reached)",
      help: "raise the limit if the author of the patch is trusted")
  }

  /// Puts into words that a document cannot be parsed.
  init(document error: JSONParsingError) {
    self.init(.jsonSyntax, "the document is no JSON: \(error.description)", help: error.help)
  }

  /// Puts a failed operation into words, with the document as the earlier operations left it, and suggestions as far as a
  /// budget goes.
  init(
    _ failure: OperationPerformer.Failure, operation index: Int, of patch: JSONPatch,
    in editor: borrowing Editor, limits: JSONPatch.Limits, by spelling: inout Spelling
  ) {
    let tree = editor.tree
    let compiled = patch.compiled[index]
    let operation = patch[index]
    var member = "path"
    switch failure {
    case .step(let step, let failed):
      let isFrom = failed.string == compiled.from.string
      if isFrom { member = "from" }
      let pointer = isFrom ? operation.from ?? operation.path : operation.path
      self.init(
        step, pointer, isAddition: !isFrom && operation.isAddition, from: editor.root, in: tree,
        by: &spelling)
    case .edit(.rootRemoved):
      self.init(
        .rootRemoved,
        operation.kind == .move
          ? "the whole document cannot be moved" : "the whole document cannot be removed",
        help: "replace it, or remove its members")
    case .edit(.tooDeep):
      self.init(limit: "levels of depth", limits.depth, reached: nil)
    case .edit(.noRoom):
      self.init(limit: "bytes of additions", Int(UInt32.max), reached: nil)
    case .edit(.overBudget):
      self.init(limit: "copied bytes", limits.copiedBytes, reached: nil)
    case .moveIntoSelf:
      self.init(
        .moveIntoSelf,
        "a value cannot be moved into itself (\(operation.from ?? .root) to \(operation.path))",
        help: "copy it, or move its members")
    case .testFailed(let ref):
      // As long as nothing was changed, nothing is taken back, and the value can be shared.
      let found = editor.isUnchanged ? JSON(tree.storage, ref) : tree.detached(ref)
      self.init(
        .testFailed,
        "test failed at \(operation.path.isRoot ? "the whole document" : operation.path.description)"
      )
      expected = operation.value
      self.found = found
    }
    operationIndex = index
    self.operation = operation
    if pointer == nil { pointer = operation.path }
    range = patch.sourceRange(ofOperation: index, member: member)
  }

  /// Puts a pointer that leads nowhere into words.
  private init(
    _ step: FailedStep, _ pointer: JSONPointer, isAddition: Bool, from root: NodeRef,
    in tree: Tree, by spelling: inout Spelling
  ) {
    let error = JSONPointer.ResolutionError(
      step, of: pointer, from: root, in: tree, by: &spelling)
    self.init(JSONPatch.Code(rawValue: error.code.rawValue), error.message, help: error.help)
    if isAddition, step.reason == .indexOutOfRange, step.depth == pointer.count - 1 {
      help = "\(error.resolvedPrefix.appending("-")) appends"
    }
    self.pointer = pointer
    resolvedPrefix = error.resolvedPrefix
  }
}

extension JSONPatch.Limits {
  /// Refuses a patch that has too many operations.
  package func check(operations count: Int) throws(JSONPatchError) {
    guard count > operations else { return }
    throw JSONPatchError(limit: "operations", operations, reached: "\(count)")
  }
}

extension JSONPatch.Operation {
  /// Whether the `path` may name a place that does not exist yet.
  fileprivate var isAddition: Bool {
    switch kind {
    case .add, .move, .copy: true
    case .remove, .replace, .test: false
    }
  }
}
