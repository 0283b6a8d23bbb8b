/// The containers that the last pointer led through, where the next pointer often goes as well.
///
/// An edit changes the children of the container that its pointer ends in, and nothing on the way there. So whatever
/// the operations of a patch do, the way of the last one is still right; only a new root makes it useless.
struct Trail {
  /// Where a way ends: the container, and how many tokens lead to it.
  typealias End = (container: NodeRef, depth: Int)

  /// A container on the way.
  private struct Step {
    /// How many bytes of the way lead to it.
    var end: UInt32 = 0
    var container = NodeRef.none
  }

  /// The pointer to the last container, and the storage that keeps its text alive.
  private var way = TextSlice()
  private var owner: Storage?
  private var steps = InlineArray<8, Step>(repeating: Step())
  private var count = 0
  /// Where the way ended; ``NodeRef/none`` if it did not come to an end.
  private var end: End = (.none, 0)
  /// The string of the last pointer, if it went this way to its end.
  private var latest = NodeRef.none

  /// Where the way of a pointer ends, if the last pointer is the one that it is known to share its way with.
  @inline(__always)
  mutating func end(ofSibling pointer: CompiledPointer, in owner: Storage) -> End? {
    guard pointer.sibling != .none, pointer.sibling == latest, self.owner === owner else {
      return nil
    }
    latest = pointer.string
    return end
  }

  /// Where the way of a pointer ends, if it is the last one again.
  @inline(__always)
  mutating func end(of way: TextSlice, _ pointer: CompiledPointer) -> End? {
    guard end.container != .none, way == self.way else { return nil }
    latest = pointer.string
    return end
  }

  /// Keeps the document alive that the next text is part of; forgets the way if that is not the last one's.
  @inline(__always)
  mutating func keep(_ owner: Storage) {
    guard self.owner !== owner else { return }
    reset()
    self.owner = owner
  }

  /// Goes along the trail with a text, and leaves it where the text does: the container there, its depth, and how many
  /// bytes lead to it.
  @inline(__always)
  mutating func start(
    _ way: TextSlice, root: NodeRef
  ) -> (container: NodeRef, depth: Int, position: Int) {
    var start = (container: root, depth: 0, position: 0)
    if count > 0 {
      let common = self.way.commonPrefix(way)
      while start.depth < count {
        let step = steps[start.depth]
        let end = Int(step.end)
        guard end <= common, end == way.count || way[end] == UInt8(ascii: "/") else { break }
        start = (step.container, start.depth + 1, end)
      }
    }
    count = start.depth
    end.container = .none
    latest = .none
    self.way = way
    return start
  }

  /// Adds the container that the way leads to next; those that are too deep are found anew each time.
  @inline(__always)
  mutating func append(_ container: NodeRef, position: Int, depth: Int) {
    guard depth == count + 1, count < steps.count else { return }
    steps[count] = Step(end: UInt32(truncatingIfNeeded: position), container: container)
    count += 1
  }

  /// Notes where the way of a pointer has ended.
  @inline(__always)
  mutating func finish(at end: End, _ pointer: CompiledPointer) {
    self.end = end
    latest = pointer.string
  }

  /// Forgets the way, since the document has another root or the text is not kept.
  @inline(__always)
  mutating func reset() {
    way = TextSlice()
    count = 0
    end.container = .none
    latest = .none
  }
}
