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

  private struct Piece {
    var left: Int32
    var right: Int32
    var priority: UInt32
    /// The elements of this piece.
    var count: Int32
    /// The elements of this piece and everything below it.
    var total: Int32
    /// The first ordinal of a run, or the complement of the chunk that holds inserted nodes.
    var start: Int32

    var isRun: Bool { start >= 0 }
    var chunk: Int { Int(~start) }
  }

  private static let chunkCapacity = 32
  private static let none: Int32 = -1

  private var pieces: ContiguousArray<Piece> = []
  private var inserted: ContiguousArray<NodeRef> = []
  private var freePieces: ContiguousArray<Int32> = []
  private var freeChunks: ContiguousArray<Int32> = []
  private var root = none
  /// Scratch for the way from the root to a piece.
  private var path: ContiguousArray<Int32> = []
  private var randomState: UInt32 = 0x9E37_79B9

  init(originalCount: Int) {
    if originalCount > 0 { root = makePiece(start: 0, count: originalCount) }
  }

  var count: Int { total(root) }

  // MARK: Reading

  subscript(position: Int) -> Element {
    let (piece, offset) = find(position)
    return element(offset, of: pieces[Int(piece)])
  }

  private func element(_ offset: Int, of piece: Piece) -> Element {
    piece.isRun
      ? .original(Int(piece.start) + offset)
      : .inserted(inserted[piece.chunk * Self.chunkCapacity + offset])
  }

  /// Counts one element less on the way from the root to the piece that holds the position.
  private mutating func removeFromTotals(_ position: Int, of target: Int32) {
    var current = root
    var offset = position
    while current != target {
      let piece = pieces[Int(current)]
      let before = total(piece.left)
      pieces[Int(current)].total -= 1
      if offset < before {
        current = piece.left
      } else {
        offset -= before + Int(piece.count)
        current = piece.right
      }
    }
    pieces[Int(target)].total -= 1
  }

  private func find(_ position: Int) -> (piece: Int32, offset: Int) {
    var current = root
    var offset = position
    while true {
      let piece = pieces[Int(current)]
      let before = total(piece.left)
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

  /// All children in order, runs unexpanded.
  var stretches: [Stretch] {
    var result: [Stretch] = []
    var path: [Int32] = []
    var current = root
    while current != Self.none || !path.isEmpty {
      while current != Self.none {
        path.append(current)
        current = pieces[Int(current)].left
      }
      let piece = pieces[Int(path.removeLast())]
      if piece.isRun {
        let run = Int(piece.start)..<Int(piece.start) + Int(piece.count)
        if case .original(let last)? = result.last, last.upperBound == run.lowerBound {
          result[result.count - 1] = .original(last.lowerBound..<run.upperBound)
        } else {
          result.append(.original(run))
        }
      } else {
        let first = piece.chunk * Self.chunkCapacity
        for slot in first..<first + Int(piece.count) { result.append(.inserted(inserted[slot])) }
      }
      current = piece.right
    }
    return result
  }

  // MARK: Changing

  mutating func insert(_ ref: NodeRef, at position: Int) {
    if insertIntoChunk(ref, at: position) { return }
    let chunk = makeChunk()
    inserted[Int(chunk) * Self.chunkCapacity] = ref
    insertPiece(makePiece(start: ~chunk, count: 1), at: position)
  }

  /// Puts back a child of the tape that was removed.
  mutating func restore(original ordinal: Int, at position: Int) {
    insertPiece(makePiece(start: Int32(truncatingIfNeeded: ordinal), count: 1), at: position)
  }

  @discardableResult
  mutating func remove(at position: Int) -> Element {
    let (found, offset) = find(position)
    let piece = pieces[Int(found)]
    let removed = element(offset, of: piece)
    if !piece.isRun, piece.count > 1 {
      let first = piece.chunk * Self.chunkCapacity
      for slot in first + offset..<first + Int(piece.count) - 1 {
        inserted[slot] = inserted[slot + 1]
      }
      pieces[Int(found)].count -= 1
      removeFromTotals(position, of: found)
    } else {
      let (head, rest) = split(root, at: position)
      let (single, tail) = split(rest, at: 1)
      release(single)
      root = merge(head, tail)
    }
    return removed
  }

  /// Exchanges an inserted child for another.
  mutating func replaceInserted(at position: Int, with ref: NodeRef) {
    let (found, offset) = find(position)
    inserted[pieces[Int(found)].chunk * Self.chunkCapacity + offset] = ref
  }

  // MARK: Pieces

  private func total(_ piece: Int32) -> Int { piece < 0 ? 0 : Int(pieces[Int(piece)].total) }

  private mutating func makePiece(start: Int32, count: Int) -> Int32 {
    // xorshift: the shape of the treap must not depend on the data.
    randomState ^= randomState << 13
    randomState ^= randomState >> 17
    randomState ^= randomState << 5
    let size = Int32(truncatingIfNeeded: count)
    let piece = Piece(
      left: Self.none, right: Self.none, priority: randomState, count: size, total: size,
      start: start)
    if let free = freePieces.popLast() {
      pieces[Int(free)] = piece
      return free
    }
    pieces.append(piece)
    return Int32(truncatingIfNeeded: pieces.count - 1)
  }

  private mutating func makeChunk() -> Int32 {
    if let free = freeChunks.popLast() { return free }
    let chunk = Int32(truncatingIfNeeded: inserted.count / Self.chunkCapacity)
    inserted.append(contentsOf: repeatElement(.none, count: Self.chunkCapacity))
    return chunk
  }

  private mutating func release(_ piece: Int32) {
    if !pieces[Int(piece)].isRun { freeChunks.append(~pieces[Int(piece)].start) }
    freePieces.append(piece)
  }

  /// Inserts into a piece of inserted nodes that touches the position and has room.
  private mutating func insertIntoChunk(_ ref: NodeRef, at position: Int) -> Bool {
    path.removeAll(keepingCapacity: true)
    var current = root
    var offset = position
    while current != Self.none {
      let piece = pieces[Int(current)]
      let before = total(piece.left)
      let end = before + Int(piece.count)
      path.append(current)
      if !piece.isRun, piece.count < Self.chunkCapacity, offset >= before, offset <= end {
        insert(ref, intoChunkOf: current, at: offset - before)
        for ancestor in path { pieces[Int(ancestor)].total += 1 }
        return true
      }
      if offset > before, offset < end { return false }
      if offset <= before {
        current = piece.left
      } else {
        offset -= end
        current = piece.right
      }
    }
    return false
  }

  private mutating func insert(_ ref: NodeRef, intoChunkOf piece: Int32, at offset: Int) {
    let first = pieces[Int(piece)].chunk * Self.chunkCapacity
    var slot = first + Int(pieces[Int(piece)].count)
    while slot > first + offset {
      inserted[slot] = inserted[slot - 1]
      slot -= 1
    }
    inserted[slot] = ref
    pieces[Int(piece)].count += 1
  }

  private mutating func insertPiece(_ piece: Int32, at position: Int) {
    let (head, tail) = split(root, at: position)
    root = merge(merge(head, piece), tail)
  }

  private mutating func updateTotal(_ piece: Int32) {
    let here = pieces[Int(piece)]
    pieces[Int(piece)].total =
      here.count + Int32(truncatingIfNeeded: total(here.left) + total(here.right))
  }

  /// Divides a treap so that its first `position` elements are in the first part.
  private mutating func split(_ piece: Int32, at position: Int) -> (Int32, Int32) {
    guard piece != Self.none else { return (Self.none, Self.none) }
    let before = total(pieces[Int(piece)].left)
    let end = before + Int(pieces[Int(piece)].count)
    if position <= before {
      let (head, tail) = split(pieces[Int(piece)].left, at: position)
      pieces[Int(piece)].left = tail
      updateTotal(piece)
      return (head, piece)
    }
    if position >= end {
      let (head, tail) = split(pieces[Int(piece)].right, at: position - end)
      pieces[Int(piece)].right = head
      updateTotal(piece)
      return (piece, tail)
    }
    let second = divide(piece, at: position - before)
    let right = pieces[Int(piece)].right
    pieces[Int(piece)].right = Self.none
    updateTotal(piece)
    return (piece, merge(second, right))
  }

  /// Cuts a piece in two and returns the second part.
  private mutating func divide(_ piece: Int32, at offset: Int) -> Int32 {
    let whole = pieces[Int(piece)]
    let rest = Int(whole.count) - offset
    pieces[Int(piece)].count = Int32(truncatingIfNeeded: offset)
    if whole.isRun {
      return makePiece(start: whole.start + Int32(truncatingIfNeeded: offset), count: rest)
    }
    let chunk = makeChunk()
    for slot in 0..<rest {
      inserted[Int(chunk) * Self.chunkCapacity + slot] =
        inserted[whole.chunk * Self.chunkCapacity + offset + slot]
    }
    return makePiece(start: ~chunk, count: rest)
  }

  private mutating func merge(_ head: Int32, _ tail: Int32) -> Int32 {
    if head == Self.none { return tail }
    if tail == Self.none { return head }
    if pieces[Int(head)].priority >= pieces[Int(tail)].priority {
      let right = merge(pieces[Int(head)].right, tail)
      pieces[Int(head)].right = right
      updateTotal(head)
      return head
    }
    let left = merge(head, pieces[Int(tail)].left)
    pieces[Int(tail)].left = left
    updateTotal(tail)
    return tail
  }
}
