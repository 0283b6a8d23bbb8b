extension JSON {
  /// The value of a member; `nil` if there is none, or if this is no object.
  ///
  /// Setting adds a member after the others or exchanges the value of an existing one, which keeps its
  /// place; setting `nil` removes it. Members of members are changed in place, and nothing is copied:
  ///
  ///     flag["defaults"]?["onVariation"] = 1
  ///
  /// - Parameter name: The name, compared by code points; of duplicates the last one is meant.
  /// - Precondition: To set a value, this must be an object.
  /// - Complexity: O(*m*) for *m* members up to some dozens, O(1) for more.
  public subscript(name: String) -> JSON? {
    get { kind == .object ? self[JSONPointer.root.appending(name)] : nil }
    set {
      precondition(kind == .object, "only an object has members")
      self[JSONPointer.root.appending(name)] = newValue
    }
    _modify {
      precondition(kind == .object, "only an object has members")
      var loan = lend(JSONPointer.root.appending(name))
      // Even if whoever has the part throws.
      defer { takeBack(&loan) }
      yield &loan.value
    }
  }

  /// The element at an index; `nil` if there is none, or if this is no array.
  ///
  /// Setting exchanges the element, or appends one if the index is the number of elements; setting
  /// `nil` removes the element.
  ///
  /// - Parameter index: The index, from 0.
  /// - Precondition: To set a value, this must be an array with at least `index` elements.
  /// - Complexity: O(log *e*) after *e* edits; see ``Elements``.
  public subscript(index: Int) -> JSON? {
    get { kind == .array ? self[JSONPointer.root.appending(index)] : nil }
    set {
      precondition(kind == .array, "only an array has elements")
      self[JSONPointer.root.appending(index)] = newValue
    }
    _modify {
      precondition(kind == .array, "only an array has elements")
      var loan = lend(JSONPointer.root.appending(index))
      // Even if whoever has the part throws.
      defer { takeBack(&loan) }
      yield &loan.value
    }
  }

  /// The value that a pointer leads to; `nil` if it leads nowhere.
  ///
  /// Setting exchanges the value, or adds it where the container exists (`-` appends to an array); setting `nil`
  /// removes it. Use ``value(at:)`` to learn why a pointer leads nowhere.
  ///
  /// - Parameter pointer: The pointer.
  /// - Precondition: To set a value, its container must exist; a whole document cannot be removed.
  /// - Complexity: O(*t*) for *t* tokens.
  public subscript(pointer: JSONPointer) -> JSON? {
    get {
      node(at: pointer).map { JSON(storage, $0) }
    }
    set { set(newValue, at: pointer) }
    _modify {
      var loan = lend(pointer)
      // Even if whoever has the part throws.
      defer { takeBack(&loan) }
      yield &loan.value
    }
  }

  private mutating func set(_ value: JSON?, at pointer: JSONPointer) {
    do {
      try edit { editor in
        try pointer.text.withTextSlice { bytes in
          if let found = try? editor.locate(bytes) {
            if let value {
              try editor.replace(found, with: editor.graft(value))
            } else {
              try editor.remove(found)
            }
          } else if let value {
            let target = try editor.target(bytes)
            try editor.add(editor.graft(value), at: target)
          }
        }
      }
    } catch {
      preconditionFailure("cannot set a value at \"\(pointer)\"")
    }
  }

  // MARK: In-place access to a part

  /// A part of a document that somebody changes while the document waits.
  private struct Loan {
    var value: JSON?
    let pointer: JSONPointer
    let ref: NodeRef
    weak var storage: Storage?
  }

  private mutating func lend(_ pointer: JSONPointer) -> Loan {
    guard let part = node(at: pointer) else {
      return Loan(value: nil, pointer: pointer, ref: .none, storage: nil)
    }
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: storage) }
    let lent = Storage(borrowingEditsOf: storage)
    return Loan(value: JSON(lent, part), pointer: pointer, ref: part, storage: lent)
  }

  private func node(at pointer: JSONPointer) -> NodeRef? {
    try? Tree(storage).locate(pointer, from: ref).value
  }

  private mutating func takeBack(_ loan: inout Loan) {
    let isOurs = loan.value.map { $0.storage === loan.storage } ?? false
    let part = loan.value?.ref ?? .none
    let replacement = isOurs ? nil : loan.value
    // The last one to hold what was lent gives the edits back.
    loan.value = nil
    if let survivor = loan.storage { storage.endLoan(of: survivor) }
    if isOurs {
      if part != loan.ref { exchange(loan.pointer, for: part) }
    } else if loan.ref != .none || replacement != nil {
      set(replacement, at: loan.pointer)
    }
  }

  /// Puts another node of the same storage into a place.
  private mutating func exchange(_ pointer: JSONPointer, for part: NodeRef) {
    do {
      try edit { editor in
        try pointer.text.withTextSlice { bytes in
          let value = Arrival(ref: part, heightBound: editor.tree.depthBound)
          try editor.replace(editor.locate(bytes), with: value)
        }
      }
    } catch {
      preconditionFailure("cannot set a value at \"\(pointer)\"")
    }
  }
}
