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

  /// The most pieces above each other that ``insertIntoChunk(_:at:below:)`` looks at; a treap is hardly ever so deep.
  private static let pathLimit = 48

  /// Inserts into a piece of inserted nodes that touches the position and has room, if there is one, and points at it.
  mutating func insertIntoChunk(_ ref: NodeRef, at position: Int, below root: Int32) -> Bool {
    var path = InlineArray<48, Int32>(repeating: Self.none)
    var depth = 0
    var current = root
    var offset = position
    while true {
      guard current != Self.none, depth < Self.pathLimit else { return false }
      path[depth] = current
      depth += 1
      let piece = self[current]
      let before = total(piece.left)
      let end = before + Int(piece.count)
      if !piece.isRun, piece.count < Self.chunkCapacity, offset >= before, offset <= end {
        offset -= before
        break
      }
      if offset > before, offset < end { return false }
      if offset <= before {
        current = piece.left
      } else {
        offset -= end
        current = piece.right
      }
    }
    insert(ref, intoChunkOf: current, at: offset)
    for level in 0..<depth { self[path[level]].total += 1 }
    point(at: current, start: position - offset, below: root)
    return true
  }

  /// Inserts into a chunk with room, by moving the nodes before the place or those after it, whichever are fewer.
  mutating func insert(_ ref: NodeRef, intoChunkOf piece: Int32, at offset: Int) {
    var chunk = self[piece]
    let count = Int(chunk.count)
    let free = Self.chunkCapacity - count - Int(chunk.lead)
    var isMovingFront = offset * 2 < count
    if isMovingFront ? chunk.lead == 0 : free == 0 {
      // At the end of their room: they move to its other end, so that this does not happen every time.
      if offset == 0 || offset == count {
        moveNodes(of: &chunk, toLead: isMovingFront ? Self.chunkCapacity - count : 0)
      } else {
        isMovingFront.toggle()
      }
    }
    let first = chunk.firstSlot
    if isMovingFront {
      for slot in first..<first + offset { inserted[slot - 1] = inserted[slot] }
      chunk.lead -= 1
    } else {
      var slot = first + count
      while slot > first + offset {
        inserted[slot] = inserted[slot - 1]
        slot -= 1
      }
    }
    inserted[chunk.firstSlot + offset] = ref
    chunk.count += 1
    self[piece] = chunk
  }

  private mutating func moveNodes(of chunk: inout Piece, toLead lead: Int) {
    let old = chunk.firstSlot
    chunk.lead = Int32(truncatingIfNeeded: lead)
    let new = chunk.firstSlot
    let count = Int(chunk.count)
    if new < old {
      for slot in 0..<count { inserted[new + slot] = inserted[old + slot] }
    } else {
      for slot in (0..<count).reversed() { inserted[new + slot] = inserted[old + slot] }
    }
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
