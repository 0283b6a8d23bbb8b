extension JSON {
  /// The value of a member; `nil` if there is none, or if this is no object.
  ///
  /// Setting adds a member after the others or exchanges the value of an existing one, which keeps its
  /// place; setting `nil` removes it. Members of members are changed in place, and nothing is copied:
  ///
  ///     flag["defaults"]?["onVariation"] = 1
  ///
  /// Where this is no object there is no place for a member, and setting changes nothing.
  ///
  /// - Parameter name: The name, compared by code points; of duplicates the last one is meant.
  /// - Complexity: O(*m*) for *m* members up to some dozens, O(1) for more.
  public subscript(name: String) -> JSON? {
    get { Tree(storage).member(named: name, of: ref).map { JSON(storage, $0.value) } }
    set { assign(newValue, at: place(named: name)) }
    _modify {
      var loan = lend(place(named: name))
      // Even if whoever has the part throws.
      defer { takeBack(&loan) }
      yield &loan.value
    }
  }

  /// The element at an index; `nil` if there is none, or if this is no array.
  ///
  /// Setting exchanges the element, or appends one if the index is the number of elements; setting
  /// `nil` removes the element. At any other index, and where this is no array, there is no place for an element, and
  /// setting changes nothing.
  ///
  /// - Parameter index: The index, from 0.
  /// - Complexity: O(log *e*) after *e* edits; see ``Elements``.
  public subscript(index: Int) -> JSON? {
    get {
      guard let array, array.indices.contains(index) else { return Optional.none }
      return array[index]
    }
    set { assign(newValue, at: place(index)) }
    _modify {
      var loan = lend(place(index))
      // Even if whoever has the part throws.
      defer { takeBack(&loan) }
      yield &loan.value
    }
  }

  /// The value that a pointer leads to; `nil` if it leads nowhere.
  ///
  /// Setting exchanges the value, or adds it where the container exists (`-` appends to an array); setting `nil`
  /// removes it. Where the container does not exist there is no place for a value, and setting changes nothing; nor can
  /// a whole document be removed. Use ``value(at:)``, ``setValue(_:at:)`` and ``removeValue(at:)`` to learn why a
  /// pointer leads nowhere.
  ///
  /// - Parameter pointer: The pointer.
  /// - Complexity: O(*t*) for *t* tokens, with the cost of an access by name or by index for each.
  public subscript(pointer: JSONPointer) -> JSON? {
    get { node(at: pointer).map { JSON(storage, $0) } }
    set { assign(newValue, at: pointer) }
    _modify {
      var loan = lend(pointer)
      // Even if whoever has the part throws.
      defer { takeBack(&loan) }
      yield &loan.value
    }
  }

  /// Where a member is or would be, if this is an object.
  private func place(named name: String) -> JSONPointer? {
    kind == .object ? JSONPointer.root.appending(name) : nil
  }

  /// Where an element is or would be, if this is an array.
  private func place(_ index: Int) -> JSONPointer? {
    kind == .array ? JSONPointer.root.appending(index) : nil
  }

  private func node(at pointer: JSONPointer) -> NodeRef? {
    Tree(storage).node(at: pointer, below: ref)
  }

  /// Sets or removes a value; where there is no place for it, nothing happens.
  private mutating func assign(_ value: JSON?, at pointer: JSONPointer?) {
    guard let pointer else { return }
    if let value {
      try? put(value, at: pointer)
    } else if node(at: pointer) != nil {
      try? remove(at: pointer)
    }
  }

  // MARK: In-place access to a part

  /// A part of a document that somebody changes while the document waits.
  private struct Loan {
    var value: JSON?
    /// Where the part belongs; `nil` if that is nowhere.
    let pointer: JSONPointer?
    let ref: NodeRef
    /// What the part had been lent; `nil` if that has ended, or if the part is a copy.
    weak var storage: EditedStorage?
  }

  private mutating func lend(_ pointer: JSONPointer?) -> Loan {
    guard let pointer, let part = node(at: pointer) else {
      return Loan(value: nil, pointer: pointer, ref: .none, storage: nil)
    }
    // A value is no part of itself: a copy of it is edited, and takes its place.
    guard part != ref else { return Loan(value: self, pointer: pointer, ref: part, storage: nil) }
    let lent = EditedStorage(borrowingEditsOf: takeEdits())
    return Loan(value: JSON(lent, part), pointer: pointer, ref: part, storage: lent)
  }

  private mutating func takeBack(_ loan: inout Loan) {
    if let value = loan.value, isEdited(value, of: loan) {
      self = value
      return
    }
    // Held here, so that nobody else can be the last one to let it go.
    let lent = loan.storage
    let isOurs = lent != nil && loan.value?.storage === lent
    let part = loan.value?.ref ?? .none
    var replacement = isOurs ? nil : loan.value
    loan.value = nil
    if let lent, let own = storage as? EditedStorage { own.endLoan(of: lent) }
    if isOurs {
      guard part != loan.ref else { return }
      // The borrower exchanged the part as a whole. A copy, since leaving garbage behind renumbers the nodes.
      replacement = Tree(storage).detached(part)
    }
    assign(replacement, at: loan.pointer)
  }

  /// Whether a value is this one as it was lent as a whole, with edits or without.
  private func isEdited(_ value: JSON, of loan: Loan) -> Bool {
    guard loan.ref == ref, value.storage.parsed === storage.parsed else { return false }
    return ref == storage.root ? value.ref == value.storage.root : value.ref == ref
  }
}
