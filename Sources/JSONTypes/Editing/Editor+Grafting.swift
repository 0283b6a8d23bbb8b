extension Editor {
  /// Copies a value from another document, and returns the node of the copy.
  package mutating func graft(_ value: JSON) throws(EditFailure) -> Arrival {
    try graft(value.ref, of: Tree(value.storage))
  }

  /// Copies a value from another document, and returns the node of the copy.
  package mutating func graft(_ ref: NodeRef, of source: Tree) throws(EditFailure) -> Arrival {
    if source.isEdited, source.hasEdits(below: ref) {
      return try graft(source.detached(ref))
    }
    let node = source[ref]
    let additions = try roomForAdditions(text: Int(node.length), nodes: Int(node.span))
    let index = additions.append(node, at: ref, of: source)
    overlay.edits.sizeBound += Int(node.length)
    overlay.edits.laidOutNodes += Int(node.span)
    tree.refresh(additions)
    return Arrival(
      ref: NodeRef(added: index), heightBound: min(Int(node.span), source.depthBound))
  }

  /// Copies a value of this document, and returns the node of the copy.
  ///
  /// The size of its text is taken off the budget. If it exceeds that, nothing is left of the budget.
  package mutating func copy(
    _ found: Found, budget: inout Int
  ) throws(EditFailure) -> Arrival {
    // Once it is used up, refusing costs nothing: a patch may have very many copies.
    guard budget > 0 else { throw .overBudget }
    let ref = found.value
    if tree.hasEdits(below: ref) {
      guard let tape = Flattening.tape(of: ref, in: tree, limit: budget) else {
        budget = 0
        throw .overBudget
      }
      budget -= tape.textCount
      return try graft(JSON(Storage(parsed: tape), NodeRef(parsed: 0)))
    }
    let node = tree[ref]
    guard budget >= Int(node.length) else {
      budget = 0
      throw .overBudget
    }
    budget -= Int(node.length)
    let additions = try roomForAdditions(text: 0, nodes: Int(node.span))
    let index = additions.appendSharingText(node, at: ref, of: tree)
    overlay.edits.sizeBound += Int(node.length)
    overlay.edits.laidOutNodes += Int(node.span)
    tree.refresh(additions)
    return Arrival(ref: NodeRef(added: index), heightBound: arrival(of: found).heightBound)
  }

  /// A value that was found, on its way to another place.
  package mutating func arrival(of found: Found) -> Arrival {
    overlay.edits.laidOutNodes += Int(tree[found.value].span)
    return Arrival(ref: found.value, heightBound: max(tree.depthBound - found.depth, 0))
  }

  private func roomForAdditions(text: Int, nodes: Int) throws(EditFailure) -> Tape {
    let additions = storage.uniqueAdditions()
    guard additions.hasRoom(text: text, nodes: nodes) else { throw .noRoom }
    return additions
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
    let additions = try roomForAdditions(text: content.count + 2, nodes: 1)
    overlay.edits.sizeBound += content.count + 4
    overlay.edits.laidOutNodes += 1
    let index = additions.appendName(content, isEscaped: isEscaped)
    tree.refresh(additions)
    return NodeRef(added: index)
  }
}
