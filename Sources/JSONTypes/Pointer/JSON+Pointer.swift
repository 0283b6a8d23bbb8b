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

  /// Puts a value where a pointer leads: in the place of another, as a new member, or after the last element.
  ///
  ///     try flag.setValue(true, at: "/environments/test/on")
  ///     try flag.setValue("beta", at: "/tags/-")
  ///
  /// An element that exists is exchanged; nothing is inserted before it. On failure the document stays as it is.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - pointer: The pointer to the place, whose container must exist.
  /// - Throws: ``JSONPointer/ResolutionError``, which says how far the pointer got and why no further.
  /// - Complexity: O(*t*) for *t* tokens, and O(*n*) for *n* bytes of the value.
  public mutating func setValue(
    _ value: JSON, at pointer: JSONPointer
  ) throws(JSONPointer.ResolutionError) {
    do {
      try put(value, at: pointer)
    } catch {
      throw explanation(of: error, at: pointer)
    }
  }

  /// Removes the value that a pointer leads to from its container.
  ///
  ///     try flag.removeValue(at: "/tags/0")
  ///
  /// On failure the document stays as it is.
  ///
  /// - Parameter pointer: The pointer.
  /// - Throws: ``JSONPointer/ResolutionError``, which says how far the pointer got and why no further; also for a
  ///   pointer to the whole document, which cannot be removed.
  /// - Complexity: O(*t*) for *t* tokens, with the cost of an access by name or by index for each.
  public mutating func removeValue(
    at pointer: JSONPointer
  ) throws(JSONPointer.ResolutionError) {
    do {
      try remove(at: pointer)
    } catch {
      throw explanation(of: error, at: pointer)
    }
  }

  /// Does what ``setValue(_:at:)`` does, and fails without an explanation.
  mutating func put(_ value: JSON, at pointer: JSONPointer) throws {
    try edit { editor in
      try pointer.text.withTextSlice { text in
        if let found = try? editor.locate(text) {
          try editor.replace(found, with: editor.graft(value))
        } else {
          let target = try editor.target(text)
          try editor.add(editor.graft(value), at: target)
        }
      }
    }
  }

  /// Does what ``removeValue(at:)`` does, and fails without an explanation.
  mutating func remove(at pointer: JSONPointer) throws {
    try edit { editor in
      try pointer.text.withTextSlice { try editor.remove(editor.locate($0)) }
    }
  }

  private func explanation(
    of error: any Error, at pointer: JSONPointer
  ) -> JSONPointer.ResolutionError {
    if let step = error as? FailedStep {
      var spelling = Spelling()
      return JSONPointer.ResolutionError(
        step, of: pointer, from: ref, in: Tree(storage), by: &spelling)
    }
    return JSONPointer.ResolutionError(error as? EditFailure ?? .noRoom, of: pointer)
  }
}

extension Tree {
  /// The value that a pointer leads to, if there is one.
  package func node(at pointer: JSONPointer, below root: NodeRef) -> NodeRef? {
    try? locate(pointer, from: root).value
  }

  /// Follows a pointer to a value that exists.
  func locate(_ pointer: JSONPointer, from root: NodeRef) throws(FailedStep) -> Location {
    try pointer.text.withTextSlice { (bytes) throws(FailedStep) in try locate(bytes, from: root) }
  }
}
