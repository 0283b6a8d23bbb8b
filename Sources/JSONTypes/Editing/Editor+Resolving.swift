extension Editor {
  /// Finds the value that a pointer leads to; the pointer is a string of another document.
  package mutating func locate(
    _ pointer: CompiledPointer, of source: Tree
  ) throws(FailedStep) -> Found {
    guard !pointer.shape.isRoot else { return Found(container: root, slot: .root, depth: 0) }
    var text: TextSlice?
    let end = try end(of: pointer, in: source, &text)
    return try locate(in: end, pointer.shape, text ?? source.content(of: source[pointer.string]))
  }

  /// Finds the place that an addition goes to; the pointer is a string of another document.
  package mutating func target(
    _ pointer: CompiledPointer, of source: Tree
  ) throws(FailedStep) -> Target {
    guard !pointer.shape.isRoot else { return Target(container: root, slot: .root, depth: 0) }
    var text: TextSlice?
    let end = try end(of: pointer, in: source, &text)
    return try target(in: end, pointer.shape, text ?? source.content(of: source[pointer.string]))
  }

  /// Finds the value that a pointer leads to; what is found is used before the text of the pointer is gone.
  mutating func locate(_ pointer: TextSlice) throws(FailedStep) -> Found {
    defer { trail.reset() }
    let shape = PointerShape(wellFormed: pointer)
    guard !shape.isRoot else { return Found(container: root, slot: .root, depth: 0) }
    return try locate(in: try end(of: pointer, shape, .none), shape, pointer)
  }

  /// Finds the place that an addition goes to; the place is used before the text of the pointer is gone.
  mutating func target(_ pointer: TextSlice) throws(FailedStep) -> Target {
    defer { trail.reset() }
    let shape = PointerShape(wellFormed: pointer)
    guard !shape.isRoot else { return Target(container: root, slot: .root, depth: 0) }
    return try target(in: try end(of: pointer, shape, .none), shape, pointer)
  }

  /// Finds the container of the place that a pointer leads to.
  ///
  /// Its text is only looked for if the pointer before does not lead into the same one; a pointer that shares its way
  /// with it has a string without escapes.
  @inline(__always)
  private mutating func end(
    of pointer: CompiledPointer, in source: Tree, _ text: inout TextSlice?
  ) throws(FailedStep) -> Trail.End {
    if let end = trail.end(ofSibling: pointer, in: source.storage) { return end }
    let whole = self.text(of: pointer, in: source)
    text = whole
    return try end(of: whole, pointer.shape, pointer)
  }

  /// The text of a pointer, kept alive by the trail.
  @inline(__always)
  private mutating func text(of pointer: CompiledPointer, in source: Tree) -> TextSlice {
    let node = source[pointer.string]
    guard !node.flags.contains(.escaped) else { return decodedText(of: node, in: source) }
    trail.keep(source.storage)
    return source.content(of: node)
  }

  @inline(never)
  private mutating func decodedText(of node: Node, in source: Tree) -> TextSlice {
    let tape = source.withDecodedContent(of: node) { Tape(text: $0) }
    trail.keep(tape)
    return tape.view.text
  }

  // MARK: Values

  /// Where a value was found.
  package struct Found {
    let container: NodeRef
    let slot: Slot
    package let depth: Int

    /// The index, if the value is an element of an array.
    package var index: Int? { if case .element(let index) = slot { index } else { nil } }
  }

  @inline(__always)
  private mutating func locate(
    in end: Trail.End, _ shape: PointerShape, _ pointer: @autoclosure () -> TextSlice
  ) throws(FailedStep) -> Found {
    let (container, depth) = end
    let slot: Slot
    if let count = elementCount(of: container) {
      guard let index = shape.index else {
        throw FailedStep(shape.isDash ? .dash : .indexSyntax, container, depth)
      }
      guard index < count else { throw FailedStep(.indexOutOfRange, container, depth) }
      slot = .element(index)
    } else {
      let node = tree[container]
      guard node.kind == .object else { throw FailedStep(.notAContainer, container, depth) }
      let token = shape.lastToken(pointer())
      guard let hit = member(token, isEscaped: shape.isEscaped, of: container, node) else {
        throw FailedStep(.memberMissing, container, depth)
      }
      slot = .member(hit)
    }
    return Found(container: container, slot: slot, depth: depth &+ 1)
  }

  /// The value that was found, as long as no edit has come in between.
  package func value(of found: Found) -> NodeRef {
    switch found.slot {
    case .root: root
    case .member(let hit): hit.value
    case .element(let index): tree.element(index, of: found.container)
    }
  }

  // MARK: Places

  /// The place that an addition goes to.
  package struct Target {
    enum Slot {
      case root
      case member(Tree.Hit)
      /// A name that the object does not have yet, as it stands in a pointer.
      case newMember(TextSlice, isEscaped: Bool)
      case element(Int)
    }
    let container: NodeRef
    let slot: Slot
    let depth: Int

    /// The index of the element to be, if the place is in an array.
    package var index: Int? { if case .element(let index) = slot { index } else { nil } }

    /// The value that is there now and will not be there any more.
    package func replacedValue(root: NodeRef) -> NodeRef? {
      switch slot {
      case .root: root
      case .member(let hit): hit.value
      case .newMember, .element: nil
      }
    }
  }

  @inline(__always)
  private mutating func target(
    in end: Trail.End, _ shape: PointerShape, _ pointer: @autoclosure () -> TextSlice
  ) throws(FailedStep) -> Target {
    let (container, depth) = end
    let slot: Target.Slot
    if let count = elementCount(of: container) {
      guard let index = shape.isDash ? count : shape.index else {
        throw FailedStep(.indexSyntax, container, depth)
      }
      guard index <= count else { throw FailedStep(.indexOutOfRange, container, depth) }
      slot = .element(index)
    } else {
      let node = tree[container]
      guard node.kind == .object else { throw FailedStep(.notAContainer, container, depth) }
      let token = shape.lastToken(pointer())
      if let hit = member(token, isEscaped: shape.isEscaped, of: container, node) {
        slot = .member(hit)
      } else {
        slot = .newMember(token, isEscaped: shape.isEscaped)
      }
    }
    return Target(container: container, slot: slot, depth: depth &+ 1)
  }
}
