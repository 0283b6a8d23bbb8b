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
  /// What finds the members that failed operations may have meant.
  private var spelling: Spelling
  /// How many bytes may still be copied.
  private var copyBudget: Int
  /// How many bytes of values the effects so far hold copies of.
  private(set) var copiedForEffects = 0

  /// Up to here effects hold copies, which cost nothing later on.
  ///
  /// Beyond, they share the document: the next operation copies the edits so far, but no large values.
  private static let effectBudget = 64 << 20

  /// Starts a trial on a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - limits: How much the patch may do.
  ///   - suggests: Whether errors say which members may have been meant.
  package init(on document: JSON, limits: JSONPatch.Limits = .default, suggests: Bool = true) {
    self.document = document
    self.limits = limits
    copyBudget = limits.copiedBytes
    spelling = suggests ? Spelling() : Spelling(budget: 0)
  }

  /// Performs an operation; `index` is its position in its patch, for the error.
  ///
  /// What a failed `test` found shares the document, so that it has to be let go of before the next operation.
  package mutating func perform(
    _ operation: JSONPatch.Operation, index: Int
  ) throws(JSONPatchError) -> Effect {
    var limits = limits
    // Only the size of the last result counts, see `checkResult`.
    limits.resultBytes = .max
    let pointer = resolved(operation)
    // Taken apart from the document: it must not hold on to a state that goes on changing.
    let old = isInsertion(pointer, operation) ? nil : kept(at: pointer, for: operation)
    do throws(JSONPatchError) {
      try document.apply(
        [operation], limits: limits, copyBudget: &copyBudget, suggestingBy: &spelling)
    } catch {
      var error = error
      error.operationIndex = index
      error.range = nil
      throw error
    }
    let new = operation.kind == .remove ? nil : kept(at: pointer, for: operation)
    return Effect(pointer: pointer, from: operation.from, old: old, new: new)
  }

  /// A value as it is now, whatever becomes of the document; nothing is kept for an operation that changes nothing.
  private mutating func kept(at pointer: JSONPointer, for operation: JSONPatch.Operation) -> JSON? {
    guard operation.kind != .test, !(operation.kind == .remove && pointer.isRoot),
      let value = document[pointer]
    else { return nil }
    guard copiedForEffects <= Self.effectBudget else { return value }
    let copy = value.detached()
    copiedForEffects += copy.serializedSizeBound
    return copy
  }

  /// Refuses a document that has grown beyond the limit.
  package func checkResult() throws(JSONPatchError) {
    guard !Tree(document.storage).isSurelyWithin(limits.resultBytes),
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
