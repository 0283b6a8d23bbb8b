extension RopePool {
  /// Arrays with no more children are taken apart when they are edited; then most edits only move a few words.
  static let shortCount = 16

  /// Takes room for some elements; they stand in its middle at first, so that they can grow both ways.
  mutating func makeChunk() -> Int32 {
    if let free = freeChunks.popLast() { return free }
    let chunk = Int32(truncatingIfNeeded: slots.count / Self.chunkCapacity)
    slots.append(contentsOf: repeatElement(0, count: Self.chunkCapacity))
    return chunk
  }

  /// Makes a piece of one inserted node.
  mutating func makePiece(inserting ref: NodeRef) -> Int32 {
    let piece = makePiece(start: ~makeChunk(), count: 1, lead: Self.chunkCapacity / 2)
    slots[self[piece].firstSlot] = ref.rawValue
    return piece
  }

  /// Makes a piece of all children of an array of the tape.
  mutating func makePiece(originalCount count: Int) -> Int32 {
    guard count <= Self.shortCount else { return makePiece(start: 0, count: count) }
    let piece = makePiece(
      start: ~makeChunk(), count: count, lead: (Self.chunkCapacity - count) / 2,
      originals: Piece.bits(below: count))
    let first = self[piece].firstSlot
    for ordinal in 0..<count { slots[first &+ ordinal] = UInt32(truncatingIfNeeded: ordinal) }
    return piece
  }

  /// What a piece has at an offset.
  @inline(__always)
  func element(_ offset: Int, of piece: Piece) -> ChildRope.Element {
    guard !piece.isRun else { return .original(Int(piece.start) &+ offset) }
    let slot = slots[piece.firstSlot &+ offset]
    return piece.isOriginal(offset) ? .original(Int(slot)) : .inserted(NodeRef(rawValue: slot))
  }

  /// The children of the tape that follow one of a piece in it as they do in the tape, that one included.
  func originals(from offset: Int, of piece: Piece, at ordinal: Int) -> Range<Int> {
    guard !piece.isRun else { return ordinal..<Int(piece.start) + Int(piece.count) }
    var run = ordinal..<ordinal + 1
    while offset + run.count < Int(piece.count), piece.isOriginal(offset + run.count),
      Int(slots[piece.firstSlot + offset + run.count]) == run.upperBound
    {
      run = run.lowerBound..<run.upperBound + 1
    }
    return run
  }

  /// Inserts into a chunk that touches the position and has room, if there is one, and points at it.
  mutating func insertIntoChunk(_ ref: NodeRef, at position: Int, below root: Int32) -> Bool {
    var current = root
    var offset = position
    while current != Self.none {
      let piece = self[current]
      let before = total(piece.left)
      let end = before + Int(piece.count)
      if !piece.isRun, piece.count < Self.chunkCapacity, offset >= before, offset <= end {
        offset -= before
        addToTotals(1, downTo: current, at: position - offset, below: root)
        pieces[Int(current)].insert(ref, at: offset, in: &slots)
        point(at: current, start: position - offset, below: root)
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

  /// Removes an element of a chunk that has others.
  mutating func removeFromChunk(of piece: Int32, at offset: Int) {
    let first = self[piece].firstSlot
    let last = first + Int(self[piece].count) - 1
    slots.move(first + offset + 1..<last + 1, to: first + offset)
    self[piece].count -= 1
    let (originals, before) = (self[piece].originals, Piece.bits(below: offset))
    self[piece].originals = originals & before | originals &>> 1 & ~before
  }
}

extension RopePool.Piece {
  /// The bits for the elements before an offset.
  @inline(__always)
  static func bits(below offset: Int) -> UInt32 {
    1 &<< UInt32(truncatingIfNeeded: offset) &- 1
  }

  /// Whether an element of a chunk is a child of the tape.
  @inline(__always)
  func isOriginal(_ offset: Int) -> Bool {
    originals &>> UInt32(truncatingIfNeeded: offset) & 1 != 0
  }

  /// Inserts into a chunk with room, by moving the elements before the place or those after it, whichever are fewer.
  @inline(__always)
  mutating func insert(
    _ ref: NodeRef, at offset: Int, in slots: inout ContiguousArray<UInt32>
  ) {
    let count = Int(count)
    var isMovingFront = offset * 2 < count
    if isMovingFront ? lead == 0 : Int(lead) + count == RopePool.chunkCapacity {
      // At the end of their room: they move to its other end, so that this does not happen every time.
      if offset == 0 || offset == count {
        let first = firstSlot
        lead = isMovingFront ? Int32(truncatingIfNeeded: RopePool.chunkCapacity - count) : 0
        slots.move(first..<first + count, to: firstSlot)
      } else {
        isMovingFront.toggle()
      }
    }
    let first = firstSlot
    if isMovingFront {
      lead &-= 1
      slots.move(first..<first + offset, to: first - 1)
    } else {
      slots.move(first + offset..<first + count, to: first + offset + 1)
    }
    slots[firstSlot + offset] = ref.rawValue
    self.count &+= 1
    guard originals != 0 else { return }
    let before = Self.bits(below: offset)
    originals = originals & before | (originals & ~before) &<< 1
  }
}

// Not by a mutable span: with this compiler, edits were lost in optimised builds when another value held the list.
extension ContiguousArray<UInt32> {
  /// Moves some elements to another place, which may overlap with theirs.
  @inline(__always)
  fileprivate mutating func move(_ range: Range<Int>, to target: Int) {
    if target < range.lowerBound {
      for position in 0..<range.count {
        self[target + position] = self[range.lowerBound + position]
      }
    } else {
      var position = range.count
      while position > 0 {
        position -= 1
        self[target + position] = self[range.lowerBound + position]
      }
    }
  }
}
