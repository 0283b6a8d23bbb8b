public import JSONPatching

extension PatchProfile {
  /// The statuses with which the server would probably answer a patch that has such an error.
  ///
  /// What cannot be understood or applied is documented as 400 and as 422, and both were seen; of the
  /// two, those are named that the description of this endpoint lists.
  ///
  /// - Parameter code: The code of an error.
  /// - Returns: Nothing where nothing is known: for a test that fails no status is documented, and limits are
  ///   our own.
  /// - Complexity: O(*s*) for *s* documented statuses.
  public func probableStatuses(for code: JSONPatch.Code) -> [Endpoint.Status] {
    let unknown: [JSONPatch.Code] = [.testFailed, .limitExceeded]
    guard !unknown.contains(code) else { return [] }
    return endpoint.statuses.filter { [400, 422].contains($0.code) }
  }
}
