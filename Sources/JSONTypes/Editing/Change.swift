/// One step of an edit, with what is needed to take it back.
enum Change {
  /// The document was replaced; the old root.
  case root(NodeRef)
  /// A child of the tape was exchanged or removed; what stood in its place before.
  case replacement(NodeRef, NodeRef?)
  /// A container was entered into the edited.
  case container(NodeRef, isArray: Bool)
  case elementInserted(Int, Int)
  case elementRemoved(Int, Int, ChildRope.Element)
  case elementReplaced(Int, Int, NodeRef)
  case memberAdded(Int)
  case memberValue(Int, Int, NodeRef)
  case memberCount(Int, Int)

  /// Takes the step back; every later one has been taken back already.
  func undo(in edited: inout Edits, root: inout NodeRef) {
    switch self {
    case .root(let old):
      root = old
    case .replacement(let child, let old?):
      edited.replacements.updateValue(old.rawValue, for: child)
    case .replacement(let child, nil):
      edited.replacements.removeValue(for: child)
    case .container(let container, let isArray):
      edited.containers.removeValue(for: container)
      if isArray { edited.arrays.removeLast() } else { edited.objects.removeLast() }
    case .elementInserted(let edits, let index):
      edited.removeElement(edits, at: index)
    case .elementRemoved(let edits, let index, .original(let ordinal)):
      edited.restoreElement(original: ordinal, edits, at: index)
    case .elementRemoved(let edits, let index, .inserted(let ref)):
      edited.insertElement(ref, edits, at: index)
    case .elementReplaced(let edits, let index, let old):
      edited.replaceInserted(edits, at: index, with: old)
    case .memberAdded(let edits):
      edited.objects[edits].removeLast()
    case .memberValue(let edits, let position, let old):
      edited.objects[edits].setValue(old, at: position)
    case .memberCount(let edits, let difference):
      edited.objects[edits].count -= difference
    }
  }
}
