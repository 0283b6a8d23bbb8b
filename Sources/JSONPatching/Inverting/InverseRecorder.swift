internal import JSONTypes

/// Performs operations and writes down what takes each of them back.
struct InverseRecorder: ~Copyable {
  private let patch: JSON
  private let source: Tree
  private var performer: OperationPerformer
  private let tests: Bool
  /// What takes back each operation, in the order of the operations.
  private var steps: [[JSONPatch.Operation]] = []
  /// Whether a member was taken out of an object, so that it comes back as the last one.
  private(set) var hasRemovedMembers = false

  init(_ patch: JSONPatch, copyBudget: Int, tests: Bool) {
    self.patch = patch.source
    source = Tree(patch.source.storage)
    performer = OperationPerformer(patch.source, copyBudget: copyBudget)
    self.tests = tests
  }

  /// The operations that take back all that were performed.
  consuming func inverse() -> [JSONPatch.Operation] { Array(steps.reversed().joined()) }

  /// Performs an operation; a failed one may leave changes that the caller takes back.
  mutating func perform(
    _ operation: CompiledOperation, in editor: inout Editor
  ) throws(OperationPerformer.Failure) {
    switch operation.kind {
    case .test: try performer.perform(operation, in: &editor)
    case .add, .copy: try performAddition(operation, in: &editor)
    case .remove: try performRemoval(operation, in: &editor)
    case .replace: try performReplacement(operation, in: &editor)
    case .move: try performMove(operation, in: &editor)
    }
  }

  // MARK: The operations

  private mutating func performAddition(
    _ operation: CompiledOperation, in editor: inout Editor
  ) throws(OperationPerformer.Failure) {
    let target = try target(operation.path, in: &editor)
    let old = target.replacedValue(root: editor.root).map { editor.tree.detached($0) }
    try performer.perform(operation, in: &editor)
    let path = place(operation, target)
    steps.append(guarded(path, old.map { .replace(path, $0) } ?? .remove(path), in: editor))
  }

  private mutating func performRemoval(
    _ operation: CompiledOperation, in editor: inout Editor
  ) throws(OperationPerformer.Failure) {
    let found = try locate(operation.path, in: &editor)
    let index = found.index
    let old = editor.tree.detached(editor.value(of: found))
    try performer.perform(operation, in: &editor)
    if index == nil { hasRemovedMembers = true }
    let path = operation.pointer(operation.path, in: source)
    steps.append(neighbourTest(path, index, in: editor) + [.add(path, old)])
  }

  private mutating func performReplacement(
    _ operation: CompiledOperation, in editor: inout Editor
  ) throws(OperationPerformer.Failure) {
    let found = try locate(operation.path, in: &editor)
    let old = editor.tree.detached(editor.value(of: found))
    try performer.perform(operation, in: &editor)
    let path = operation.pointer(operation.path, in: source)
    steps.append(guarded(path, .replace(path, old), in: editor))
  }

  private mutating func performMove(
    _ operation: CompiledOperation, in editor: inout Editor
  ) throws(OperationPerformer.Failure) {
    let found = try locate(operation.from, in: &editor)
    // A move to its own place does nothing, and one into itself is an error.
    guard !source.isPrefix(operation.from.string, of: operation.path.string) else {
      return try performer.perform(operation, in: &editor)
    }
    let index = found.index
    let value = editor.arrival(of: found)
    let moved = editor.tree.detached(editor.value(of: found))
    do throws(EditFailure) {
      try editor.remove(found)
    } catch {
      throw .edit(error)
    }
    if index == nil { hasRemovedMembers = true }
    let from = operation.pointer(operation.from, in: source)
    let readdition = neighbourTest(from, index, in: editor) + [.add(from, moved)]
    let target = try target(operation.path, in: &editor)
    let old = target.replacedValue(root: editor.root).map { editor.tree.detached($0) }
    do throws(EditFailure) {
      try editor.add(value, at: target)
    } catch {
      throw .edit(error)
    }
    let path = place(operation, target)
    if let old {
      // Replaced first: then the value that comes back cannot shift the place of the other one.
      steps.append(guarded(path, .replace(path, old), in: editor) + readdition)
    } else if path.isPrefix(of: from) {
      steps.append(guarded(path, .remove(path), in: editor) + readdition)
    } else {
      steps.append(guarded(path, .move(from: path, to: from), in: editor))
    }
  }

  // MARK: Places and guards

  private func guarded(
    _ path: JSONPointer, _ operation: JSONPatch.Operation, in editor: borrowing Editor
  ) -> [JSONPatch.Operation] {
    guard tests, let value = editor.value(at: path) else { return [operation] }
    return [.test(path, value), operation]
  }

  /// A test of what an element comes back to: the element in its place, the one before it, or the empty array.
  ///
  /// There is none for a member: RFC 6902 cannot require that there be none of its name.
  private func neighbourTest(
    _ path: JSONPointer, _ index: Int?, in editor: borrowing Editor
  ) -> [JSONPatch.Operation] {
    guard tests, let index, let array = path.parent else { return [] }
    let neighbours = [path] + (index > 0 ? [array.appending(index - 1)] : []) + [array]
    for neighbour in neighbours {
      if let value = editor.value(at: neighbour) { return [.test(neighbour, value)] }
    }
    return []
  }

  /// The place of an addition, with the index that `-` stands for.
  private func place(_ operation: CompiledOperation, _ target: Editor.Target) -> JSONPointer {
    let pointer = operation.pointer(operation.path, in: source)
    guard let index = target.index, let parent = pointer.parent else { return pointer }
    return parent.appending(index)
  }

  private func locate(
    _ pointer: CompiledPointer, in editor: inout Editor
  ) throws(OperationPerformer.Failure) -> Editor.Found {
    do throws(FailedStep) {
      return try editor.locate(pointer, of: source)
    } catch {
      throw .step(error, pointer: pointer)
    }
  }

  private func target(
    _ pointer: CompiledPointer, in editor: inout Editor
  ) throws(OperationPerformer.Failure) -> Editor.Target {
    do throws(FailedStep) {
      return try editor.target(pointer, of: source)
    } catch {
      throw .step(error, pointer: pointer)
    }
  }
}
