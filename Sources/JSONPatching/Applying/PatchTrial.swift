package import JSONTypes

/// Performs operations one at a time and tells what each of them did; one that fails changes nothing.
///
/// Where applying stops at the first error, a trial goes on: so a judge sees each operation in the light of the
/// document as the earlier good ones leave it.
package struct PatchTrial: Sendable {
  /// What an operation did.
  package struct Effect: Sendable {
    /// The place, `-` replaced by the index that it stands for.
    package var pointer: JSONPointer
    /// Where a moved or copied value came from.
    package var from: JSONPointer?
    /// The value that was there before; `nil` if there was none, or if the operation inserted an element.
    package var old: JSON?
    /// The value that is there now; `nil` if it was removed.
    package var new: JSON?
  }

  /// The document as the operations that succeeded left it.
  package private(set) var document: JSON
  private let limits: JSONPatch.Limits
  private var copiedBytes = 0
  /// How many bytes of values the effects so far hold.
  private var shownBytes = 0

  /// Starts a trial on a document.
  package init(on document: JSON, limits: JSONPatch.Limits = .default) {
    self.document = document
    self.limits = limits
  }

  /// Performs an operation; `index` is its position in its patch, for the error.
  package mutating func perform(
    _ operation: JSONPatch.Operation, index: Int
  ) throws(JSONPatchError) -> Effect {
    var remaining = limits
    remaining.copiedBytes -= copiedBytes
    // Only the size of the last result counts, see `checkResult`.
    remaining.resultBytes = .max
    let pointer = resolved(operation)
    // Taken apart from the document: it must not hold on to a state that goes on changing.
    let old = isInsertion(pointer, operation) ? nil : document[pointer]?.detached()
    if operation.kind == .copy, let from = operation.from {
      copiedBytes += document[from]?.serialized().count ?? 0
    }
    do throws(JSONPatchError) {
      try document.apply([operation], limits: remaining)
    } catch {
      var error = error
      error.operationIndex = index
      error.range = nil
      throw error
    }
    let new = operation.kind == .remove ? nil : document[pointer]?.detached()
    shownBytes += (old?.serializedSizeBound ?? 0) + (new?.serializedSizeBound ?? 0)
    guard shownBytes <= limits.resultBytes else {
      throw JSONPatchError(limit: "bytes of changed values", limits.resultBytes, reached: nil)
    }
    return Effect(pointer: pointer, from: operation.from, old: old, new: new)
  }

  /// Refuses a document that has grown beyond the limit.
  package func checkResult() throws(JSONPatchError) {
    guard Tree(document.storage).sizeBound > limits.resultBytes,
      document.serialized(as: .preserved, limit: limits.resultBytes) == nil
    else { return }
    throw JSONPatchError(limit: "result bytes", limits.resultBytes, reached: nil)
  }

  /// The place of an operation with the index that `-` stands for.
  private func resolved(_ operation: JSONPatch.Operation) -> JSONPointer {
    let path = operation.path
    guard let last = path.lastToken, last.utf8.elementsEqual("-".utf8), let parent = path.parent,
      let array = document[parent], array.kind == .array
    else { return path }
    // A value that moves within the array leaves it before it comes back.
    let leaves = operation.kind == .move && operation.from?.parent == parent
    return parent.appending(array.count - (leaves ? 1 : 0))
  }

  /// Whether an operation inserts an element rather than exchanging a value.
  private func isInsertion(_ pointer: JSONPointer, _ operation: JSONPatch.Operation) -> Bool {
    switch operation.kind {
    case .add, .copy, .move: pointer.parent.flatMap { document[$0]?.kind } == .array
    case .remove, .replace, .test: false
    }
  }
}
