/// One step of an edit, with what is needed to take it back.
enum Change {
  /// The document was replaced; the old root.
  case root(NodeRef)
  /// A child of the tape was exchanged or removed; what stood in its place before.
  case replacement(NodeRef, NodeRef?)
  /// A container was entered into the overlay.
  case container(NodeRef, isArray: Bool)
  case elementInserted(Int, Int)
  case elementRemoved(Int, Int, ChildRope.Element)
  case elementReplaced(Int, Int, NodeRef)
  case memberAdded(Int)
  case memberValue(Int, Int, NodeRef)
  case memberCount(Int, Int)

  /// Takes the step back; every later one has been taken back already.
  func undo(in overlay: Overlay, root: inout NodeRef) {
    switch self {
    case .root(let old):
      root = old
    case .replacement(let child, let old?):
      overlay.replacements.updateValue(old.rawValue, for: child)
    case .replacement(let child, nil):
      overlay.replacements.removeValue(for: child)
    case .container(let container, let isArray):
      overlay.containers.removeValue(for: container)
      if isArray { overlay.arrays.removeLast() } else { overlay.objects.removeLast() }
    case .elementInserted(let edits, let index):
      overlay.arrays[edits].remove(at: index)
    case .elementRemoved(let edits, let index, .original(let ordinal)):
      overlay.arrays[edits].restore(original: ordinal, at: index)
    case .elementRemoved(let edits, let index, .inserted(let ref)):
      overlay.arrays[edits].insert(ref, at: index)
    case .elementReplaced(let edits, let index, let old):
      overlay.arrays[edits].replaceInserted(at: index, with: old)
    case .memberAdded(let edits):
      overlay.objects[edits].removeLast()
    case .memberValue(let edits, let position, let old):
      overlay.objects[edits].setValue(old, at: position)
    case .memberCount(let edits, let difference):
      overlay.objects[edits].count -= difference
    }
  }
}
