extension Editor {
  /// Copies a value from another document, and returns the node of the copy.
  package mutating func graft(_ value: JSON) throws(EditFailure) -> Arrival {
    try graft(value.ref, of: Tree(value.storage))
  }

  /// Copies a value from another document, and returns the node of the copy.
  package mutating func graft(_ ref: NodeRef, of source: Tree) throws(EditFailure) -> Arrival {
    let node = source[ref]
    guard node.span == 1, !source.isEdited else {
      return try graftSubtree(node, at: ref, of: source)
    }
    try makeRoom(text: Int(node.length), nodes: 1)
    let index = additions.append(leaf: node, of: source)
    overlay.edits.noteArrival(bytes: Int(node.length), nodes: 1)
    tree.refresh(additions)
    return Arrival(ref: NodeRef(added: index), heightBound: node.isContainer ? 1 : 0)
  }

  @inline(never)
  private mutating func graftSubtree(
    _ node: Node, at ref: NodeRef, of source: Tree
  ) throws(EditFailure) -> Arrival {
    if source.isEdited, source.hasEdits(below: ref) { return try graft(source.detached(ref)) }
    try makeRoom(text: Int(node.length), nodes: Int(node.span))
    let index = additions.append(node, at: ref, of: source)
    overlay.edits.noteArrival(bytes: Int(node.length), nodes: Int(node.span))
    tree.refresh(additions)
    let heightBound = node.isContainer ? min(Int(node.span), source.depthBound) : 0
    return Arrival(ref: NodeRef(added: index), heightBound: heightBound)
  }

  /// Copies a value of this document, and returns the node of the copy.
  ///
  /// Its ``Footprint`` is taken off the budget. If it exceeds that, nothing is left of the budget.
  package mutating func copy(
    _ found: Found, budget: inout Int
  ) throws(EditFailure) -> Arrival {
    // Once it is used up, refusing costs nothing: a patch may have very many copies.
    guard budget > 0 else { throw .overBudget }
    let ref = value(of: found)
    if tree.hasEdits(below: ref) {
      guard let tape = Flattening.compactTape(of: ref, in: tree, limit: budget) else {
        budget = 0
        throw .overBudget
      }
      budget -= Footprint.bytes(text: tape.textCount, nodes: tape.nodeCount)
      return try graft(JSON(tape, NodeRef(parsed: 0)))
    }
    let node = tree[ref]
    let footprint = tree.footprint(of: ref, upTo: budget)
    guard budget >= footprint else {
      budget = 0
      throw .overBudget
    }
    budget -= footprint
    try makeRoom(text: 0, nodes: Int(node.span))
    let index = additions.appendSharingText(node, at: ref, of: tree)
    overlay.edits.noteArrival(bytes: Int(node.length), nodes: Int(node.span))
    tree.refresh(additions)
    return Arrival(ref: NodeRef(added: index), heightBound: heightBound(of: node, found))
  }

  /// A value that was found, on its way to another place.
  package mutating func arrival(of found: Found) -> Arrival {
    let value = value(of: found)
    let node = tree[value]
    overlay.edits.noteArrival(bytes: 0, nodes: Int(node.span))
    return Arrival(ref: value, heightBound: heightBound(of: node, found))
  }

  private func heightBound(of node: Node, _ found: Found) -> Int {
    node.isContainer ? max(tree.depthBound - found.depth, 1) : 0
  }

  /// Makes sure that the tape of additions may grow, and that it can.
  @inline(__always)
  private mutating func makeRoom(text: Int, nodes: Int) throws(EditFailure) {
    if !ownsAdditions || storage.areAdditionsShared { takeAdditions() }
    guard additions.makeRoom(text: text, nodes: nodes) else { throw .noRoom }
  }

  @inline(never)
  private mutating func takeAdditions() {
    additions = storage.uniqueAdditions(expecting: expectedEdits)
    ownsAdditions = true
  }

  mutating func addName(_ name: TextSlice) throws(EditFailure) -> NodeRef {
    guard name.isPlain else {
      var text: [UInt8] = []
      appendQuoted(name, to: &text)
      // Without its quotation marks, which are added again.
      return try text.withTextSlice { (text) throws(EditFailure) in
        try addName(quoting: text[1..<text.count - 1], isEscaped: true)
      }
    }
    return try addName(quoting: name, isEscaped: false)
  }

  private mutating func addName(
    quoting content: TextSlice, isEscaped: Bool
  ) throws(EditFailure) -> NodeRef {
    try makeRoom(text: content.count + 2, nodes: 1)
    // With the comma and the colon that come with it.
    overlay.edits.noteArrival(bytes: content.count + 4, nodes: 1)
    let index = additions.appendName(content, isEscaped: isEscaped)
    tree.refresh(additions)
    return NodeRef(added: index)
  }
}
