extension RopePool {
  /// Takes room for some inserted nodes; they stand in its middle at first, so that they can grow both ways.
  mutating func makeChunk() -> Int32 {
    if let free = freeChunks.popLast() { return free }
    let chunk = Int32(truncatingIfNeeded: inserted.count / Self.chunkCapacity)
    inserted.append(contentsOf: repeatElement(.none, count: Self.chunkCapacity))
    return chunk
  }

  /// Makes a piece of one inserted node.
  mutating func makePiece(inserting ref: NodeRef) -> Int32 {
    let piece = makePiece(start: ~makeChunk(), count: 1, lead: Self.chunkCapacity / 2)
    inserted[self[piece].firstSlot] = ref
    return piece
  }

  /// Inserts into a piece of inserted nodes that touches the position and has room, if there is one, and points at it.
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
        pieces[Int(current)].insert(ref, at: offset, in: &inserted)
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

  /// Removes a node of a chunk that has others.
  mutating func removeFromChunk(of piece: Int32, at offset: Int) {
    let first = self[piece].firstSlot
    for slot in first + offset..<first + Int(self[piece].count) - 1 {
      inserted[slot] = inserted[slot + 1]
    }
    self[piece].count -= 1
  }
}

extension RopePool.Piece {
  /// Inserts into a chunk with room, by moving the nodes before the place or those after it, whichever are fewer.
  @inline(__always)
  mutating func insert(
    _ ref: NodeRef, at offset: Int, in inserted: inout ContiguousArray<NodeRef>
  ) {
    let count = Int(count)
    var isMovingFront = offset * 2 < count
    if isMovingFront ? lead == 0 : Int(lead) + count == RopePool.chunkCapacity {
      // At the end of their room: they move to its other end, so that this does not happen every time.
      if offset == 0 || offset == count {
        let first = firstSlot
        lead = isMovingFront ? Int32(truncatingIfNeeded: RopePool.chunkCapacity - count) : 0
        inserted.move(first..<first + count, to: firstSlot)
      } else {
        isMovingFront.toggle()
      }
    }
    let first = firstSlot
    if isMovingFront {
      lead &-= 1
      inserted.move(first..<first + offset, to: first - 1)
    } else {
      inserted.move(first + offset..<first + count, to: first + offset + 1)
    }
    inserted[firstSlot + offset] = ref
    self.count &+= 1
  }
}

// Not by a mutable span: with this compiler, edits were lost in optimised builds when another value held the list.
extension ContiguousArray<NodeRef> {
  /// Moves some nodes to another place, which may overlap with theirs.
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
