extension ChildRope {
  /// Children that follow each other in one piece.
  enum Part {
    /// The children of the tape with these ordinals.
    case original(Range<Int>)
    /// The inserted nodes in these slots of the pool.
    case inserted(Range<Int>)
  }

  /// What the piece at a position holds from there on, as far as it is of one kind.
  @inline(__always)
  func part(at position: Int, in pool: borrowing RopePool) -> Part {
    var current = root
    var offset = position
    while true {
      let piece = pool[current]
      let before = pool.total(piece.left)
      let end = before &+ Int(piece.count)
      if offset < before {
        current = piece.left
      } else if offset < end {
        return pool.part(of: piece, from: offset &- before)
      } else {
        offset &-= end
        current = piece.right
      }
    }
  }
}

extension RopePool {
  @inline(__always)
  fileprivate func part(of piece: Piece, from offset: Int) -> ChildRope.Part {
    switch element(offset, of: piece) {
    case .original(let ordinal):
      return .original(originals(from: offset, of: piece, at: ordinal))
    case .inserted:
      var end = offset &+ 1
      while end < Int(piece.count), !piece.isOriginal(end) { end &+= 1 }
      return .inserted(piece.firstSlot &+ offset..<piece.firstSlot &+ end)
    }
  }
}
