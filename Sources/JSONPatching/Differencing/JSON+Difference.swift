public import JSONTypes

extension JSON {
  /// The patch that makes this value of another one.
  ///
  ///     let name: JSON = "The new checkout, for a part of the users"
  ///     let old: JSON = ["name": name, "on": false, "tags": ["a", "b"]]
  ///     let new: JSON = ["name": name, "on": true, "tags": ["b"]]
  ///     new.difference(from: old)
  ///     // [{"op":"replace","path":"/on","value":true},{"op":"remove","path":"/tags/0"}]
  ///
  /// Applied to `old`, the patch always gives a value that is equal to this one, except below what `options` ignore.
  /// The same values and options always give the same patch.
  ///
  /// # What is minimal
  ///
  /// A value is replaced as a whole where that takes fewer bytes than editing it. Elements of arrays are matched so
  /// that the whole costs least, which is exact for small arrays. Large ones are first divided at a longest common
  /// subsequence; for arrays that have little in common that search stops at the best division found with a bounded
  /// amount of work, so that the patch may be larger than necessary, but never wrong. Values that nest
  /// more than 256 containers deep are replaced as a whole.
  ///
  /// - Parameters:
  ///   - old: The value that the patch is to be applied to.
  ///   - options: What the patch may be made of.
  /// - Returns: The patch; it is empty if the values are equal.
  /// - Complexity: O(*n*) for *n* bytes of both values, and for arrays of *m* elements with *d* differences
  ///   O(*m* · *d*), where *d* counts for no more than some hundreds. The space is linear.
  public func difference(
    from old: JSON, options: JSONPatch.DifferenceOptions = .default
  ) -> JSONPatch {
    difference(from: old, options: options, editing: [], replacing: [])
  }

  /// The patch that makes this value of another one, as far as somebody else decides how.
  ///
  /// - Parameters:
  ///   - old: The value that the patch is to be applied to.
  ///   - options: What the patch may be made of.
  ///   - edited: The containers of `old` that must not be replaced as a whole.
  ///   - replaced: The containers of `old` in which nothing may be edited.
  /// - Returns: The patch.
  package func difference(
    from old: JSON, options: JSONPatch.DifferenceOptions, editing edited: Set<JSONPointer>,
    replacing replaced: Set<JSONPointer>
  ) -> JSONPatch {
    let masking = Masking(old: old, new: self, options.ignoring)
    var constraints = DifferenceConstraints(edited: masking.pinned)
    for pointer in edited {
      if let container = masking.old[pointer] { constraints.edited.insert(container.ref) }
    }
    for pointer in replaced {
      if let container = masking.old[pointer] { constraints.replaced.insert(container.ref) }
    }
    return JSONPatch.difference(from: masking.old, to: masking.new, constraints, options)
  }
}
