internal import JSONTypes

/// Performs operations on a document that an editor holds: RFC 6902 section 4, one function for each.
struct OperationPerformer: ~Copyable {
  /// The patch whose nodes the operations name.
  private let patch: Tree
  /// How many bytes may still be copied.
  private(set) var copyBudget: Int

  init(_ patch: borrowing JSON, copyBudget: Int) {
    self.patch = Tree(patch.storage)
    self.copyBudget = copyBudget
  }

  /// Why an operation cannot be performed, in the engine's terms.
  enum Failure: Error {
    /// A pointer leads nowhere.
    case step(FailedStep, pointer: CompiledPointer)
    case edit(EditFailure)
    case moveIntoSelf
    case testFailed(found: NodeRef)
  }

  /// Performs an operation; a failed one may leave changes that the caller takes back.
  mutating func perform(
    _ operation: CompiledOperation, in editor: inout Editor
  ) throws(Failure) {
    switch operation.kind {
    case .add: try add(operation, in: &editor)
    case .remove: try remove(operation, in: &editor)
    case .replace: try replace(operation, in: &editor)
    case .move: try move(operation, in: &editor)
    case .copy: try copy(operation, in: &editor)
    case .test: try test(operation, in: &editor)
    }
  }

  // MARK: The operations

  private func add(_ operation: CompiledOperation, in editor: inout Editor) throws(Failure) {
    let target = try target(operation.path, in: &editor)
    do throws(EditFailure) {
      try editor.add(try editor.graft(operation.value, of: patch), at: target)
    } catch {
      throw .edit(error)
    }
  }

  private func remove(_ operation: CompiledOperation, in editor: inout Editor) throws(Failure) {
    let found = try locate(operation.path, in: &editor)
    do throws(EditFailure) {
      try editor.remove(found)
    } catch {
      throw .edit(error)
    }
  }

  private func replace(_ operation: CompiledOperation, in editor: inout Editor) throws(Failure) {
    let found = try locate(operation.path, in: &editor)
    do throws(EditFailure) {
      try editor.replace(found, with: try editor.graft(operation.value, of: patch))
    } catch {
      throw .edit(error)
    }
  }

  private func move(_ operation: CompiledOperation, in editor: inout Editor) throws(Failure) {
    let found = try locate(operation.from, in: &editor)
    // RFC 6902 section 4.4 forbids a proper prefix, whatever the removal does to indices on the way.
    if patch.isPrefix(operation.from.string, of: operation.path.string) {
      if patch.isPrefix(operation.path.string, of: operation.from.string) { return }
      throw .moveIntoSelf
    }
    let value = editor.arrival(of: found)
    do throws(EditFailure) {
      try editor.remove(found)
    } catch {
      throw .edit(error)
    }
    let target = try target(operation.path, in: &editor)
    do throws(EditFailure) {
      try editor.add(value, at: target)
    } catch {
      throw .edit(error)
    }
  }

  private mutating func copy(
    _ operation: CompiledOperation, in editor: inout Editor
  ) throws(Failure) {
    let found = try locate(operation.from, in: &editor)
    let target = try target(operation.path, in: &editor)
    do throws(EditFailure) {
      try editor.add(try editor.copy(found, budget: &copyBudget), at: target)
    } catch {
      throw .edit(error)
    }
  }

  private func test(_ operation: CompiledOperation, in editor: inout Editor) throws(Failure) {
    let found = try locate(operation.path, in: &editor)
    let value = editor.value(of: found)
    guard editor.tree.isEqual(value, to: operation.value, of: patch) else {
      throw .testFailed(found: value)
    }
  }

  // MARK: Pointers

  private func locate(
    _ pointer: CompiledPointer, in editor: inout Editor
  ) throws(Failure) -> Editor.Found {
    do throws(FailedStep) {
      return try editor.locate(pointer, of: patch)
    } catch {
      throw .step(error, pointer: pointer)
    }
  }

  private func target(
    _ pointer: CompiledPointer, in editor: inout Editor
  ) throws(Failure) -> Editor.Target {
    do throws(FailedStep) {
      return try editor.target(pointer, of: patch)
    } catch {
      throw .step(error, pointer: pointer)
    }
  }
}
