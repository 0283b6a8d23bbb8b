extension Editor {
  /// Finds the value that a pointer leads to; the pointer is a string of another document.
  package mutating func locate(
    _ pointer: CompiledPointer, of source: Tree
  ) throws(FailedStep) -> Found {
    try locate(text(of: pointer, in: source), pointer.shape, pointer)
  }

  /// Finds the place that an addition goes to; the pointer is a string of another document.
  package mutating func target(
    _ pointer: CompiledPointer, of source: Tree
  ) throws(FailedStep) -> Target {
    try target(text(of: pointer, in: source), pointer.shape, pointer)
  }

  /// Finds the value that a pointer leads to; what is found is used before the text of the pointer is gone.
  mutating func locate(_ pointer: TextSlice) throws(FailedStep) -> Found {
    defer { trail.reset() }
    return try locate(pointer, PointerShape(wellFormed: pointer), .none)
  }

  /// Finds the place that an addition goes to; the place is used before the text of the pointer is gone.
  mutating func target(_ pointer: TextSlice) throws(FailedStep) -> Target {
    defer { trail.reset() }
    return try target(pointer, PointerShape(wellFormed: pointer), .none)
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
    trail.keep(Storage(parsed: tape))
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
    _ pointer: TextSlice, _ shape: PointerShape, _ compiled: CompiledPointer
  ) throws(FailedStep) -> Found {
    guard !shape.isRoot else { return Found(container: root, slot: .root, depth: 0) }
    let (container, depth) = try parent(of: pointer, shape, compiled)
    let slot: Slot
    switch tree[container].kind {
    case .object:
      let token = shape.lastToken(pointer)
      guard let hit = tree.member(token, isEscaped: shape.isEscaped, of: container) else {
        throw FailedStep(.memberMissing, container, depth)
      }
      slot = .member(hit)
    case .array:
      guard let index = shape.index else {
        throw FailedStep(shape.isDash ? .dash : .indexSyntax, container, depth)
      }
      guard index < elementCount(of: container) else {
        throw FailedStep(.indexOutOfRange, container, depth)
      }
      slot = .element(index)
    default:
      throw FailedStep(.notAContainer, container, depth)
    }
    return Found(container: container, slot: slot, depth: depth + 1)
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
    _ pointer: TextSlice, _ shape: PointerShape, _ compiled: CompiledPointer
  ) throws(FailedStep) -> Target {
    guard !shape.isRoot else { return Target(container: root, slot: .root, depth: 0) }
    let (container, depth) = try parent(of: pointer, shape, compiled)
    let slot: Target.Slot
    switch tree[container].kind {
    case .object:
      let token = shape.lastToken(pointer)
      if let hit = tree.member(token, isEscaped: shape.isEscaped, of: container) {
        slot = .member(hit)
      } else {
        slot = .newMember(token, isEscaped: shape.isEscaped)
      }
    case .array:
      let count = elementCount(of: container)
      guard let index = shape.isDash ? count : shape.index else {
        throw FailedStep(.indexSyntax, container, depth)
      }
      guard index <= count else { throw FailedStep(.indexOutOfRange, container, depth) }
      slot = .element(index)
    default:
      throw FailedStep(.notAContainer, container, depth)
    }
    return Target(container: container, slot: slot, depth: depth + 1)
  }

  // MARK: Walking

  /// Finds the container of the place that a pointer leads to, which is not the whole document.
  @inline(__always)
  private mutating func parent(
    of pointer: TextSlice, _ shape: PointerShape, _ compiled: CompiledPointer
  ) throws(FailedStep) -> (container: NodeRef, depth: Int) {
    if let end = trail.end(ofSibling: compiled) { return end }
    let way = shape.parent(pointer)
    guard way.count > 0 else {
      trail.reset()
      return (root, 0)
    }
    if let end = trail.end(of: way, compiled) { return end }
    let end = try walk(way, isEscaped: shape.isEscaped)
    trail.finish(at: end, compiled)
    return end
  }

  @inline(never)
  private mutating func walk(
    _ way: TextSlice, isEscaped: Bool
  ) throws(FailedStep) -> (container: NodeRef, depth: Int) {
    var (container, depth, position) = trail.start(way, root: root)
    var tokens = PointerTokens(way, from: position, areEscaped: isEscaped)
    while !tokens.isAtEnd {
      let token = tokens.next()
      container = try tree.step(token, isEscaped: isEscaped, from: container, depth: depth).1
      depth += 1
      position = tokens.position
      trail.append(container, position: position, depth: depth)
    }
    return (container, depth)
  }
}
