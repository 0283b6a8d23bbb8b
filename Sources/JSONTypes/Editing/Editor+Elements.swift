extension Editor {
  mutating func insertElement(_ value: NodeRef, at index: Int, of container: NodeRef) {
    let edits = arrayEdits(of: container)
    overlay.edits.insertElement(value, edits, at: index)
    latestArray.count &+= 1
    journal.append(.elementInserted(edits, index))
  }

  mutating func removeElement(at index: Int, of container: NodeRef) {
    let edits = arrayEdits(of: container)
    let removed = overlay.edits.removeElement(edits, at: index)
    latestArray.count &-= 1
    journal.append(.elementRemoved(edits, index, removed))
  }

  mutating func replaceElement(_ index: Int, of container: NodeRef, with value: NodeRef) {
    switch tree.editedElement(index, of: container) {
    case .inserted(let old):
      let edits = arrayEdits(of: container)
      journal.append(.elementReplaced(edits, index, old))
      overlay.edits.replaceInserted(edits, at: index, with: value)
    case .original(let ordinal):
      setReplacement(value, of: tree.originalChild(ordinal, of: container, tree[container]))
    }
  }

  @inline(__always)
  private mutating func arrayEdits(of container: NodeRef) -> Int {
    latestArray.container == container ? latestArray.edits : enteredArray(container)
  }

  private mutating func enteredArray(_ container: NodeRef) -> Int {
    if let known = tree.edits(of: container) {
      latestArray = (container, known, overlay.elementCount(known))
      return known
    }
    let count = tree.originalCount(of: container, tree[container])
    journal.append(.container(container, isArray: true))
    let edits = overlay.edits.enterArray(container, originalCount: count)
    latestArray = (container, edits, count)
    return edits
  }

  /// How many elements an array has now; `nil` if it is no array.
  ///
  /// Mutating, since the editor would be copied for the call otherwise.
  @inline(__always)
  mutating func elementCount(of container: NodeRef) -> Int? {
    if latestArray.container == container { return latestArray.count }
    return tree[container].kind == .array ? tree.childCount(of: container) : nil
  }
}
