/// The operations of a patch; each says whether it could be carried out, and leaves everything as it is if not.
extension SplicedText {
  /// Whether the value that a pointer leads to equals one of the patch, as far as that can be told here.
  package func hasValue(equalTo value: NodeRef, at pointer: CompiledPointer) -> Bool {
    guard let place = place(of: pointer), place.child != .none,
      isUntouched(range(of: place.child))
    else { return false }
    return tree.isEqual(place.child, to: value, of: patch)
  }

  /// Puts a scalar in the place of a value.
  package mutating func replace(_ pointer: CompiledPointer, with value: NodeRef) -> Bool {
    guard let place = place(of: pointer), place.child != .none else { return false }
    return splice(Splice(change: .exchange, value: value, range: range(of: place.child)))
  }

  /// Adds a scalar as a member or an element, or exchanges the member that there is.
  package mutating func add(_ value: NodeRef, at pointer: CompiledPointer) -> Bool {
    // What an empty container would look like is the concern of others.
    guard let place = place(of: pointer), place.node.span > 1 else { return false }
    let container = place.container
    if place.node.kind == .object {
      guard place.child == .none else {
        return splice(Splice(change: .exchange, value: value, range: range(of: place.child)))
      }
      guard place.token.isPlain else { return false }
      let end = startOfTail(of: place.node)
      return splice(
        Splice(
          change: .newMember, container: container, value: value, pointer: pointer.string,
          range: end..<end))
    }
    guard let index = place.index else { return false }
    guard index < tree.originalCount(of: container, place.node) else {
      let end = startOfTail(of: place.node)
      return splice(
        Splice(change: .lastElement, container: container, value: value, range: end..<end))
    }
    let start =
      index == 0
      ? tree[place.child].offset
      : tree[tree.originalChild(index - 1, of: container, place.node)].end
    return splice(
      Splice(
        change: index == 0 ? .firstElement : .element, container: container, value: value,
        range: start..<start))
  }

  /// Leaves out a member or an element.
  package mutating func remove(_ pointer: CompiledPointer) -> Bool {
    guard let place = place(of: pointer), place.child != .none else { return false }
    let container = place.container
    let change: Splice.Change = place.index == nil ? .removedMember : .removedElement
    let range =
      tree.originalCount(of: container, place.node) == 1
      ? place.node.offset + 1..<place.node.end - 1 : rangeOfRemoval(of: place)
    return splice(Splice(change: change, container: container, range: range))
  }

  /// Where a child that is not the only one stands with one of the commas beside it.
  private func rangeOfRemoval(of place: Place) -> Range<UInt32> {
    let child = tree[place.child]
    let next = place.child.advanced(by: child.span)
    if let index = place.index {
      guard index > 0 else { return child.offset..<tree[next].offset }
      return tree[tree.originalChild(index - 1, of: place.container, place.node)].end..<child.end
    }
    let name = NodeRef(rawValue: place.child.rawValue - 1)
    let start = tree[name].offset
    // The next member takes the place of the first one.
    guard name != place.container.advanced(by: 1) else { return start..<tree[next].offset }
    let text = tree.parsed.text
    let comma = text.startOfWhitespace(before: start) - 1
    return text.startOfWhitespace(before: comma)..<child.end
  }

  // MARK: Values

  /// Whether a value of the patch is written in the same way everywhere.
  package func isScalar(_ value: NodeRef) -> Bool { !patch[value].isContainer }

  /// Where the white space behind the last child of a container begins.
  private func startOfTail(of node: Node) -> UInt32 {
    tree.parsed.text.startOfWhitespace(before: node.end - 1)
  }

  // MARK: Places

  /// A place in a container of the text.
  private struct Place {
    var container: NodeRef
    var node: Node
    /// What is there; ``NodeRef/none`` if there is nothing yet.
    var child: NodeRef
    /// The index in an array, at most the number of its elements.
    var index: Int?
    /// The name in an object.
    var token: TextSlice
  }

  /// Follows a pointer of the patch; `nil` also if it is written in an unusual way.
  private func place(of pointer: CompiledPointer) -> Place? {
    let shape = pointer.shape
    let string = patch[pointer.string]
    guard !shape.isRoot, !shape.isEscaped, !string.flags.contains(.escaped) else { return nil }
    let text = patch.content(of: string)
    var container = NodeRef(parsed: 0)
    var node = tree[container]
    var tokens = PointerTokens(shape.parent(text), from: 0, areEscaped: false)
    while !tokens.isAtEnd {
      let token = tokens.next()
      if node.kind == .object {
        guard let hit = tree.member(Name(token), of: container, node), !hit.hasDuplicates
        else { return nil }
        container = hit.value
      } else {
        guard node.kind == .array, let index = JSONPointer.arrayIndex(token),
          let element = tree.existingElement(index, of: container, node)
        else { return nil }
        container = element
      }
      node = tree[container]
    }
    return place(shape, text, in: container, node)
  }

  private func place(
    _ shape: PointerShape, _ text: TextSlice, in container: NodeRef, _ node: Node
  ) -> Place? {
    let token = shape.lastToken(text)
    var place = Place(container: container, node: node, child: .none, token: token)
    if node.kind == .object {
      if let hit = tree.member(Name(token), of: container, node) {
        guard !hit.hasDuplicates else { return nil }
        place.child = hit.value
      }
      return place
    }
    guard node.kind == .array else { return nil }
    let count = tree.originalCount(of: container, node)
    guard let index = shape.isDash ? count : shape.index, index <= count else { return nil }
    place.index = index
    if index < count { place.child = tree.originalChild(index, of: container, node) }
    return place
  }
}
