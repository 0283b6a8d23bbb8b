/// An operation of a patch that may be carried out on the text of a document: it has one place, and at most one value.
@usableFromInline
package struct SplicingOperation {
  @usableFromInline
  package enum Kind {
    case test
    case replace
    case add
    case remove
  }
  @usableFromInline let kind: Kind
  @usableFromInline let pointer: CompiledPointer
  @usableFromInline let value: NodeRef

  @inlinable
  @inline(__always)
  package init(_ kind: Kind, _ pointer: CompiledPointer, _ value: NodeRef) {
    self.kind = kind
    self.pointer = pointer
    self.value = value
  }
}

extension JSON {
  /// More operations than this are left to an editor, which remembers the way of each pointer for the next.
  package static let splicingLimit = 8

  /// Writes the text of a document that has not been edited with the operations of a patch carried out on it.
  ///
  /// - Parameters:
  ///   - patch: Where pointers and values come from.
  ///   - count: How many operations there are.
  ///   - compacts: Whether the white space between tokens is left out.
  ///   - maximumDepth: How deep containers may nest; if the result might nest deeper, that is found out by others.
  ///   - limit: How many bytes the result may have.
  ///   - operation: The operation at an index, or `nil` if it is none of these.
  /// - Returns: `nil` if any of that is not so, if an operation has to do with what another one does, or fails, or if the result has
  ///   more than `limit` bytes.
  package func spliced(
    by patch: JSON, count: Int, compacts: Bool, maximumDepth: Int, limit: Int,
    _ operation: (Int) -> SplicingOperation?
  ) -> [UInt8]? {
    guard ref == NodeRef(parsed: 0), storage.overlay == nil,
      !patch.ref.isAdded, patch.storage.overlay == nil,
      // No value of a patch is as deep as the patch, which has it in an operation.
      storage.parsed.depth + patch.storage.parsed.depth - 2 <= maximumDepth
    else { return nil }
    let tree = Tree(unedited: storage)
    let patch = Tree(unedited: patch.storage)
    var splices = Splices()
    for index in 0..<count {
      guard let operation = operation(index), splices.perform(operation, from: patch, in: tree)
      else { return nil }
    }
    return splices.write(in: tree, from: patch, compacts: compacts, limit: limit)
  }
}

/// The operations of a patch; each says whether it could be carried out, and leaves everything as it is if not.
extension Splices {
  @inline(__always)
  fileprivate mutating func perform(
    _ operation: SplicingOperation, from patch: Tree, in tree: Tree
  ) -> Bool {
    guard let place = tree.place(of: operation.pointer, from: patch) else { return false }
    switch operation.kind {
    case .test:
      return place.child != .none && isUntouched(tree.range(of: place.child), in: tree)
        && tree.isEqual(place.child, to: operation.value, of: patch)
    case .remove:
      return place.child != .none && remove(place, in: tree)
    case .replace:
      guard place.child != .none else { return false }
      return exchange(place.child, for: operation.value, in: tree)
    case .add:
      return add(operation.value, at: place, operation.pointer, in: tree)
    }
  }

  /// Puts a value in the place of another.
  @inline(__always)
  private mutating func exchange(_ old: NodeRef, for value: NodeRef, in tree: Tree) -> Bool {
    insert(Splice(neighbour: old, value: value, range: tree.range(of: old)), in: tree)
  }

  /// Adds a value as a member or an element, or exchanges the member that there is.
  @inline(__always)
  private mutating func add(
    _ value: NodeRef, at place: TextPlace, _ pointer: CompiledPointer, in tree: Tree
  ) -> Bool {
    // What an empty container would look like is the concern of others.
    guard place.node.span > 1 else { return false }
    let container = place.container
    if place.node.kind == .object {
      guard place.child == .none else { return exchange(place.child, for: value, in: tree) }
      guard place.token.isPlain else { return false }
      let end = tree.startOfTail(of: place.node)
      return insert(
        Splice(
          change: .newMember, container: container, value: value, pointer: pointer.string,
          range: end..<end), in: tree)
    }
    guard let index = place.index else { return false }
    guard index < tree.originalCount(of: container, place.node) else {
      let end = tree.startOfTail(of: place.node)
      return insert(
        Splice(change: .lastElement, container: container, value: value, range: end..<end), in: tree
      )
    }
    let neighbour =
      index == 0 ? place.child : tree.originalChild(index - 1, of: container, place.node)
    let start = index == 0 ? tree[neighbour].offset : tree[neighbour].end
    return insert(
      Splice(
        change: index == 0 ? .firstElement : .element, container: container, neighbour: neighbour,
        value: value, range: start..<start), in: tree)
  }

