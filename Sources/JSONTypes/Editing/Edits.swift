/// The edits of a document, keyed by the nodes that they concern: the content of an ``Overlay``.
///
/// Nodes never change. A container that gained or lost children has an entry in `containers`; a child
/// that was exchanged, or removed from an object, has one in `replacements`. So an edit costs the same
/// however large its document is, nothing above it changes, and a reader that finds no overlay need not
/// look at all.
struct Edits: ~Copyable {
  /// What stands in place of a child of the tape; ``NodeRef/none`` if it was removed.
  var replacements = NodeMap()
  /// For an edited container its position in `arrays` or `objects`.
  var containers = NodeMap()
  var arrays = ShortList<2, ChildRope>(filler: ChildRope())
  var objects: ContiguousArray<ObjectEdits> = []
  /// The pieces of all `arrays`.
  var pool = RopePool()
  /// No container nests deeper than this; it may be more than is so.
  var depthBound = 0
  /// The document has no more bytes of text than this, apart from the white space of the nodes that edits put into a
  /// place; it may be more than is so.
  var sizeBound = 0
  /// How many nodes edits have put into a place.
  var laidOutNodes = 0

  init() {}

  /// Creates a second set of the same edits, for a storage of its own.
  init(copying other: borrowing Edits) {
    replacements = other.replacements
    containers = other.containers
    arrays = other.arrays
    objects = other.objects
    pool = RopePool(copying: other.pool)
    depthBound = other.depthBound
    sizeBound = other.sizeBound
    laidOutNodes = other.laidOutNodes
  }

  /// Takes the bounds of a document without edits.
  mutating func setBounds(for tape: Tape) {
    depthBound = tape.depth
    sizeBound = tape.textCount
    laidOutNodes = 0
  }

  /// Forgets all edits, but keeps the memory for others unless there were very many.
  mutating func removeAll() {
    replacements.removeAll()
    containers.removeAll()
    arrays.removeAll()
    objects.removeAll(keepingCapacity: true)
    pool.removeAll()
  }

  // MARK: Reading

  /// How many children an edited container has.
  func childCount(_ edits: Int, isArray: Bool) -> Int {
    isArray ? elementCount(edits) : objects[edits].count
  }

  /// How many elements an edited array has.
  @inline(__always)
  func elementCount(_ edits: Int) -> Int { arrays[edits].count(in: pool) }

  /// What an edited array has at an index.
  func element(_ edits: Int, at index: Int) -> ChildRope.Element {
    arrays[edits].element(at: index, in: pool)
  }

  /// The stretch of an edited array that begins at an index; `nil` at its end.
  func stretch(_ edits: Int, at index: Int) -> ChildRope.Stretch? {
    index < arrays[edits].count(in: pool) ? arrays[edits].stretch(at: index, in: pool) : nil
  }

  /// The next added member of an edited object that was not removed, from a position on.
  func nextMember(_ edits: Int, from position: Int) -> (position: Int, member: ObjectEdits.Member)?
  {
    var position = position
    while position < objects[edits].members.count {
      let member = objects[edits].members[position]
      if member.value != .none { return (position, member) }
      position += 1
    }
    return nil
  }

  // MARK: Elements

  @inline(__always)
  mutating func insertElement(_ ref: NodeRef, _ edits: Int, at index: Int) {
    if pool.insertAtFinger(ref, at: index, ofArray: edits) { return }
    arrays[edits].insert(ref, at: index, in: &pool)
    pool.finger.array = edits
  }

  mutating func restoreElement(original ordinal: Int, _ edits: Int, at index: Int) {
    arrays[edits].restore(original: ordinal, at: index, in: &pool)
  }

  @discardableResult
  mutating func removeElement(_ edits: Int, at index: Int) -> ChildRope.Element {
    arrays[edits].remove(at: index, in: &pool)
  }

  mutating func replaceInserted(_ edits: Int, at index: Int, with ref: NodeRef) {
    arrays[edits].replaceInserted(at: index, with: ref, in: &pool)
  }

  /// Notes that a value or name of so much text has come to a place.
  @inline(__always)
  mutating func noteArrival(bytes: Int, nodes: Int) {
    sizeBound &+= bytes
    laidOutNodes &+= nodes
  }

  mutating func raiseDepthBound(to bound: Int) { depthBound = max(depthBound, bound) }

  // MARK: Entries

  /// Enters an array that is about to change.
  mutating func enterArray(_ container: NodeRef, originalCount: Int) -> Int {
    arrays.append(ChildRope(originalCount: originalCount, in: &pool))
    return enter(container, arrays.count - 1)
  }

  /// Enters an object that is about to gain or lose members.
  mutating func enterObject(_ container: NodeRef, originalCount: Int) -> Int {
    objects.append(ObjectEdits(count: originalCount))
    return enter(container, objects.count - 1)
  }

  private mutating func enter(_ container: NodeRef, _ edits: Int) -> Int {
    containers.updateValue(UInt32(truncatingIfNeeded: edits), for: container)
    return edits
  }

  /// How many nodes have an entry.
  @inline(__always)
  var count: Int { replacements.count + containers.count }

  /// The nodes with an entry, in the order of the text.
  @inline(__always)
  var editedNodes: EditedNodes {
    var nodes = EditedNodes(capacity: count)
    replacements.forEachEntry { nodes.insert(.init($0, current: NodeRef(rawValue: $1))) }
    containers.forEachEntry { container, _ in nodes.insert(.init(container, current: container)) }
    nodes.sort()
    return nodes
  }
}
