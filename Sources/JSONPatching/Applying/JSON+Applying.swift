public import JSONTypes

extension JSON {
  /// Applies a patch in place: all of its operations, or none.
  ///
  ///     var flag: JSON = ["on": false]
  ///     try flag.apply([.replace("/on", true)])
  ///
  /// After an error the document is what it was before, byte for byte.
  ///
  /// - Parameters:
  ///   - patch: The patch ([RFC 6902 section 5](https://www.rfc-editor.org/rfc/rfc6902#section-5)).
  ///   - limits: How much it may do.
  /// - Throws: ``JSONPatchError``, which says which operation failed, where and why.
  /// - Complexity: O(*p*) for *p* bytes of the patch, whatever the size of the document, and O(log *k*) for an insertion
  ///   into an array, or a removal, after *k* others. The first operation in a wide object or array reads it once.
  public mutating func apply(
    _ patch: JSONPatch, limits: JSONPatch.Limits = .default
  ) throws(JSONPatchError) {
    var spelling = Spelling()
    var copyBudget = limits.copiedBytes
    leaveGarbageBehind()
    try apply(patch, limits: limits, copyBudget: &copyBudget, suggestingBy: &spelling)
  }

  /// Applies a patch in place.
  ///
  /// What it copies is taken off the budget, also if it fails; an error suggests what may have been meant as far as the
  /// spelling's budget goes.
  mutating func apply(
    _ patch: JSONPatch, limits: JSONPatch.Limits, copyBudget: inout Int,
    suggestingBy spelling: inout Spelling
  ) throws(JSONPatchError) {
    var performer = OperationPerformer(patch.source, copyBudget: copyBudget)
    defer { copyBudget = performer.copyBudget }
    try perform(patch, limits: limits, suggestingBy: &spelling) {
      (operation, editor) throws(OperationPerformer.Failure) in
      try performer.perform(operation, in: &editor)
    }
  }

  /// Calls `step` with each operation in turn; after an error the document is what it was before.
  @inline(__always)
  mutating func perform(
    _ patch: JSONPatch, limits: JSONPatch.Limits, suggestingBy spelling: inout Spelling,
    _ step: (CompiledOperation, inout Editor) throws(OperationPerformer.Failure) -> Void
  ) throws(JSONPatchError) {
    try limits.check(operations: patch.count)
    var editor = beginEditing(maximumDepth: limits.depth, expectedEdits: patch.count)
    do throws(JSONPatchError) {
      for index in patch.compiled.indices {
        do throws(OperationPerformer.Failure) {
          try step(patch.compiled[index], &editor)
        } catch {
          throw JSONPatchError(
            error, operation: index, of: patch, in: editor, limits: limits, by: &spelling)
        }
      }
      guard editor.isResultWithin(limits.resultBytes) else {
        throw JSONPatchError(limit: "result bytes", limits.resultBytes, reached: nil)
      }
    } catch {
      editor.rollBack()
      endEditing(editor)
      throw error
    }
    endEditing(editor)
  }

  /// Applies a patch to a copy of this document.
  ///
  /// - Parameters:
  ///   - patch: The patch.
  ///   - limits: How much it may do.
  /// - Returns: The patched document; it shares everything with this one that the patch does not change.
  /// - Throws: ``JSONPatchError``, which says which operation failed, where and why.
  /// - Complexity: As ``apply(_:limits:)-(JSONPatch,_)``, and O(*e*) for *e* edits made to this document before.
  public func applying(
    _ patch: JSONPatch, limits: JSONPatch.Limits = .default
  ) throws(JSONPatchError) -> JSON {
    var copy = self
    try copy.apply(patch, limits: limits)
    return copy
  }
}

extension JSONPatch {
  /// Applies the patch to a JSON text and writes the result.
  ///
  ///     let updated = try patch.apply(toJSON: bytes)
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8.
  ///   - format: The form of the result.
  ///   - limits: How much the patch may do.
  /// - Returns: The bytes of the patched document.
  /// - Throws: ``JSONPatchError``, with the code ``Code/jsonSyntax`` and no operation if the document is no JSON.
  /// - Complexity: O(*n* + *p*) for *n* bytes of the document and *p* of the patch.
  public func apply(
    toJSON bytes: [UInt8], as format: JSON.Format = .preserved, limits: Limits = .default
  ) throws(JSONPatchError) -> [UInt8] {
    var document: JSON
    do throws(JSONParsingError) {
      document = try JSON(parsing: bytes, options: limits.parsingOptions)
    } catch {
      throw JSONPatchError(document: error)
    }
    return try document.applyAndSerialize(self, as: format, limits: limits)
  }
}

extension JSON {
  /// Applies a patch and writes the result.
  mutating func applyAndSerialize(
    _ patch: JSONPatch, as format: JSON.Format, limits: JSONPatch.Limits
  ) throws(JSONPatchError) -> [UInt8] {
    if let result = patch.spliced(into: self, as: format, limits: limits) { return result }
    var ownLimits = limits
    // Whoever writes the result measures it by the way.
    ownLimits.resultBytes = .max
    try apply(patch, limits: ownLimits)
    guard let result = serialized(as: format, limit: limits.resultBytes) else {
      throw JSONPatchError(limit: "result bytes", limits.resultBytes, reached: nil)
    }
    return result
  }
}
