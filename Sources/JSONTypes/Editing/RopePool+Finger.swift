/// Insertions next to the last one.
///
/// Many patches insert one element after the other in the same place. The finger remembers the piece that the last one
/// went to, so that the next one finds it without a walk from the root. Then the piece and the totals above it are behind;
/// ``settle()`` brings them up to date, before anything else looks at a treap and when an editor has done its work.
extension RopePool {
  struct Finger {
    /// The position of the array among the edited ones, if it is known.
    var array = -1
    /// The root of the treap that it points into.
    var root = RopePool.none
    var piece = RopePool.none
    /// The piece as it is now.
    var content = Piece()
    /// The position of the piece's first element.
    var start = 0
    /// How many elements the totals do not count yet.
    var pending = 0
  }

  /// The elements of a treap that its totals do not count yet.
  @inline(__always)
  func pending(below root: Int32) -> Int { finger.root == root ? finger.pending : 0 }

  /// Whether any totals are behind.
  @inline(__always)
  var isUnsettled: Bool { finger.pending > 0 }

  /// Points at a chunk.
  mutating func point(at piece: Int32, start: Int, below root: Int32) {
    finger = Finger(root: root, piece: piece, content: self[piece], start: start)
  }

  /// Inserts into the piece that the finger points at, if it is one of this array, the position touches it, and it has room.
  @inline(__always)
  mutating func insertAtFinger(_ ref: NodeRef, at position: Int, ofArray array: Int) -> Bool {
    guard finger.array == array else { return false }
    let offset = position - finger.start
    let count = Int(finger.content.count)
    guard offset >= 0, offset <= count, count < Self.chunkCapacity else { return false }
    finger.content.insert(ref, at: offset, in: &slots)
    finger.pending &+= 1
    return true
  }

  /// Brings all totals up to date, and lets go of the piece.
  mutating func settle() {
    guard finger.root != Self.none else { return }
    if finger.pending > 0 {
      self[finger.piece].count = finger.content.count
      self[finger.piece].lead = finger.content.lead
      self[finger.piece].originals = finger.content.originals
      addToTotals(finger.pending, downTo: finger.piece, at: finger.start, below: finger.root)
    }
    finger = Finger()
  }
}
