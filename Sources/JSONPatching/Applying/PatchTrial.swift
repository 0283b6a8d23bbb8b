package import JSONTypes

/// Performs operations one at a time and tells what each of them did; one that fails changes nothing.
///
/// Where applying stops at the first error, a trial goes on: so a judge sees each operation in the light of the
/// document as the earlier good ones leave it. Only a limit ends it, since what exceeds one may go on to exceed it.
package struct PatchTrial: Sendable {
  /// What an operation did.
  ///
  /// Its values may share the document, so that they have to be let go of before the next operation: otherwise that
  /// copies all edits made before.
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
  /// Whether an operation has exceeded a limit.
  package private(set) var hasEnded = false
  private let limits: JSONPatch.Limits
  /// What finds the members that failed operations may have meant.
  private var spelling: Spelling
  /// How many bytes may still be copied.
  private var copyBudget: Int

  /// What is to be said of the operation that has ended a trial.
  package static let endNote = "no operation after it is tried"

  /// Starts a trial on a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - limits: How much the patch may do.
  ///   - suggests: Whether errors say which members may have been meant.
  package init(on document: JSON, limits: JSONPatch.Limits = .default, suggests: Bool = true) {
    self.document = document
    self.document.leaveGarbageBehind()
    self.limits = limits
    copyBudget = limits.copiedBytes
    spelling = suggests ? Spelling() : Spelling(budget: 0)
  }

  /// Performs an operation, unless the trial has ended; `index` is its position in its patch, for the error.
  ///
  /// What a failed `test` found shares the document, so that it has to be let go of before the next operation.
  package mutating func perform(
    _ operation: JSONPatch.Operation, index: Int
  ) throws(JSONPatchError) -> Effect? {
    guard !hasEnded else { return nil }
    var limits = limits
    // Only the size of the last result counts, see `checkResult`.
    limits.resultBytes = .max
    let pointer = resolved(operation)
    let old = replacedValue(at: pointer, by: operation)
    do throws(JSONPatchError) {
      try document.apply(
        [operation], limits: limits, copyBudget: &copyBudget, suggestingBy: &spelling)
    } catch {
      hasEnded = error.code == .limitExceeded
      var error = error
      error.operationIndex = index
      error.range = nil
      throw error
    }
    let new: JSON? =
      switch operation.kind {
      case .add, .replace: operation.value
      case .move, .copy: document[pointer]
      case .remove, .test: nil
      }
    return Effect(
      pointer: pointer, from: operation.from, old: old?.value(in: document), new: new)
  }

  /// A value that an operation takes away, without holding on to the document that it is about to change.
  private enum Replaced {
    /// The node that the document does not refer to any more afterwards.
    case node(NodeRef)
    /// A copy, made before a part of it moves.
    case copy(JSON)

    func value(in document: JSON) -> JSON {
      switch self {
      case .node(let ref): JSON(document.storage, ref)
      case .copy(let value): value
      }
    }
  }

  private func replacedValue(
    at pointer: JSONPointer, by operation: JSONPatch.Operation
  ) -> Replaced? {
    let replaces =
      switch operation.kind {
      case .add, .copy, .move: pointer.parent.flatMap { document[$0]?.kind } != .array
      case .remove, .replace: true
      case .test: false
      }
    guard replaces, let old = document[pointer] else { return nil }
    guard operation.kind == .move, let from = operation.from, from != pointer,
      pointer.isPrefix(of: from), document[from] != nil
    else { return .node(old.ref) }
    return .copy(old.detached())
  }

  /// Refuses a document that has grown beyond the limit.
  package func checkResult() throws(JSONPatchError) {
    guard !hasEnded, !Tree(document.storage).isSurelyWithin(limits.resultBytes),
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
}
