public import JSONTypes

extension JSONPatch {
  /// The patch that takes back what this one does to a document.
  ///
  ///     let patch: JSONPatch = [.remove("/tags/0"), .replace("/on", true)]
  ///     let inverse = try patch.inverted(on: flag)
  ///     // [{"op":"replace","path":"/on","value":false},{"op":"add","path":"/tags/0","value":"a"}]
  ///
  /// A patch alone cannot be inverted: it does not say what it removes and replaces. The inverse gives a document that
  /// is equal to the one before. Elements are back in their places, and members that were replaced keep theirs.
  ///
  /// # The order of members
  ///
  /// A member that was removed comes back as the last one of its object, because RFC 6902 has no place for a member. So
  /// that the order is that of the document again, the inverse then removes the members that belong behind it and adds
  /// them again, or replaces the object, whichever takes fewer bytes. Where the order means nothing, as in all of
  /// LaunchDarkly's API, it is better left alone: with `restoringMemberOrder` off the inverse is as small as the patch.
  ///
  /// - Parameters:
  ///   - document: The document before the patch is applied.
  ///   - tests: Whether each operation of the inverse comes after a `test` that requires the value that it does away
  ///     with, or the neighbour of an element that it brings back, so that the inverse fails where somebody else has
  ///     made a change since. That a member is not there cannot be required by RFC 6902.
  ///   - restoringMemberOrder: Whether the members of all objects come back in their order.
  ///   - limits: How much the patch may do.
  /// - Returns: The inverse; it is empty if the patch changes nothing.
  /// - Throws: ``JSONPatchError`` if the patch cannot be applied to the document.
  /// - Complexity: As applying the patch, and O(*n*) for *n* bytes of what it removes and replaces; of the whole document
  ///   if a member is removed or moved away and the order is restored.
  public func inverted(
    on document: JSON, tests: Bool = false, restoringMemberOrder: Bool = true,
    limits: Limits = .default
  ) throws(JSONPatchError) -> JSONPatch {
    var copy = document
    return try copy.applyRecordingInverse(
      self, tests: tests, restoringMemberOrder: restoringMemberOrder, limits: limits)
  }
}

extension JSON {
  /// Applies a patch in place, and returns the patch that takes it back.
  ///
  /// - Parameters:
  ///   - patch: The patch.
  ///   - tests: Whether the inverse guards itself; see
  ///     ``JSONPatch/inverted(on:tests:restoringMemberOrder:limits:)``.
  ///   - restoringMemberOrder: Whether the members of all objects come back in their order. If not, the inverse takes no
  ///     pass of its own, whatever the patch.
  ///   - limits: How much the patch may do.
  /// - Returns: The inverse.
  /// - Throws: ``JSONPatchError``; then the document is what it was before.
  /// - Complexity: As ``apply(_:limits:)-(JSONPatch,_)``, and O(*n*) for *n* bytes of what the patch removes and replaces; of the whole
  ///   document if a member is removed or moved away and the order is restored.
  public mutating func applyRecordingInverse(
    _ patch: JSONPatch, tests: Bool = false, restoringMemberOrder: Bool = true,
    limits: JSONPatch.Limits = .default
  ) throws(JSONPatchError) -> JSONPatch {
    var recorder = InverseRecorder(patch, copyBudget: limits.copiedBytes, tests: tests)
    var spelling = Spelling()
    leaveGarbageBehind()
    // Held only where it may be needed: what somebody else holds is copied before it is changed.
    let mayRemove = patch.contains { $0.kind == .remove || $0.kind == .move }
    let original: JSON? = restoringMemberOrder && mayRemove ? self : .none
    try perform(patch, limits: limits, suggestingBy: &spelling) {
      (operation, editor) throws(OperationPerformer.Failure) in
      try recorder.perform(operation, in: &editor)
    }
    let hasRemovedMembers = recorder.hasRemovedMembers
    var inverse = recorder.inverse()
    guard let original, hasRemovedMembers else { return JSONPatch(inverse) }
    let restored = try applying(JSONPatch(inverse), limits: .unlimited)
    let order = MemberOrder.operations(from: restored, to: original, tests: tests)
    // The guards that come with them must not be left out.
    if !tests {
      for operation in order.prefix(Self.supersedingLimit) where operation.kind == .replace {
        inverse = inverse.superseded(byReplacing: operation.path)
      }
    }
    return JSONPatch(inverse + order)
  }

  /// How many of the operations that restore an order may make others superfluous: all operations are looked at for each.
  private static let supersedingLimit = 16
}
