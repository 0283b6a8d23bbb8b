extension JSON {
  /// The value that a pointer leads to ([RFC 6901 section 4](https://www.rfc-editor.org/rfc/rfc6901#section-4)).
  ///
  ///     try flag.value(at: "/variations/0/value")
  ///
  /// - Parameter pointer: The pointer.
  /// - Returns: The value.
  /// - Throws: ``JSONPointer/ResolutionError``, which says how far the pointer got and why no further.
  /// - Complexity: O(*t*) for *t* tokens, with the cost of an access by name or by index for each.
  public func value(at pointer: JSONPointer) throws(JSONPointer.ResolutionError) -> JSON {
    let tree = Tree(storage)
    do throws(FailedStep) {
      return JSON(storage, try tree.locate(pointer, from: ref).value)
    } catch {
      var spelling = Spelling()
      throw JSONPointer.ResolutionError(error, of: pointer, from: ref, in: tree, by: &spelling)
    }
  }
}

extension Tree {
  /// Follows a pointer to a value that exists.
  func locate(_ pointer: JSONPointer, from root: NodeRef) throws(FailedStep) -> Location {
    try pointer.text.withTextSlice { (bytes) throws(FailedStep) in try locate(bytes, from: root) }
  }
}
