/// The children of an edited array, in order.
///
/// A plain list would make an insertion at the front of a long array cost as much as the array is
/// long. This is a treap of pieces instead: a piece is either a run of children that the tape holds
/// in this order anyway, named by their ordinals and never expanded, or a few inserted nodes.
/// Creating the rope costs nothing, every access O(log pieces).
struct ChildRope {
  enum Element {
    /// The child of the tape with this ordinal.
    case original(Int)
    case inserted(NodeRef)
  }

  private var root = RopePool.none

  init(originalCount: Int, in pool: inout RopePool) {
    if originalCount > 0 { root = pool.makePiece(start: 0, count: originalCount) }
  }

  func count(in pool: RopePool) -> Int { pool.total(root) }

  // MARK: Reading

  func element(at position: Int, in pool: RopePool) -> Element {
    let (piece, offset) = find(position, in: pool)
    return Self.element(offset, of: pool[piece], in: pool)
  }

  private static func element(
    _ offset: Int, of piece: RopePool.Piece, in pool: RopePool
  ) -> Element {
    piece.isRun
      ? .original(Int(piece.start) + offset)
      : .inserted(pool.inserted[piece.chunk * RopePool.chunkCapacity + offset])
  }

  private func find(
    _ position: Int, in pool: RopePool
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

    var count: Int {
      switch self {
      case .original(let run): run.count
      case .inserted: 1
      }
    }
  }

  /// The stretch that begins at a position: as long as the children follow each other in the tape.
  func stretch(at position: Int, in pool: RopePool) -> Stretch {
    let (found, offset) = find(position, in: pool)
    switch Self.element(offset, of: pool[found], in: pool) {
    case .inserted(let ref):
      return .inserted(ref)
    case .original(let first):
      var run = first..<first + Int(pool[found].count) - offset
      // Runs that an insertion divided come together again when it is removed.
      while position + run.count < pool.total(root) {
        let (next, offset) = find(position + run.count, in: pool)
        let piece = pool[next]
        guard offset == 0, piece.isRun, Int(piece.start) == run.upperBound else { break }
        run = run.lowerBound..<run.upperBound + Int(piece.count)
      }
      return .original(run)
    }
  }

  // MARK: Changing

  mutating func insert(_ ref: NodeRef, at position: Int, in pool: inout RopePool) {
    if insertIntoChunk(ref, at: position, in: &pool) { return }
    let chunk = pool.makeChunk()
    pool.inserted[Int(chunk) * RopePool.chunkCapacity] = ref
    insertPiece(pool.makePiece(start: ~chunk, count: 1), at: position, in: &pool)
  }

  /// Puts back a child of the tape that was removed.
  mutating func restore(original ordinal: Int, at position: Int, in pool: inout RopePool) {
    let piece = pool.makePiece(start: Int32(truncatingIfNeeded: ordinal), count: 1)
    insertPiece(piece, at: position, in: &pool)
  }

  @discardableResult
  mutating func remove(at position: Int, in pool: inout RopePool) -> Element {
    let (found, offset) = find(position, in: pool)
    let piece = pool[found]
    let removed = Self.element(offset, of: piece, in: pool)
    if !piece.isRun, piece.count > 1 {
      let first = piece.chunk * RopePool.chunkCapacity
      for slot in first + offset..<first + Int(piece.count) - 1 {
        pool.inserted[slot] = pool.inserted[slot + 1]
      }
      removeFromTotals(position, of: found, in: &pool)
      pool[found].count -= 1
    } else {
      let (head, rest) = pool.split(root, at: position)
      let (single, tail) = pool.split(rest, at: 1)
      pool.release(single)
      root = pool.merge(head, tail)
    }
    return removed
  }

  /// Exchanges an inserted child for another.
  func replaceInserted(at position: Int, with ref: NodeRef, in pool: inout RopePool) {
    let (found, offset) = find(position, in: pool)
    pool.inserted[pool[found].chunk * RopePool.chunkCapacity + offset] = ref
  }

  private mutating func insertPiece(_ piece: Int32, at position: Int, in pool: inout RopePool) {
    let (head, tail) = pool.split(root, at: position)
    root = pool.merge(pool.merge(head, piece), tail)
  }

  /// Counts one element less on the way from the root to the piece that holds the position.
  private func removeFromTotals(_ position: Int, of target: Int32, in pool: inout RopePool) {
    var current = root
    var offset = position
    while current != target {
      let piece = pool[current]
      let before = pool.total(piece.left)
      pool[current].total -= 1
      if offset < before {
        current = piece.left
      } else {
        offset -= before + Int(piece.count)
        current = piece.right
      }
    }
    pool[target].total -= 1
  }

  /// Inserts into a piece of inserted nodes that touches the position and has room.
  private func insertIntoChunk(
    _ ref: NodeRef, at position: Int, in pool: inout RopePool
  ) -> Bool {
    guard let (target, offset) = findChunk(touching: position, in: pool) else { return false }
    Self.insert(ref, intoChunkOf: target, at: offset, in: &pool)
    // Down the same way once more, now that it is known to lead somewhere.
    var current = root
    var rest = position
    while current != target {
      pool[current].total += 1
      let piece = pool[current]
      let before = pool.total(piece.left)
      if rest <= before {
        current = piece.left
      } else {
        rest -= before + Int(piece.count)
        current = piece.right
      }
    }
    pool[target].total += 1
    return true
  }

  private func findChunk(
    touching position: Int, in pool: RopePool
  ) -> (piece: Int32, offset: Int)? {
    var current = root
    var offset = position
    while current != RopePool.none {
      let piece = pool[current]
      let before = pool.total(piece.left)
      let end = before + Int(piece.count)
      if !piece.isRun, piece.count < RopePool.chunkCapacity, offset >= before, offset <= end {
        return (current, offset - before)
      }
      if offset > before, offset < end { return nil }
      if offset <= before {
        current = piece.left
      } else {
        offset -= end
        current = piece.right
      }
    }
    return nil
  }

  private static func insert(
    _ ref: NodeRef, intoChunkOf piece: Int32, at offset: Int, in pool: inout RopePool
  ) {
    let first = pool[piece].chunk * RopePool.chunkCapacity
    var slot = first + Int(pool[piece].count)
    while slot > first + offset {
      pool.inserted[slot] = pool.inserted[slot - 1]
      slot -= 1
    }
    pool.inserted[slot] = ref
    pool[piece].count += 1
  }
}
