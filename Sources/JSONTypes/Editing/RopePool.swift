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
    /// The first ordinal of a run, or the complement of the chunk that holds the elements.
    var start: Int32 = 0
    /// How many slots of the chunk are free before its first element.
    var lead: Int32 = 0
    /// A bit for each element of the chunk, the first one lowest, that is a child of the tape.
    var originals: UInt32 = 0

    var isRun: Bool { start >= 0 }
    /// Where the first element stands among the slots of all chunks.
    var firstSlot: Int { Int(~start) &* RopePool.chunkCapacity &+ Int(lead) }
  }

  /// As many as there are bits for them.
  static let chunkCapacity = 32
  static let none: Int32 = -1

  var pieces: ContiguousArray<Piece> = []
  /// The elements of all chunks: nodes that were inserted, and the ordinals of children of the tape.
  var slots: ContiguousArray<UInt32> = []
  private var freePieces: ContiguousArray<Int32> = []
  var freeChunks: ContiguousArray<Int32> = []
  var finger = Finger()
  private var randomState = seed

  /// Drawn once per process, so that nobody can prepare insertions that unbalance a treap.
  ///
  /// From what Swift's own tables draw, so that a process whose tables are the same in each run, for whoever counts, has the
  /// same treaps as well. Never 0, of which nothing random would follow.
  private static let seed = UInt32(truncatingIfNeeded: Hasher().finalize()) | 1

  init() {}

  /// Creates a second set of the same pieces.
  init(copying other: borrowing RopePool) {
    pieces = other.pieces
    slots = other.slots
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

  mutating func makePiece(
    start: Int32, count: Int, lead: Int = 0, originals: UInt32 = 0
  ) -> Int32 {
    // xorshift: the shape of a treap must not depend on the data.
    randomState ^= randomState << 13
    randomState ^= randomState >> 17
    randomState ^= randomState << 5
    let size = Int32(truncatingIfNeeded: count)
    let piece = Piece(
      priority: randomState, count: size, total: size, start: start,
      lead: Int32(truncatingIfNeeded: lead), originals: originals)
    if let free = freePieces.popLast() {
      pieces[Int(free)] = piece
      return free
    }
    if pieces.isEmpty { pieces.reserveCapacity(8) }
    pieces.append(piece)
    return Int32(truncatingIfNeeded: pieces.count - 1)
  }

  private mutating func release(_ piece: Int32) {
    if !self[piece].isRun { freeChunks.append(~self[piece].start) }
    freePieces.append(piece)
  }

  /// Forgets all pieces, but keeps the memory for others.
  mutating func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    freePieces.removeAll(keepingCapacity: true)
    freeChunks.removeAll(keepingCapacity: true)
    finger = Finger()
  }

  // MARK: Treaps

  /// A place below a piece, or that of the root.
  private struct Place {
    var parent = RopePool.none
    var isLeft = false
    var child: Int32
  }

  /// Inserts a piece into a treap, and returns the root of it.
  mutating func insert(_ piece: Int32, at position: Int, below root: Int32) -> Int32 {
    // What a cut leaves over goes where its own priority wants it: below the piece that it was cut from, cuts that
    // follow each other would make a treap as deep as they are many.
    let rest = cut(at: position, below: root)
    let root = enter(piece, at: position, below: root)
    return rest == Self.none
      ? root : enter(rest, at: position + Int(self[piece].count), below: root)
  }

  /// Enters a piece at a position that no other is across.
  private mutating func enter(_ piece: Int32, at position: Int, below root: Int32) -> Int32 {
    let (priority, count) = (self[piece].priority, self[piece].count)
    var place = Place(child: root)
    var offset = position
    while place.child != Self.none {
      let here = self[place.child]
      if here.priority < priority { break }
      self[place.child].total += count
      let before = total(here.left)
      let isLeft = offset <= before
      if !isLeft { offset -= before + Int(here.count) }
      place = Place(parent: place.child, isLeft: isLeft, child: isLeft ? here.left : here.right)
    }
    (self[piece].left, self[piece].right) = split(place.child, at: offset)
    updateTotal(piece)
    return fill(place, with: piece, below: root)
  }

  /// Cuts the piece in two that is across a position, if there is one, and takes the second part out of the treap.
  private mutating func cut(at position: Int, below root: Int32) -> Int32 {
    var current = root
    var offset = position
    while current != Self.none {
      let here = self[current]
      let before = total(here.left)
      let end = before + Int(here.count)
      if offset > before, offset < end {
        let rest = divide(current, at: offset - before)
        addToTotals(-Int(self[rest].count), downTo: current, at: position, below: root)
        return rest
      }
      if offset <= before {
        current = here.left
      } else {
        offset -= end
        current = here.right
      }
    }
    return Self.none
  }

  /// Takes the piece at a position out of a treap, and returns the root of it.
  mutating func remove(_ piece: Int32, at position: Int, below root: Int32) -> Int32 {
    let removed = self[piece]
    var place = Place(child: root)
    var offset = position
    while place.child != piece {
      self[place.child].total -= removed.count
      place = step(from: place.child, toward: &offset)
    }
    release(piece)
    return fill(place, with: merge(removed.left, removed.right), below: root)
  }

  /// Changes the totals on the way from the root to the piece at a position, that of the piece included.
  mutating func addToTotals(
    _ difference: Int, downTo piece: Int32, at position: Int, below root: Int32
  ) {
    var current = root
    var offset = position
    while true {
      self[current].total += Int32(truncatingIfNeeded: difference)
      if current == piece { return }
      current = step(from: current, toward: &offset).child
    }
  }

  /// The place below a piece that a position is in; the position becomes one within it.
  private func step(from piece: Int32, toward offset: inout Int) -> Place {
    let here = self[piece]
    let before = total(here.left)
    if offset < before { return Place(parent: piece, isLeft: true, child: here.left) }
    offset -= before + Int(here.count)
    return Place(parent: piece, isLeft: false, child: here.right)
  }

  /// Puts a piece into a place, and returns the root.
  private mutating func fill(_ place: Place, with piece: Int32, below root: Int32) -> Int32 {
    if place.parent == Self.none { return piece }
    if place.isLeft {
      self[place.parent].left = piece
    } else {
      self[place.parent].right = piece
    }
    return root
  }

  private mutating func updateTotal(_ piece: Int32) {
    let here = self[piece]
    self[piece].total =
      here.count + Int32(truncatingIfNeeded: total(here.left) + total(here.right))
  }

  /// Divides a treap at a position that no piece is across: its first elements are in the first part.
  private mutating func split(_ piece: Int32, at position: Int) -> (Int32, Int32) {
    guard piece != Self.none else { return (Self.none, Self.none) }
    let before = total(self[piece].left)
    if position <= before {
      let (head, tail) = split(self[piece].left, at: position)
      self[piece].left = tail
      updateTotal(piece)
      return (head, piece)
    }
    let end = before + Int(self[piece].count)
    let (head, tail) = split(self[piece].right, at: position - end)
    self[piece].right = head
    updateTotal(piece)
    return (piece, tail)
  }

  /// Cuts a piece in two and returns the second part.
  private mutating func divide(_ piece: Int32, at offset: Int) -> Int32 {
    let whole = self[piece]
    let rest = Int(whole.count) - offset
    self[piece].count = Int32(truncatingIfNeeded: offset)
    if whole.isRun {
      return makePiece(start: whole.start + Int32(truncatingIfNeeded: offset), count: rest)
    }
    let second = makePiece(
      start: ~makeChunk(), count: rest, lead: (Self.chunkCapacity - rest) / 2,
      originals: whole.originals &>> UInt32(truncatingIfNeeded: offset))
    self[piece].originals &= Piece.bits(below: offset)
    for slot in 0..<rest {
      slots[self[second].firstSlot + slot] = slots[whole.firstSlot + offset + slot]
    }
    return second
  }

  private mutating func merge(_ head: Int32, _ tail: Int32) -> Int32 {
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
