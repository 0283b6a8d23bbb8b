public import JSONPatching

extension PatchProfile {
  /// The patch that makes as much of a new document of an old one as this profile accepts.
  ///
  /// ```swift
  /// let old = try JSON(parsing: #"{"name": "Import", "tags": [], "version": 4}"#)
  /// let new = try JSON(parsing: #"{"name": "Flags", "tags": ["eu"], "version": 5}"#)
  /// let difference = PatchProfile.flagImportConfiguration.difference(from: old, to: new)
  ///
  /// difference.patch                // replace /name, add /tags/0
  /// difference.omissions[0].pointer // /version
  /// difference.omissions[0].reason  // server-managed
  /// ```
  ///
  /// Applied to `old`, the patch gives what `new` has wherever the profile lets it be changed, and what `old` has
  /// everywhere else. ``preview(_:of:isStrict:limits:)`` accepts it, always.
  ///
  /// A difference is as small as the members of objects and the elements of arrays allow: of an object with one value
  /// that the profile refuses, everything else is changed. What is left out is in
  /// ``Difference/omissions``: what the profile calls read-only or does not know, values of a wrong type,
  /// and masks in the place of secrets, which the API shows and nobody means to write.
  ///
  /// - Parameters:
  ///   - old: The resource as the server returned it.
  ///   - new: The resource as somebody wants it to be.
  ///   - options: What the patch may be made of; `move` and `copy` only if the resource documents them. A `test` never
  ///     compares a secret.
  ///   - isStrict: Whether only rules that the endpoint's description states count as permissions.
  /// - Returns: The patch, and what it leaves out.
  /// - Complexity: As the difference of the documents, and for each difference the number of rules.
  public func difference(
    from old: JSON, to new: JSON, options: JSONPatch.DifferenceOptions = .default,
    isStrict: Bool = false
  ) -> Difference {
    var search = DifferenceSearch(from: old, to: new, by: self, options, isStrict: isStrict)
    return search.difference()
  }
}
