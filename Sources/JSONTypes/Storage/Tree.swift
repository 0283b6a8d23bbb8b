/// A reading view of a storage: how the rest of the module looks at nodes, text and children.
///
/// Cheap to make and to copy, and it keeps the storage alive. It is outdated once an editor has appended to the tape
/// of additions.
@usableFromInline
package struct Tree {
  package let storage: Storage
  @usableFromInline let parsed: TapeView
  @usableFromInline private(set) var added: TapeView
  /// The edits, or `nil` if there are none.
  let overlay: Overlay?

  @inline(__always)
  package init(_ storage: Storage) {
    self.storage = storage
    parsed = storage.parsed.view
    overlay = storage.overlay
    added = storage.additions?.view ?? parsed
  }

  /// Takes a storage without edits: of these nothing is owned.
  @inline(__always)
  init(unedited storage: Storage) {
    self.storage = storage
    parsed = storage.parsed.view
    added = parsed
    overlay = nil
  }

  /// Whether the document has an overlay.
  ///
  /// Not stored: with one property more, a tree that is only looked at once would be made and taken apart all the same.
  @usableFromInline
  @inline(__always)
  var isEdited: Bool { overlay != nil }

  /// Looks at the tape of additions again, after it has grown.
  @inline(__always)
  mutating func refresh(_ additions: Tape) { added = additions.view }

  // MARK: Nodes and text

  @inlinable
  @inline(__always)
  package subscript(ref: NodeRef) -> Node { view(of: ref)[ref.index] }

  /// The tape that a reference belongs to.
  @inlinable
  @inline(__always)
  func view(of ref: NodeRef) -> TapeView { ref.isAdded ? added : parsed }

  /// The whole text that a node is part of.
  @inline(__always)
  func textFrame(of node: Node) -> TextSlice {
    node.isAdded ? added.text : parsed.text
  }

  /// The text of a value or name as it was written, quotation marks included.
  @inline(__always)
  package func text(of node: Node) -> TextSlice {
    textFrame(of: node).slice(Int(node.offset), count: Int(node.length))
  }

  /// The text between the quotation marks of a string or name, escapes unresolved.
  @inline(__always)
  func content(of node: Node) -> TextSlice {
    textFrame(of: node).slice(Int(node.offset) + 1, count: Int(node.length) - 2)
  }

  // MARK: The overlay

  /// What stands in place of a child of the tape now.
  @inline(__always)
  func current(_ child: NodeRef) -> NodeRef {
    overlay?.replacement(of: child) ?? child
  }

  /// The position of an edited container in the overlay's arrays or objects.
  @inline(__always)
  func edits(of container: NodeRef) -> Int? {
    overlay?.edits(of: container)
  }

  /// Whether anything in a subtree differs from its text: O(nodes of the subtree) in an edited
  /// document, O(1) otherwise.
  func hasEdits(below ref: NodeRef) -> Bool {
    guard let overlay, overlay.count > 0 else { return false }
    var current = ref
    let end = ref.advanced(by: self[ref].span)
    while current != end {
      if overlay.edits(of: current) != nil { return true }
      if current != ref, overlay.replacement(of: current) != nil { return true }
      current = current.advanced(by: 1)
    }
    return false
  }

  /// The nodes of a subtree that have an entry in the overlay, in the order of the text.
  ///
  /// - Complexity: O(the nodes of the subtree) or O(*e* log *e*) for *e* edits, whichever is less.
  @inline(__always)
  func editedNodes(within ref: NodeRef) -> EditedNodes {
    // The overlay is not bound to a name, which would retain it.
    let count = overlay?.count ?? 0
    let span = self[ref].span
    if count > 0, Int(span) < count { return editedNodes(within: ref, span) }
    return overlay?.editedNodes ?? EditedNodes(capacity: 0)
  }

  @inline(never)
  private func editedNodes(within ref: NodeRef, _ span: UInt32) -> EditedNodes {
    var nodes = EditedNodes(capacity: 2 * Int(span))
    for distance in 0..<span {
      let node = ref.advanced(by: distance)
      if let current = overlay?.replacement(of: node) {
        nodes.insert(.init(node, current: current))
      }
      if overlay?.edits(of: node) != nil { nodes.insert(.init(node, current: node)) }
    }
    return nodes
  }
}
