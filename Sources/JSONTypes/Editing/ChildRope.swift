/// The children of an edited array, in order.
///
/// A plain list would make an insertion at the front of a long array cost as much as the array is
/// long. This is a treap of pieces instead: a piece is either a run of children that the tape holds
/// in this order anyway, named by their ordinals and never expanded, or a chunk: a few elements that
/// stand side by side, inserted nodes for the most part, or all of a short array.
/// Creating the rope costs nothing, every access O(log pieces).
struct ChildRope {
  enum Element {
    /// The child of the tape with this ordinal.
    case original(Int)
    case inserted(NodeRef)
  }

  private(set) var root = RopePool.none

  /// Creates a rope without children.
  init() {}

  init(originalCount: Int, in pool: inout RopePool) {
    if originalCount > 0 { root = pool.makePiece(originalCount: originalCount) }
  }

  @inline(__always)
  func count(in pool: borrowing RopePool) -> Int { pool.total(root) + pool.pending(below: root) }

  // MARK: Reading

  func element(at position: Int, in pool: borrowing RopePool) -> Element {
    let (piece, offset) = find(position, in: pool)
    return pool.element(offset, of: pool[piece])
  }

  private func find(
    _ position: Int, in pool: borrowing RopePool
  ) -> (piece: Int32, offset: Int) {
    var current = root
    var offset = position
    while true {
      let piece = pool[current]
      let before = pool.total(piece.left)
      if offset < before {
        current = piece.left
      } else if offset < before + Int(piece.count) {
        return (current, offset - before)
      } else {
        offset -= before + Int(piece.count)
        current = piece.right
      }
    }
  }

  /// A stretch of children that belong together.
  enum Stretch {
    case original(Range<Int>)
    case inserted(NodeRef)
  }

  /// The stretch that begins at a position: as long as the children follow each other in the tape.
  func stretch(at position: Int, in pool: borrowing RopePool) -> Stretch {
    let (found, offset) = find(position, in: pool)
    let piece = pool[found]
    switch pool.element(offset, of: piece) {
    case .inserted(let ref):
      return .inserted(ref)
    case .original(let first):
      var run = pool.originals(from: offset, of: piece, at: first)
      // Runs that an insertion divided come together again when it is removed.
      while position + run.count < pool.total(root) {
        let (next, offset) = find(position + run.count, in: pool)
        guard offset == 0, case .original(run.upperBound) = pool.element(0, of: pool[next])
        else { break }
        let rest = pool.originals(from: 0, of: pool[next], at: run.upperBound)
        run = run.lowerBound..<rest.upperBound
      }
      return .original(run)
    }
  }

  // MARK: Changing

  /// Inserts a node, and points at it.
  mutating func insert(_ ref: NodeRef, at position: Int, in pool: inout RopePool) {
    pool.settle()
    if pool.insertIntoChunk(ref, at: position, below: root) { return }
    let piece = pool.makePiece(inserting: ref)
    root = pool.insert(piece, at: position, below: root)
    pool.point(at: piece, start: position, below: root)
  }

  /// Puts back a child of the tape that was removed.
  mutating func restore(original ordinal: Int, at position: Int, in pool: inout RopePool) {
    pool.settle()
    let piece = pool.makePiece(start: Int32(truncatingIfNeeded: ordinal), count: 1)
    root = pool.insert(piece, at: position, below: root)
  }

  @discardableResult
  mutating func remove(at position: Int, in pool: inout RopePool) -> Element {
    pool.settle()
    let (found, offset) = find(position, in: pool)
    let piece = pool[found]
    let removed = pool.element(offset, of: piece)
    let last = Int(piece.count) - 1
    if last == 0 {
      root = pool.remove(found, at: position, below: root)
    } else if !piece.isRun {
      pool.removeFromChunk(of: found, at: offset)
      pool.addToTotals(-1, downTo: found, at: position, below: root)
    } else if offset == 0 {
      pool[found].start += 1
      pool[found].count -= 1
      pool.addToTotals(-1, downTo: found, at: position, below: root)
    } else {
      // What is left of the run behind the child, if anything, becomes a piece of its own.
      pool[found].count = Int32(truncatingIfNeeded: offset)
      pool.addToTotals(offset - last - 1, downTo: found, at: position, below: root)
      if offset < last {
        let rest = pool.makePiece(
          start: piece.start + Int32(truncatingIfNeeded: offset + 1), count: last - offset)
        root = pool.insert(rest, at: position, below: root)
      }
    }
    return removed
  }

  /// Exchanges an inserted child for another.
  func replaceInserted(at position: Int, with ref: NodeRef, in pool: inout RopePool) {
    pool.settle()
    let (found, offset) = find(position, in: pool)
    pool.slots[pool[found].firstSlot + offset] = ref.rawValue
  }
}
