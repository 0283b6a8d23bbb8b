public import JSONTypes

extension JSON {
  /// The merge patch that makes this value of another one.
  ///
  ///     let old: JSON = ["on": false, "note": "old", "tags": ["a"]]
  ///     let new: JSON = ["on": true, "tags": ["a", "b"]]
  ///     try new.mergeDifference(from: old)  // {"note":null,"on":true,"tags":["a","b"]}
  ///
  /// - Parameter old: The value that the patch is to be applied to.
  /// - Returns: The patch; it is `{}` if the values are equal objects.
  /// - Throws: ``JSONPatchError`` with the code ``JSONPatch/Code/notExpressible`` and the pointer of a member that
  ///   would have to become `null`, which no merge patch can say.
  /// - Complexity: O(*n*) for *n* bytes of both values.
  public func mergeDifference(from old: JSON) throws(JSONPatchError) -> JSONMergePatch {
    guard kind == .object else { return JSONMergePatch(self) }
    guard old.kind == .object else {
      try MergeDifference.check(self, at: .root)
      return JSONMergePatch(self)
    }
    return JSONMergePatch(JSON(assembled: try MergeDifference(from: old, to: self).write()))
  }
}

extension JSONPatch.Code {
  /// A merge patch cannot set a member to `null` (RFC 7396 section 1).
  public static let notExpressible = JSONPatch.Code(rawValue: "not-expressible")
  /// A merge patch replaces an array as a whole (RFC 7396 section 1); a warning.
  public static let arrayReplaced = JSONPatch.Code(rawValue: "array-replaced")
  /// A merge patch tests nothing; a warning.
  public static let testLost = JSONPatch.Code(rawValue: "test-lost")
}

extension JSONPatch {
  /// A merge patch that does what a JSON Patch does, and what it does not say.
  public struct MergeConversion: Sendable, Hashable {
    /// The merge patch.
    public var patch: JSONMergePatch
    /// A warning for each array that is replaced as a whole, and for each `test` that is lost.
    public var losses: [Diagnostic]
  }

  /// The merge patch that does to a document what this patch does.
  ///
  /// - Parameters:
  ///   - document: The document before the patch is applied.
  ///   - limits: How much this patch may do.
  /// - Returns: The merge patch, and what it does not say.
  /// - Throws: ``JSONPatchError`` if this patch cannot be applied to the document, or with the code
  ///   ``Code/notExpressible`` if it makes a member `null`.
  /// - Complexity: That of applying this patch, and of the merge difference between the two documents.
  public func mergePatch(
    on document: JSON, limits: Limits = .default
  ) throws(JSONPatchError) -> MergeConversion {
    let result = try document.applying(self, limits: limits)
    let patch = try result.mergeDifference(from: document)
    var losses: [Diagnostic] = []
    for (index, operation) in enumerated() {
      if operation.kind == .test {
        losses.append(
          Diagnostic(
            code: .testLost, severity: .warning, operationIndex: index, operation: "test",
            pointer: operation.path.description, message: "a merge patch tests nothing"))
      }
    }
    for operation in patch.patch(on: document)
    where operation.value?.kind == .array && document[operation.path]?.kind == .array {
      losses.append(
        Diagnostic(
          code: .arrayReplaced, severity: .warning, pointer: operation.path.description,
          message: "the array is replaced as a whole"))
    }
    return MergeConversion(patch: patch, losses: losses)
  }
}
