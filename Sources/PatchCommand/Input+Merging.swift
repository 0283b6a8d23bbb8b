import JSONPatching

extension Input {
  /// The contents as a merge patch, in the operations that it stands for.
  ///
  /// - Parameters:
  ///   - document: The document that the patch is for.
  ///   - context: What the verb works with.
  ///   - limits: How deep the text may nest.
  ///   - hidesText: Whether the text may have secrets in it.
  /// - Returns: The operations, which have no place in the file.
  /// - Throws: What is wrong with the text.
  func mergeDraft(
    on document: JSON, _ context: Context, _ limits: JSONPatch.Limits = .default,
    hidesText: Bool = false
  ) throws(Failure) -> PatchDraft {
    PatchDraft(try mergePatch(context, limits, hidesText: hidesText).patch(on: document))
  }

  /// The contents as a merge patch.
  func mergePatch(
    _ context: Context, _ limits: JSONPatch.Limits = .default, hidesText: Bool = false
  ) throws(Failure) -> JSONMergePatch {
    let json = try self.document(context, limits, hidesText: hidesText)
    // Any value is a merge patch, but this one was meant as something else.
    guard json.array?.contains(where: { $0["op"] != nil }) != true else {
      throw Failure(
        .trouble, .notMergePatch, "\(name.visible) is a JSON Patch and not a merge patch",
        details: ["  help: a merge patch is an object of the members to change"])
    }
    return JSONMergePatch(json)
  }
}
