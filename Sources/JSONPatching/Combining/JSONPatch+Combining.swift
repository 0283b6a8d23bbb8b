public import JSONTypes

extension JSONPatch {
  /// The patch that does what several patches do in turn.
  ///
  /// All of it is one unit: where one of the patches fails, none of them takes effect.
  ///
  /// - Parameter patches: The patches, in the order in which they are applied.
  /// - Returns: All operations in turn.
  /// - Complexity: O(*n*) for *n* bytes of the patches.
  public static func composed(_ patches: some Sequence<JSONPatch>) -> JSONPatch {
    JSONPatch(patches.lazy.flatMap { $0 })
  }

  /// A short patch that does to one document what this one does to it.
  ///
  ///     let patch: JSONPatch = [.add("/a", 1), .replace("/a", 2), .add("/b", 3), .remove("/b")]
  ///     try patch.compacted(on: [:])  // [{"op":"add","path":"/a","value":2}]
  ///
  /// It is the difference between the document before and after, or this patch itself if that is not longer and has no
  /// `test`. What a `test` requires is not kept: see ``DifferenceOptions/tests``.
  ///
  /// - Parameters:
  ///   - document: The document before the patch is applied.
  ///   - options: What the result may be made of.
  ///   - limits: How much this patch may do.
  /// - Returns: The short patch; for any other document it may mean something else.
  /// - Throws: ``JSONPatchError`` if this patch cannot be applied to the document.
  /// - Complexity: That of applying this patch, and of the difference between the two documents.
  public func compacted(
    on document: JSON, options: DifferenceOptions = .default, limits: Limits = .default
  ) throws(JSONPatchError) -> JSONPatch {
    let difference = try document.applying(self, limits: limits)
      .difference(from: document, options: options)
    let isAllowed =
      options.tests == .none && options.ignoring.isEmpty
      && allSatisfy { operation in
        switch operation.kind {
        case .add, .remove, .replace: true
        case .move: options.moves
        case .copy: options.copies
        case .test: false
        }
      }
    guard isAllowed else { return difference }
    return size(options.minimize) <= difference.size(options.minimize) ? self : difference
  }

  private func size(_ objective: DifferenceOptions.Objective) -> Int {
    switch objective {
    case .bytes: json.serialized(as: .compact).count
    case .operations: count
    }
  }
}
