/// The pieces of all ropes of a document, so that editing an array allocates nothing of its own.
struct RopePool: ~Copyable {
  /// Some children of an array that belong together, and a node of its treap.
  struct Piece {
    var left: Int32 = RopePool.none
    var right: Int32 = RopePool.none
    var priority: UInt32 = 0
    /// The elements of this piece.
    var count: Int32 = 0
    /// The elements of this piece and everything below it.
    var total: Int32 = 0
    /// The first ordinal of a run, or the complement of the chunk that holds inserted nodes.
    var start: Int32 = 0
    /// How many places of the chunk are free before its first node.
    var lead: Int32 = 0

    var isRun: Bool { start >= 0 }
    /// Where the first node stands in the list of all inserted nodes.
    var firstSlot: Int { Int(~start) * RopePool.chunkCapacity + Int(lead) }
  }

  static let chunkCapacity = 32
  static let none: Int32 = -1

  private var pieces: ContiguousArray<Piece> = []
  /// The nodes of all chunks.
  var inserted: ContiguousArray<NodeRef> = []
  private var freePieces: ContiguousArray<Int32> = []
  var freeChunks: ContiguousArray<Int32> = []
  var finger = Finger()
  private var randomState = seed

  /// Drawn once per process, so that nobody can prepare insertions that unbalance a treap.
  private static let seed = UInt32.random(in: 1 ... .max)

  init() {}

  /// Creates a second set of the same pieces.
  init(copying other: borrowing RopePool) {
    pieces = other.pieces
    inserted = other.inserted
    freePieces = other.freePieces
    freeChunks = other.freeChunks
    finger = other.finger
    randomState = other.randomState
  }

  subscript(piece: Int32) -> Piece {
    @inline(__always) get { pieces[Int(piece)] }
    @inline(__always) _modify { yield &pieces[Int(piece)] }
  }

  @inline(__always)
  func total(_ piece: Int32) -> Int { piece < 0 ? 0 : Int(pieces[Int(piece)].total) }

  mutating func makePiece(start: Int32, count: Int, lead: Int = 0) -> Int32 {
    // xorshift: the shape of a treap must not depend on the data.
    randomState ^= randomState << 13
    randomState ^= randomState >> 17
    randomState ^= randomState << 5
    let size = Int32(truncatingIfNeeded: count)
    let piece = Piece(
      priority: randomState, count: size, total: size, start: start,
      lead: Int32(truncatingIfNeeded: lead))
    if let free = freePieces.popLast() {
      pieces[Int(free)] = piece
      return free
    }
    if pieces.isEmpty { pieces.reserveCapacity(8) }
    pieces.append(piece)
    return Int32(truncatingIfNeeded: pieces.count - 1)
  }

  mutating func release(_ piece: Int32) {
    if !self[piece].isRun { freeChunks.append(~self[piece].start) }
    freePieces.append(piece)
  }

  /// Forgets all pieces, but keeps the memory for others.
  mutating func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    inserted.removeAll(keepingCapacity: true)
    freePieces.removeAll(keepingCapacity: true)
    freeChunks.removeAll(keepingCapacity: true)
    finger = Finger()
  }

  mutating func updateTotal(_ piece: Int32) {
    let here = self[piece]
    self[piece].total =
      here.count + Int32(truncatingIfNeeded: total(here.left) + total(here.right))
  }

  // MARK: Treaps

  /// Divides a treap so that its first `position` elements are in the first part.
  mutating func split(_ piece: Int32, at position: Int) -> (Int32, Int32) {
    guard piece != Self.none else { return (Self.none, Self.none) }
    let before = total(self[piece].left)
    let end = before + Int(self[piece].count)
    if position <= before {
      let (head, tail) = split(self[piece].left, at: position)
      self[piece].left = tail
      updateTotal(piece)
      return (head, piece)
    }
    if position >= end {
      let (head, tail) = split(self[piece].right, at: position - end)
      self[piece].right = head
      updateTotal(piece)
      return (piece, tail)
    }
    let second = divide(piece, at: position - before)
    let right = self[piece].right
    self[piece].right = Self.none
    updateTotal(piece)
    return (piece, merge(second, right))
  }

  /// Cuts a piece in two and returns the second part.
  private mutating func divide(_ piece: Int32, at offset: Int) -> Int32 {
    let whole = self[piece]
    let rest = Int(whole.count) - offset
    self[piece].count = Int32(truncatingIfNeeded: offset)
    if whole.isRun {
      return makePiece(start: whole.start + Int32(truncatingIfNeeded: offset), count: rest)
    }
    let chunk = makeChunk()
    let lead = (Self.chunkCapacity - rest) / 2
    let second = makePiece(start: ~chunk, count: rest, lead: lead)
    for slot in 0..<rest {
      inserted[self[second].firstSlot + slot] = inserted[whole.firstSlot + offset + slot]
    }
    return second
  }

  mutating func merge(_ head: Int32, _ tail: Int32) -> Int32 {
    if head == Self.none { return tail }
    if tail == Self.none { return head }
    if self[head].priority >= self[tail].priority {
      let right = merge(self[head].right, tail)
      self[head].right = right
      updateTotal(head)
      return head
    }
    let left = merge(head, self[tail].left)
    self[tail].left = left
    updateTotal(tail)
    return tail
  }
}
