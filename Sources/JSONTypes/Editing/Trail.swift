/// The containers that the last pointer led through, where the next pointer often goes as well.
///
/// An edit changes the children of the container that its pointer ends in, and nothing on the way there. So whatever
/// the operations of a patch do, the way of the last one is still right; only a new root makes it useless.
struct Trail {
  /// A container on the way.
  private struct Step {
    /// How many bytes of the pointer lead to it.
    var end: UInt32 = 0
    var container = NodeRef.none
  }

  /// The last pointer, and the storage that keeps its text alive.
  private var pointer = TextSlice()
  private var owner: Storage?
  private var steps = InlineArray<8, Step>(repeating: Step())
  private var count = 0

  /// Where a walk begins that has gone along the trail as far as it leads.
  struct Start {
    var container: NodeRef
    /// How many bytes of the pointer lead there.
    var position: Int
    var depth: Int
  }

  /// Goes along the trail with a pointer of another document, and leaves it where the pointer does.
  @inline(__always)
  mutating func start(_ pointer: TextSlice, of owner: Storage, root: NodeRef) -> Start {
    var start = Start(container: root, position: 0, depth: 0)
    if count > 0 {
      let common = self.pointer.commonPrefix(pointer)
      while start.depth < count {
        let step = steps[start.depth]
        let end = Int(step.end)
        guard end <= common, end < pointer.count, pointer[end] == UInt8(ascii: "/") else { break }
        start = Start(container: step.container, position: end, depth: start.depth + 1)
      }
    }
    count = start.depth
    self.pointer = pointer
    if self.owner !== owner { self.owner = owner }
    return start
  }

  /// Adds the container that the pointer leads to next; those that are too deep are found anew each time.
  @inline(__always)
  mutating func append(_ container: NodeRef, position: Int, depth: Int) {
    guard depth == count + 1, count < steps.count else { return }
    steps[count] = Step(end: UInt32(truncatingIfNeeded: position), container: container)
    count += 1
  }

  /// Forgets the way, since the document has another root or the pointer is not kept.
  mutating func reset() {
    pointer = TextSlice()
    count = 0
  }
}
