/// Changes a document in place, and can take every change back.
///
/// An editor works on a storage that nobody else holds. It changes the overlay only, never a node, and writes
/// down in a journal how to undo each step: keyed to the container, not to the path, so that undoing resolves
/// nothing again, and rolling back restores the document byte for byte, member order included.
package struct Editor: ~Copyable {
  private let storage: Storage
  private let overlay: Overlay
  package private(set) var tree: Tree
  package private(set) var root: NodeRef
  private var journal: ContiguousArray<Change> = []
  /// How deep containers may nest after an addition.
  private let maximumDepth: Int
  private let initialAdditions: (text: Int, nodes: Int)
  private let initialBounds: (depth: Int, size: Int)

  /// Creates an editor of a value in a storage that is held by nobody else.
  fileprivate init(_ storage: Storage, _ root: NodeRef, maximumDepth: Int) {
    self.storage = storage
    self.root = root
    self.maximumDepth = maximumDepth
    overlay = storage.editedOverlay
    tree = Tree(storage)
    initialBounds = (tree.depthBound, tree.sizeBound)
    initialAdditions = (storage.additions?.textCount ?? 0, storage.additions?.nodeCount ?? 0)
  }

  // MARK: Following pointers

  /// Finds the value that a pointer leads to.
  func locate(_ pointer: TextSlice) throws(FailedStep) -> Found {
    Found(try tree.locate(pointer, from: root))
  }

  /// Finds the value that a pointer leads to; the pointer is a string of another document.
  package func locate(_ pointer: NodeRef, of source: Tree) throws(FailedStep) -> Found {
    let node = source[pointer]
    guard node.flags.contains(.escaped) else { return try locate(source.content(of: node)) }
    return try decodingEscapes(in: source.content(of: node)).withTextSlice {
      (text) throws(FailedStep) in try locate(text)
    }
  }

  /// Finds the place that an addition goes to; the pointer is a string of another document.
  package func target(_ pointer: NodeRef, of source: Tree) throws(FailedStep) -> Target {
    let node = source[pointer]
    guard node.flags.contains(.escaped) else { return try target(source.content(of: node)) }
    return try decodingEscapes(in: source.content(of: node)).withTextSlice {
      (text) throws(FailedStep) in try target(text)
    }
  }

  /// Where a value was found.
  package struct Found {
    let location: Location
    init(_ location: Location) { self.location = location }

    package var value: NodeRef { location.value }
    package var depth: Int { location.depth }
    package var isRoot: Bool { if case .root = location.slot { true } else { false } }
    /// The index, if the value is an element of an array.
    package var index: Int? { if case .element(let index) = location.slot { index } else { nil } }
  }

  /// Finds the place that an addition goes to: an existing member, a new one, or a position in an array.
  func target(_ pointer: TextSlice) throws(FailedStep) -> Target {
    guard let slash = pointer.lastIndex(of: UInt8(ascii: "/")) else {
      return Target(container: root, slot: .root, depth: 0)
    }
    let parent = try tree.locate(
      pointer[0..<slash], from: root)
    let token = pointer[slash + 1..<pointer.count]
    let container = parent.value
    func failure(_ reason: FailedStep.Reason) -> FailedStep {
      FailedStep(reason: reason, container: container, depth: parent.depth)
    }
    let slot: Target.Slot
    switch tree[container].kind {
    case .object:
      if let hit = tree.member(escaped: token, of: container) {
        slot = .member(hit)
      } else {
        slot = .newMember(JSONPointer.unescapedBytes(token))
      }
    case .array:
      let count = tree.childCount(of: container)
      if token.count == 1, token[0] == UInt8(ascii: "-") {
        slot = .element(count)
      } else if let index = JSONPointer.arrayIndex(token) {
        guard index <= count else { throw failure(.indexOutOfRange) }
        slot = .element(index)
      } else {
        throw failure(.indexSyntax)
      }
    default:
      throw failure(.notAContainer)
    }
    return Target(container: container, slot: slot, depth: parent.depth + 1)
  }

  /// The place that an addition goes to.
  package struct Target {
    enum Slot {
      case root
      case member(Tree.Hit)
      case newMember([UInt8])
      case element(Int)
    }
    let container: NodeRef
    let slot: Slot
    let depth: Int

    /// The index of the element to be, if the place is in an array.
    package var index: Int? { if case .element(let index) = slot { index } else { nil } }

    /// The value that is there now and will not be there any more.
    package func replacedValue(root: NodeRef) -> NodeRef? {
      switch slot {
      case .root: root
      case .member(let hit): hit.value
      case .newMember, .element: nil
      }
    }
  }

  // MARK: Changing

  /// Puts a value in the place of another.
  package mutating func replace(_ found: Found, with value: NodeRef) throws(EditFailure) {
    try checkDepth(of: value, at: found.depth)
    switch found.location.slot {
    case .root:
      journal.append(.root(root))
      root = value
    case .member(let hit):
      replaceMember(hit, of: found.location.container, with: value)
    case .element(let index):
      replaceElement(index, of: found.location.container, with: value)
    }
  }

  /// Adds a value: a new member, an exchange of an existing one, or an insertion into an array.
  package mutating func add(_ value: NodeRef, at target: Target) throws(EditFailure) {
    try checkDepth(of: value, at: target.depth)
    switch target.slot {
    case .root:
      journal.append(.root(root))
      root = value
    case .member(let hit):
      replaceMember(hit, of: target.container, with: value)
    case .newMember(let name):
      try addMember(name, value, to: target.container)
    case .element(let index):
      insertElement(value, at: index, of: target.container)
    }
  }

  /// Removes a value from its container.
  package mutating func remove(_ found: Found) throws(EditFailure) {
    let container = found.location.container
    switch found.location.slot {
    case .root:
      throw .rootRemoved
    case .member(let hit):
      removeMember(hit, of: container)
    case .element(let index):
      removeElement(at: index, of: container)
    }
  }

  // MARK: Bringing values in

  /// Copies a value from another document, and returns the node of the copy.
  package mutating func graft(_ value: JSON) throws(EditFailure) -> NodeRef {
    try graft(value.ref, of: Tree(value.storage))
  }

  /// Copies a value from another document, and returns the node of the copy.
  package mutating func graft(_ ref: NodeRef, of source: Tree) throws(EditFailure) -> NodeRef {
    if source.hasEdits(below: ref) {
      return try graft(source.detached(ref))
    }
    let node = source[ref]
    let additions = try roomForAdditions(text: Int(node.length), nodes: Int(node.span))
    let index = additions.append(node, at: ref, of: source)
    overlay.edits.raiseDepthBound(to: source.depthBound)
    overlay.edits.sizeBound += Int(node.length)
    tree.refresh(additions)
    return NodeRef(added: index)
  }

  /// Copies a value of this document, and returns the node of the copy.
  ///
  /// - Parameter budget: How many bytes of text may be copied; the size of the copy is taken off.
  package mutating func copy(
    _ ref: NodeRef, budget: inout Int
  ) throws(EditFailure) -> NodeRef {
    if tree.hasEdits(below: ref) {
      guard let tape = Flattening.tape(of: ref, in: tree, limit: budget) else {
        throw .overBudget
      }
      budget -= tape.textCount
      return try graft(JSON(Storage(parsed: tape), NodeRef(parsed: 0)))
    }
    let node = tree[ref]
    budget -= Int(node.length)
    guard budget >= 0 else { throw .overBudget }
    let additions = try roomForAdditions(text: 0, nodes: Int(node.span))
    let index = additions.appendSharingText(node, at: ref, of: tree)
    overlay.edits.sizeBound += Int(node.length)
    tree.refresh(additions)
    return NodeRef(added: index)
  }

  private func roomForAdditions(text: Int, nodes: Int) throws(EditFailure) -> Tape {
    let additions = storage.uniqueAdditions()
    guard additions.hasRoom(text: text, nodes: nodes) else { throw .noRoom }
    return additions
  }

  private mutating func addName(_ name: [UInt8]) throws(EditFailure) -> NodeRef {
    var text: [UInt8] = []
    text.reserveCapacity(name.count + 2)
    appendQuoted(name, to: &text)
    let additions = try roomForAdditions(text: text.count, nodes: 1)
    let isEscaped = text.contains(UInt8(ascii: "\\"))
    overlay.edits.sizeBound += text.count + 2
    let index = additions.appendName(text, isEscaped: isEscaped)
    tree.refresh(additions)
    return NodeRef(added: index)
  }

  // MARK: Members

  private mutating func setReplacement(_ value: NodeRef, of child: NodeRef) {
    let old = overlay.edits.replacements.updateValue(value.rawValue, for: child)
    journal.append(.replacement(child, old.map { NodeRef(rawValue: $0) }))
  }

  private mutating func setAddedValue(_ value: NodeRef, _ edits: Int, _ position: Int) {
    let old = overlay.edits.objects[edits].members[position].value
    journal.append(.memberValue(edits, position, old))
    overlay.edits.objects[edits].setValue(value, at: position)
  }

  private mutating func replaceMember(
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

  private mutating func removeMember(_ hit: Tree.Hit, of container: NodeRef) {
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

  private mutating func addMember(
    _ name: [UInt8], _ value: NodeRef, to container: NodeRef
  ) throws(EditFailure) {
    let hash = name.withTextSlice { $0.contentHash }
    let nameRef = try addName(name)
    let edits = objectEdits(of: container)
    overlay.edits.objects[edits].append(
      ObjectEdits.Member(name: nameRef, value: value, hash: hash))
    journal.append(.memberAdded(edits))
    changeCount(of: edits, by: 1)
  }

  private mutating func changeCount(of edits: Int, by difference: Int) {
    overlay.edits.objects[edits].count += difference
    journal.append(.memberCount(edits, difference))
  }

  // MARK: Elements

  private mutating func insertElement(_ value: NodeRef, at index: Int, of container: NodeRef) {
    let edits = arrayEdits(of: container)
    overlay.edits.insertElement(value, edits, at: index)
    journal.append(.elementInserted(edits, index))
  }

  private mutating func removeElement(at index: Int, of container: NodeRef) {
    let edits = arrayEdits(of: container)
    let removed = overlay.edits.removeElement(edits, at: index)
    journal.append(.elementRemoved(edits, index, removed))
  }

  private mutating func replaceElement(_ index: Int, of container: NodeRef, with value: NodeRef) {
    switch tree.editedElement(index, of: container) {
    case .inserted(let old):
      let edits = arrayEdits(of: container)
      journal.append(.elementReplaced(edits, index, old))
      overlay.edits.replaceInserted(edits, at: index, with: value)
    case .original(let ordinal):
      setReplacement(value, of: tree.originalChild(ordinal, of: container, tree[container]))
    }
  }

  // MARK: Entries of the overlay

  private mutating func arrayEdits(of container: NodeRef) -> Int {
    if let known = tree.edits(of: container) { return known }
    let count = tree.originalCount(of: container, tree[container])
    journal.append(.container(container, isArray: true))
    return overlay.edits.enterArray(container, originalCount: count)
  }

  private mutating func objectEdits(of container: NodeRef) -> Int {
    if let known = tree.edits(of: container) { return known }
    let count = tree.originalCount(of: container, tree[container])
    journal.append(.container(container, isArray: false))
    return overlay.edits.enterObject(container, originalCount: count)
  }

  // MARK: Depth

  /// Refuses a value that would make the document nest too deep.
  private mutating func checkDepth(of value: NodeRef, at depth: Int) throws(EditFailure) {
    let node = tree[value]
    guard node.isContainer else { return }
    // A subtree is not deeper than it has nodes, and no deeper than anything in this document.
    var bound = depth + min(Int(node.span), tree.depthBound)
    if bound > maximumDepth {
      bound = depth + tree.height(of: value)
      if bound > maximumDepth { throw .tooDeep }
    }
    overlay.edits.raiseDepthBound(to: bound)
  }

  // MARK: Size

  /// Whether the document has at most so many bytes of text; it is only measured if it may have more.
  package mutating func isResultWithin(_ limit: Int) -> Bool {
    guard tree.sizeBound > limit else { return true }
    let size = tree.serialized(root).count
    overlay.edits.sizeBound = size
    return size <= limit
  }

  // MARK: Taking back

  /// Takes back every change.
  package mutating func rollBack() {
    while let change = journal.popLast() { change.undo(in: &overlay.edits, root: &root) }
    (overlay.edits.depthBound, overlay.edits.sizeBound) = initialBounds
    storage.additions?.truncate(
      textCount: initialAdditions.text, nodeCount: initialAdditions.nodes)
  }
}

/// Why an edit is impossible.
package enum EditFailure: Error {
  /// A document cannot be without a value.
  case rootRemoved
  /// Containers would nest deeper than allowed.
  case tooDeep
  /// The additions would need more than 4 GiB.
  case noRoom
  /// More would be copied than allowed.
  case overBudget
}

extension JSON {
  /// Makes an editor of this value, which must be given back to ``endEditing(_:)``.
  ///
  /// - Complexity: O(1) for a value that nobody else holds, otherwise O(edits made before).
  package mutating func beginEditing(maximumDepth: Int = .max) -> Editor {
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: storage) }
    return Editor(storage, ref, maximumDepth: maximumDepth)
  }

  /// Makes the edits of an editor this value's own.
  package mutating func endEditing(_ editor: consuming Editor) {
    let isWholeDocument = ref == storage.root
    ref = editor.root
    if isWholeDocument { storage.root = ref }
  }

  /// Calls `body` with an editor of this value.
  mutating func edit(_ body: (inout Editor) throws -> Void) rethrows {
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
