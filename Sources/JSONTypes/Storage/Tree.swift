/// A reading view of a storage: how the rest of the module looks at nodes, text and children.
///
/// Cheap to make and to copy. It keeps the storage alive, but it is outdated once an editor has
/// appended to the tape of additions.
package struct Tree {
  package let storage: Storage
  let parsed: TapeView
  let added: TapeView
  /// Whether the overlay must be asked at all.
  let isEdited: Bool

  @inline(__always)
  package init(_ storage: Storage) {
    self.storage = storage
    parsed = storage.parsed.view
    if let additions = storage.additions {
      added = additions.view
      isEdited = true
    } else {
      added = parsed
      isEdited = storage.overlay != nil
    }
  }

  // MARK: Nodes and text

  @inline(__always)
  package subscript(ref: NodeRef) -> Node {
    // Safety: a reference is only ever made from a node that exists in this storage.
    ref.isAdded ? unsafe added.nodes[ref.index] : unsafe parsed.nodes[ref.index]
  }

  /// Where the text of a node begins.
  @inline(__always)
  func textPointer(of node: Node) -> UnsafePointer<UInt8> {
    // Safety: offset and length of a node lie within the text that its flag names.
    unsafe (node.flags.contains(.addedText) ? added.text : parsed.text) + Int(node.offset)
  }

  @inline(__always)
  func nodesPointer(from ref: NodeRef) -> UnsafePointer<Node> {
    // Safety: as in `subscript`.
    unsafe (ref.isAdded ? added.nodes : parsed.nodes) + ref.index
  }

  /// The whole text that a node is part of.
  func textFrame(of node: Node) -> TextSlice {
    let isAdded = node.flags.contains(.addedText)
    let tape = isAdded ? storage.additions ?? storage.parsed : storage.parsed
    return unsafe TextSlice(base: isAdded ? added.text : parsed.text, count: tape.textCount)
  }

  /// The text of a value or name as it was written, quotation marks included.
  @inline(__always)
  package func text(of node: Node) -> TextSlice {
    unsafe TextSlice(base: textPointer(of: node), count: Int(node.length))
  }

  /// The text between the quotation marks of a string or name, escapes unresolved.
  @inline(__always)
  func content(of node: Node) -> TextSlice {
    unsafe TextSlice(base: textPointer(of: node) + 1, count: Int(node.length) - 2)
  }

  // MARK: The overlay

  /// What stands in place of a child of the tape now.
  @inline(__always)
  func current(_ child: NodeRef) -> NodeRef {
    guard isEdited, let overlay = storage.overlay, let word = overlay.replacements[child] else {
      return child
    }
    return NodeRef(rawValue: word)
  }

  /// The position of an edited container in the overlay's arrays or objects.
  @inline(__always)
  func edits(of container: NodeRef) -> Int? {
    guard isEdited, let overlay = storage.overlay, let word = overlay.containers[container] else {
      return nil
    }
    return Int(word)
  }

  /// Whether anything in a subtree differs from its text: O(nodes of the subtree) in an edited
  /// document, O(1) otherwise.
  func hasEdits(below ref: NodeRef) -> Bool {
    guard isEdited, let overlay = storage.overlay else { return false }
    if overlay.replacements.count == 0, overlay.containers.count == 0 { return false }
    var current = ref
    let end = ref.advanced(by: self[ref].span)
    while current != end {
      if overlay.containers[current] != nil { return true }
      if current != ref, overlay.replacements[current] != nil { return true }
      current = current.advanced(by: 1)
    }
    return false
  }
}
