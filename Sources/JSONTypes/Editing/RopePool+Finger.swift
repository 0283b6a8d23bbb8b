/// Insertions next to the last one.
///
/// Many patches insert one element after the other in the same place. The finger remembers the piece that the last one
/// went to, so that the next one finds it without a walk from the root. Then the totals above the piece are behind;
/// ``settle()`` brings them up to date, before anything else looks at a treap and when an editor has done its work.
extension RopePool {
  struct Finger {
    /// The root of the treap that it points into.
    var root = RopePool.none
    var piece = RopePool.none
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

  /// Points at a piece of inserted nodes.
  mutating func point(at piece: Int32, start: Int, below root: Int32) {
    finger = Finger(root: root, piece: piece, start: start)
  }

  /// Inserts into the piece that the finger points at, if the position touches it and it has room.
  @inline(__always)
  mutating func insertAtFinger(_ ref: NodeRef, at position: Int, below root: Int32) -> Bool {
    guard finger.root == root, root != Self.none else { return false }
    let offset = position - finger.start
    let count = Int(self[finger.piece].count)
    guard offset >= 0, offset <= count, count < Self.chunkCapacity else { return false }
    insert(ref, intoChunkOf: finger.piece, at: offset)
    finger.pending += 1
    return true
  }

  /// Brings all totals up to date, and lets go of the piece.
  mutating func settle() {
    guard finger.root != Self.none else { return }
    if finger.pending > 0 {
      var current = finger.root
      var offset = finger.start
      while true {
        let piece = self[current]
        self[current].total += Int32(truncatingIfNeeded: finger.pending)
        if current == finger.piece { break }
        let before = total(piece.left)
        if offset < before {
          current = piece.left
        } else {
          offset -= before + Int(piece.count)
          current = piece.right
        }
      }
    }
    finger = Finger()
  }
}
