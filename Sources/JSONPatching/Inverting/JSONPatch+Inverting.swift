public import JSONTypes

extension JSONPatch {
  /// The patch that takes back what this one does to a document.
  ///
  ///     let patch: JSONPatch = [.remove("/tags/0"), .replace("/on", true)]
  ///     let inverse = try patch.inverted(on: flag)
  ///     // [{"op":"replace","path":"/on","value":false},{"op":"add","path":"/tags/0","value":"a"}]
  ///
  /// A patch alone cannot be inverted: it does not say what it removes and replaces. The inverse gives a document that
  /// is equal to the one before. Elements are back in their places, and members that were replaced keep theirs; a member
  /// that was removed comes back as the last one of its object, because RFC 6902 has no place for a member.
  ///
  /// - Parameters:
  ///   - document: The document before the patch is applied.
  ///   - tests: Whether each operation of the inverse comes after a `test` that requires the value that it does away
  ///     with, so that the inverse fails where somebody else has changed it since.
  ///   - limits: How much the patch may do.
  /// - Returns: The inverse; it is empty if the patch changes nothing.
  /// - Throws: ``JSONPatchError`` if the patch cannot be applied to the document.
  /// - Complexity: As applying the patch, and O(*n*) for *n* bytes of what it removes and replaces.
  public func inverted(
    on document: JSON, tests: Bool = false, limits: Limits = .default
  ) throws(JSONPatchError) -> JSONPatch {
    var copy = document
    return try copy.applyRecordingInverse(self, tests: tests, limits: limits)
  }
}

extension JSON {
  /// Applies a patch in place, and returns the patch that takes it back.
  ///
  /// - Parameters:
  ///   - patch: The patch.
  ///   - tests: Whether the inverse guards itself; see ``JSONPatch/inverted(on:tests:limits:)``.
  ///   - limits: How much the patch may do.
  /// - Returns: The inverse.
  /// - Throws: ``JSONPatchError``; then the document is what it was before.
  /// - Complexity: As ``apply(_:limits:)-(JSONPatch,_)``, and O(*n*) for *n* bytes of what the patch removes and replaces.
  public mutating func applyRecordingInverse(
    _ patch: JSONPatch, tests: Bool = false, limits: JSONPatch.Limits = .default
  ) throws(JSONPatchError) -> JSONPatch {
    var recorder = InverseRecorder(patch, copyBudget: limits.copiedBytes, tests: tests)
    var spelling = Spelling()
    try perform(patch, limits: limits, suggestingBy: &spelling) {
      (operation, editor) throws(OperationPerformer.Failure) in
      try recorder.perform(operation, in: &editor)
    }
    return recorder.inverse()
  }
}
