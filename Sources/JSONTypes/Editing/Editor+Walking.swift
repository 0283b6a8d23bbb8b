extension Editor {
  /// Finds the container of the place that a pointer leads to, which is not the whole document.
  @inline(__always)
  mutating func end(
    of pointer: TextSlice, _ shape: PointerShape, _ compiled: CompiledPointer
  ) throws(FailedStep) -> Trail.End {
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
  ) throws(FailedStep) -> Trail.End {
    var (container, depth, position) = trail.start(way, root: root)
    var tokens = PointerTokens(way, from: position, areEscaped: isEscaped)
    while !tokens.isAtEnd {
      container = try child(tokens.next(), isEscaped: isEscaped, of: container, depth: depth)
      depth &+= 1
      position = tokens.position
      trail.append(container, position: position, depth: depth)
    }
    return (container, depth)
  }

  /// Follows one token of a way.
  @inline(__always)
  private mutating func child(
    _ token: TextSlice, isEscaped: Bool, of container: NodeRef, depth: Int
  ) throws(FailedStep) -> NodeRef {
    let node = tree[container]
    if node.kind == .object {
      if let hit = member(token, isEscaped: isEscaped, of: container, node) { return hit.value }
    } else if node.kind == .array, let index = JSONPointer.arrayIndex(token),
      let element = element(index, of: container, node)
    {
      return element
    }
    // Only a step that leads nowhere is taken a second time, to learn why.
    return try tree.step(token, isEscaped: isEscaped, from: container, depth: depth).1
  }

  /// Finds a member by a token of a pointer.
  @inline(__always)
  mutating func member(
    _ token: TextSlice, isEscaped: Bool, of object: NodeRef, _ node: Node
  ) -> Tree.Hit? {
    guard node.count >= ChildIndex.threshold, !isEscaped else {
      return tree.member(token, isEscaped: isEscaped, of: object, node)
    }
    lookInto(object, node)
    return latestIndex.index.flatMap { tree.member(Name(token), of: object, $0) }
  }

  @inline(__always)
  private mutating func element(_ index: Int, of array: NodeRef, _ node: Node) -> NodeRef? {
    guard node.count >= ChildIndex.threshold, !node.flags.contains(.flat),
      tree.edits(of: array) == nil
    else { return tree.existingElement(index, of: array, node) }
    lookInto(array, node)
    return latestIndex.index?.child(index, of: array).map { tree.current($0) }
  }

  /// Gets hold of the index of a wide container, where the pointers of a patch often stay.
  @inline(__always)
  private mutating func lookInto(_ container: NodeRef, _ node: Node) {
    guard latestIndex.container != container else { return }
    latestIndex = (container, tree.childIndex(of: container, node))
  }
}
