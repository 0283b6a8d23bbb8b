extension Editor {
  mutating func setReplacement(_ value: NodeRef, of child: NodeRef) {
    let old = overlay.edits.replacements.updateValue(value.rawValue, for: child)
    journal.append(.replacement(child, old.map { NodeRef(rawValue: $0) }))
  }

  private mutating func setAddedValue(_ value: NodeRef, _ edits: Int, _ position: Int) {
    let old = overlay.edits.objects[edits].members[position].value
    journal.append(.memberValue(edits, position, old))
    overlay.edits.objects[edits].setValue(value, at: position)
  }

  mutating func replaceMember(
    _ hit: Tree.Hit, of container: NodeRef, with value: NodeRef
  ) {
    switch hit.place {
    case .original(let child):
      if hit.hasDuplicates { removeDuplicates(of: child, in: container, keeping: child) }
      setReplacement(value, of: child)
    case .added(let position):
      setAddedValue(value, objectEdits(of: container), position)
    }
  }

  mutating func removeMember(_ hit: Tree.Hit, of container: NodeRef) {
    let edits = objectEdits(of: container)
    switch hit.place {
    case .original(let child):
      if hit.hasDuplicates {
        removeDuplicates(of: child, in: container, keeping: nil)
      } else {
        setReplacement(.none, of: child)
        changeCount(of: edits, by: -1)
      }
    case .added(let position):
      setAddedValue(.none, edits, position)
      changeCount(of: edits, by: -1)
    }
  }

  /// Removes the members of the tape that have the same name as one of them.
  private mutating func removeDuplicates(
    of member: NodeRef, in container: NodeRef, keeping kept: NodeRef?
  ) {
    let edits = objectEdits(of: container)
    let name = tree[NodeRef(rawValue: member.rawValue - 1)]
    let duplicates = tree.withDecodedContent(of: name) {
      tree.duplicates(of: Name($0), in: container)
    }
    for duplicate in duplicates where duplicate != kept {
      setReplacement(.none, of: duplicate)
      changeCount(of: edits, by: -1)
    }
  }

  mutating func addMember(
    _ token: TextSlice, isEscaped: Bool, _ value: NodeRef, to container: NodeRef
  ) throws(EditFailure) {
    guard isEscaped else { return try addMember(token, value, to: container) }
    try JSONPointer.unescapedBytes(token).withTextSlice { (name) throws(EditFailure) in
      try addMember(name, value, to: container)
    }
  }

  private mutating func addMember(
    _ name: TextSlice, _ value: NodeRef, to container: NodeRef
  ) throws(EditFailure) {
    let nameRef = try addName(name)
    let edits = objectEdits(of: container)
    overlay.edits.objects[edits].append(
      ObjectEdits.Member(name: nameRef, value: value, hash: name.contentHash))
    journal.append(.memberAdded(edits))
    changeCount(of: edits, by: 1)
  }

  private mutating func changeCount(of edits: Int, by difference: Int) {
    overlay.edits.objects[edits].count += difference
    journal.append(.memberCount(edits, difference))
  }

  private mutating func objectEdits(of container: NodeRef) -> Int {
    if let known = tree.edits(of: container) { return known }
    let count = tree.originalCount(of: container, tree[container])
    journal.append(.container(container, isArray: false))
    return overlay.edits.enterObject(container, originalCount: count)
  }
}