  /// Leaves out a member or an element.
  private mutating func remove(_ place: TextPlace, in tree: Tree) -> Bool {
    let change: Splice.Change = place.index == nil ? .removedMember : .removedElement
    let range =
      tree.originalCount(of: place.container, place.node) == 1
      ? place.node.offset + 1..<place.node.end - 1 : tree.rangeOfRemoval(of: place)
    return insert(Splice(change: change, container: place.container, range: range), in: tree)
  }
}

/// A place in a container of a text.
private struct TextPlace {
  var container: NodeRef
  var node: Node
  /// What is there; ``NodeRef/none`` if there is nothing yet.
  var child: NodeRef
  /// The index in an array, at most the number of its elements.
  var index: Int?
  /// The name in an object.
  var token: TextSlice
}

extension Tree {
  /// Follows a pointer of a patch; `nil` also if it is written in an unusual way.
  @inline(__always)
  fileprivate func place(of pointer: CompiledPointer, from patch: Tree) -> TextPlace? {
    let shape = pointer.shape
    let string = patch[pointer.string]
    guard !shape.isRoot, !shape.isEscaped, !string.flags.contains(.escaped) else { return nil }
    let text = patch.content(of: string)
    var container = NodeRef(parsed: 0)
    var node = self[container]
    var tokens = PointerTokens(shape.parent(text), from: 0, areEscaped: false)
    while !tokens.isAtEnd {
      let token = tokens.next()
      if node.kind == .object {
        guard let child = onlyMember(token, of: container, node), child != .none else { return nil }
        container = child
      } else {
        guard node.kind == .array, let index = JSONPointer.arrayIndex(token),
          let element = existingElement(index, of: container, node)
        else { return nil }
        container = element
      }
      node = self[container]
    }
    return place(shape, text, in: container, node)
  }

  @inline(__always)
  private func place(
    _ shape: PointerShape, _ text: TextSlice, in container: NodeRef, _ node: Node
  ) -> TextPlace? {
    let token = shape.lastToken(text)
    var place = TextPlace(container: container, node: node, child: .none, token: token)
    if node.kind == .object {
      guard let child = onlyMember(token, of: container, node) else { return nil }
      place.child = child
      return place
    }
    guard node.kind == .array else { return nil }
    let count = originalCount(of: container, node)
    guard let index = shape.isDash ? count : shape.index, index <= count else { return nil }
    place.index = index
    if index < count { place.child = originalChild(index, of: container, node) }
    return place
  }

  /// The only member with a name, ``NodeRef/none`` if there is no such member; `nil` if there are several.
  @inline(__always)
  private func onlyMember(_ name: TextSlice, of object: NodeRef, _ node: Node) -> NodeRef? {
    if node.count < ChildIndex.threshold {
      let end = object.index &+ Int(node.span)
      // Names with escapes are looked up below.
      if let found = parsed.onlyName(name, from: object.index &+ 1, to: end) {
        return found == end ? .some(.none) : NodeRef(parsed: found &+ 1)
      }
    }
    guard let hit = member(Name(name), of: object, node) else { return .some(.none) }
    return hit.hasDuplicates ? nil : hit.value
  }

  /// Where the white space behind the last child of a container begins.
  fileprivate func startOfTail(of node: Node) -> UInt32 {
    parsed.text.startOfWhitespace(before: node.end - 1)
  }

  /// Where a child that is not the only one stands with one of the commas beside it.
  fileprivate func rangeOfRemoval(of place: TextPlace) -> Range<UInt32> {
    let child = self[place.child]
    let next = place.child.advanced(by: child.span)
    if let index = place.index {
      guard index > 0 else { return child.offset..<self[next].offset }
      return self[originalChild(index - 1, of: place.container, place.node)].end..<child.end
    }
    let name = NodeRef(rawValue: place.child.rawValue - 1)
    let start = self[name].offset
    // The next member takes the place of the first one.
    guard name != place.container.advanced(by: 1) else { return start..<self[next].offset }
    let comma = parsed.text.startOfWhitespace(before: start) - 1
    return parsed.text.startOfWhitespace(before: comma)..<child.end
  }
}
