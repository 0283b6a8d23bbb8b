extension ChildRope {
  /// Children that follow each other in one piece.
  enum Part {
    /// The children of the tape with these ordinals.
    case original(Range<Int>)
    /// The nodes in these places of the list of all inserted ones.
    case inserted(Range<Int>)
  }

  /// What the piece at a position holds from there on.
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
        let start = piece.isRun ? Int(piece.start) : piece.firstSlot
        let range = start &+ offset &- before..<start &+ end &- before
        return piece.isRun ? .original(range) : .inserted(range)
      } else {
        offset &-= end
        current = piece.right
      }
    }
  }
}
