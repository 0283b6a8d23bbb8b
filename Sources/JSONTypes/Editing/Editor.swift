/// Changes a document in place, and can take every change back.
///
/// An editor works on a storage that nobody else holds. It changes the overlay only, never a node. If the document
/// had edits before, it writes down in a journal how to undo each step; so rolling back restores the document byte for
/// byte, member order included.
package struct Editor: ~Copyable {
  let storage: EditedStorage
  let overlay: Overlay
  package internal(set) var tree: Tree
  package private(set) var root: NodeRef
  var journal: Journal
  var trail = Trail()
  /// The tape that additions go to, once the editor has made it the document's own.
  var additions: Tape
  var ownsAdditions = false
  /// The array that was edited last, its position among the edited ones, and how many elements it has.
  var latestArray = (container: NodeRef.none, edits: 0, count: 0)
  /// The index of the wide container that was looked into last.
  var latestIndex: (container: NodeRef, index: ChildIndex?) = (.none, nil)
  /// How deep containers may nest after an addition.
  private let maximumDepth: Int
  /// How many edits are likely to come.
  let expectedEdits: Int
  private let initialRoot: NodeRef
  private let initialAdditions: (text: Int, nodes: Int)
  private let initialBounds: (depth: Int, size: Int, laidOutNodes: Int)

  /// Creates an editor of a value in a storage that is held by nobody else.
  fileprivate init(
    _ storage: EditedStorage, _ root: NodeRef, maximumDepth: Int, expectedEdits: Int
  ) {
    self.storage = storage
    self.root = root
    self.maximumDepth = maximumDepth
    self.expectedEdits = expectedEdits
    initialRoot = root
    journal = Journal(isKept: storage.overlay != nil)
    overlay = storage.editedOverlay
    tree = Tree(storage)
    additions = storage.additions ?? storage.parsed
    initialBounds = (tree.depthBound, tree.sizeBound, overlay.laidOutNodes)
    initialAdditions = (storage.additions?.textCount ?? 0, storage.additions?.nodeCount ?? 0)
  }

  // MARK: Changing

  /// Puts a value in the place of another.
  package mutating func replace(_ found: Found, with value: Arrival) throws(EditFailure) {
    try checkDepth(of: value, at: found.depth)
    let value = value.ref
    switch found.slot {
    case .root:
      exchangeRoot(for: value)
    case .member(let hit):
      replaceMember(hit, of: found.container, with: value)
    case .element(let index):
      replaceElement(index, of: found.container, with: value)
    }
  }

  /// Adds a value: a new member, an exchange of an existing one, or an insertion into an array.
  package mutating func add(_ value: Arrival, at target: Target) throws(EditFailure) {
    try checkDepth(of: value, at: target.depth)
    let value = value.ref
    switch target.slot {
    case .root:
      exchangeRoot(for: value)
    case .member(let hit):
      replaceMember(hit, of: target.container, with: value)
    case .newMember(let name, let isEscaped):
      try addMember(name, isEscaped: isEscaped, value, to: target.container)
    case .element(let index):
      insertElement(value, at: index, of: target.container)
    }
  }

  /// Removes a value from its container.
  package mutating func remove(_ found: Found) throws(EditFailure) {
    switch found.slot {
    case .root:
      throw .rootRemoved
    case .member(let hit):
      removeMember(hit, of: found.container)
    case .element(let index):
      removeElement(at: index, of: found.container)
    }
  }

  private mutating func exchangeRoot(for value: NodeRef) {
    journal.append(.root(root))
    root = value
    trail.reset()
  }

  // MARK: Depth

  /// Refuses a value that would make the document nest too deep.
  @inline(__always)
  private mutating func checkDepth(of value: Arrival, at depth: Int) throws(EditFailure) {
    guard value.heightBound > 0 else { return }
    try raiseDepth(for: value, at: depth)
  }

  private mutating func raiseDepth(for value: Arrival, at depth: Int) throws(EditFailure) {
    var bound = depth + value.heightBound
    if bound > maximumDepth {
      bound = depth + tree.height(of: value.ref)
      if bound > maximumDepth { throw .tooDeep }
    }
    overlay.edits.raiseDepthBound(to: bound)
  }

  // MARK: Size

  /// Whether the document has at most so many bytes of text; it is only measured if it may have more.
  package mutating func isResultWithin(_ limit: Int) -> Bool {
    if tree.isSurelyWithin(limit) { return true }
    // The storage learns of another root when the editor is done.
    let isWhole = initialRoot == storage.root
    return PreservingWriter(tree, root: root, isWhole: isWhole).write(limit: limit) != nil
  }

  // MARK: Taking back

  /// Whether nothing has been changed yet.
  package var isUnchanged: Bool { journal.isEmpty }

  /// Takes back every change.
  package mutating func rollBack() {
    guard journal.isKept else {
      storage.dropEdits()
      root = initialRoot
      return
    }
    // A build for the thread sanitizer takes the overlay for the whole of `self` while it is lent.
    let overlay = overlay
    journal.undo(in: &overlay.edits, root: &root)
    overlay.edits.depthBound = initialBounds.depth
    overlay.edits.sizeBound = initialBounds.size
    overlay.edits.laidOutNodes = initialBounds.laidOutNodes
    storage.additions?.truncate(
      textCount: initialAdditions.text, nodeCount: initialAdditions.nodes)
  }
}

extension JSON {
  /// Makes an editor of this value, which must be given back to ``endEditing(_:)``.
  ///
  /// How many edits are likely to come tells it how much memory to ask for at once.
  ///
  /// - Complexity: O(1) for a value that nobody else holds, otherwise O(edits made before).
  package mutating func beginEditing(
    maximumDepth: Int = .max, expectedEdits: Int = 1
  ) -> Editor {
    Editor(takeEdits(), ref, maximumDepth: maximumDepth, expectedEdits: expectedEdits)
  }

  /// Makes a parsed text of the value as it is now.
  ///
  /// What edits bring in stays in memory although later ones take it away. Once that is more than the document, it
  /// is worth reading the document anew; so a value that is edited for ever does not grow for ever. Never between the
  /// operations of one patch: what was added is laid out by the text, which is another one afterwards.
  package mutating func leaveGarbageBehind() {
    guard storage.hasOutgrownItsText else { return }
    self = JSON(builtText: serialized())
  }

  /// Makes the edits of an editor this value's own.
  package mutating func endEditing(_ editor: consuming Editor) {
    editor.overlay.edits.pool.settle()
    let isWholeDocument = ref == storage.root
    ref = editor.root
    if isWholeDocument { editor.storage.setRoot(ref) }
  }

  /// Calls `body` with an editor of this value.
  mutating func edit(_ body: (inout Editor) throws -> Void) rethrows {
    leaveGarbageBehind()
    var editor = beginEditing()
    do {
      try body(&editor)
    } catch {
      endEditing(editor)
      throw error
    }
    endEditing(editor)
  }
}
