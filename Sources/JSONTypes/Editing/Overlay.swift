/// The edits of a document, where a storage, its editor and its readers find them.
///
/// Safety: the runtime does not check that nobody reads the edits while they change, which would cost more than most
/// edits. It holds because an overlay only changes through an ``Editor``, whose storage is held by nobody else, and no
/// access to it calls out.
@safe
final class Overlay {
  @exclusivity(unchecked) private var unchecked: Edits

  init() { unsafe unchecked = Edits() }

  init(copying other: Overlay) { unsafe unchecked = Edits(copying: other.unchecked) }

  // MARK: Reading

  // One function for each question: a reader must not copy the edits to ask it.

  @inline(__always)
  func replacement(of child: NodeRef) -> NodeRef? {
    unsafe unchecked.replacements[child].map { NodeRef(rawValue: $0) }
  }

  @inline(__always)
  func edits(of container: NodeRef) -> Int? {
    unsafe unchecked.containers[container].map { Int($0) }
  }

  /// How many nodes have an entry.
  @inline(__always)
  var count: Int { unsafe unchecked.count }

  func childCount(_ edits: Int, isArray: Bool) -> Int {
    unsafe unchecked.childCount(edits, isArray: isArray)
  }

  @inline(__always)
  func elementCount(_ edits: Int) -> Int { unsafe unchecked.elementCount(edits) }

  func element(_ edits: Int, at index: Int) -> ChildRope.Element {
    settle()
    return unsafe unchecked.element(edits, at: index)
  }

  func stretch(_ edits: Int, at index: Int) -> ChildRope.Stretch? {
    settle()
    return unsafe unchecked.stretch(edits, at: index)
  }

  /// Brings ropes up to date that an editor has not finished with; if there is one, nobody else looks at them.
  @inline(__always)
  private func settle() {
    if unsafe unchecked.pool.isUnsettled { unsafe unchecked.pool.settle() }
  }

  /// The children of an edited array from an index on that lie in one piece; there must be one.
  @inline(__always)
  func part(_ edits: Int, at index: Int) -> ChildRope.Part {
    settle()
    return unsafe unchecked.arrays[edits].part(at: index, in: unchecked.pool)
  }

  /// A node that such a part consists of.
  @inline(__always)
  func insertedNode(at slot: Int) -> NodeRef {
    NodeRef(rawValue: unsafe unchecked.pool.slots[slot])
  }

  /// How many members an edited object has.
  @inline(__always)
  func memberCount(_ edits: Int) -> Int { unsafe unchecked.objects[edits].count }

  /// The members that an edited object gained, with those that it has lost again.
  @inline(__always)
  func members(_ edits: Int) -> ContiguousArray<ObjectEdits.Member> {
    unsafe unchecked.objects[edits].members
  }

  func nextMember(_ edits: Int, from position: Int) -> (position: Int, member: ObjectEdits.Member)?
  {
    unsafe unchecked.nextMember(edits, from: position)
  }

  func member(
    _ edits: Int, hash: UInt32, where isSame: (NodeRef) -> Bool
  ) -> (Int, NodeRef)? {
    unsafe unchecked.objects[edits].first(hash: hash, where: isSame)
  }

  var depthBound: Int { unsafe unchecked.depthBound }

  var sizeBound: Int { unsafe unchecked.sizeBound }

  var laidOutNodes: Int { unsafe unchecked.laidOutNodes }

  /// The nodes with an entry, in the order of the text.
  @inline(__always)
  var editedNodes: EditedNodes { unsafe unchecked.editedNodes }

  // MARK: Changing

  var edits: Edits {
    @inline(__always) _read { yield unsafe unchecked }
    @inline(__always) _modify { yield unsafe &unchecked }
  }
}
