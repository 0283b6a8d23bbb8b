public import JSONTypes

extension JSON {
  /// The patch that makes this value of another one.
  ///
  ///     let old: JSON = ["on": false, "tags": ["a", "b"]]
  ///     let new: JSON = ["on": true, "tags": ["b"]]
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
    guard options.ignoring.isEmpty else {
      return JSONPatch.difference(between: Masking(old: old, new: self, options.ignoring), options)
    }
    return JSONPatch.difference(from: old.flattened, to: flattened, pinned: [], options)
  }
}
