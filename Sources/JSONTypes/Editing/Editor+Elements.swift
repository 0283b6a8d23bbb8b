extension Editor {
  mutating func insertElement(_ value: NodeRef, at index: Int, of container: NodeRef) {
    let edits = arrayEdits(of: container)
    overlay.edits.insertElement(value, edits, at: index)
    journal.append(.elementInserted(edits, index))
  }

  mutating func removeElement(at index: Int, of container: NodeRef) {
    let edits = arrayEdits(of: container)
    let removed = overlay.edits.removeElement(edits, at: index)
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
    let edits: Int
    if let known = tree.edits(of: container) {
      edits = known
    } else {
      let count = tree.originalCount(of: container, tree[container])
      journal.append(.container(container, isArray: true))
      edits = overlay.edits.enterArray(container, originalCount: count)
    }
    latestArray = (container, edits)
    return edits
  }

  /// How many elements an array has now.
  ///
  /// Mutating, since the editor would be copied for the call otherwise.
  @inline(__always)
  mutating func elementCount(of array: NodeRef) -> Int {
    guard latestArray.container == array else { return tree.childCount(of: array) }
    return overlay.elementCount(latestArray.edits)
  }
}
