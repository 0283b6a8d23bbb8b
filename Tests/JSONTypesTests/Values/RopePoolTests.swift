import Testing

@testable import JSONTypes

/// The treaps of edited arrays stay flat, whatever the order of the edits.
struct RopePoolTests {
  /// Far above what chance makes of so many pieces, which is some 40, and far below their number.
  private static let heightLimit = 120
  private static let count = 4000

  @Test(arguments: [1, -1])
  func `cuts one after the other make no deep treap`(direction: Int) {
    var pool = RopePool()
    var root = pool.makePiece(start: 0, count: 10 * Self.count)
    for step in 0..<Self.count {
      let position = direction > 0 ? 11 * step + 5 : 10 * (Self.count - step) - 5
      root = pool.insert(pool.makePiece(inserting: NodeRef(added: step)), at: position, below: root)
    }
    #expect(pool.total(root) == 11 * Self.count)
    #expect(pool.height(below: root) < Self.heightLimit)
  }

  @Test func `removals one after the other make no deep treap`() {
    var pool = RopePool()
    var rope = ChildRope(originalCount: 10 * Self.count, in: &pool)
    for step in 0..<Self.count { rope.remove(at: 9 * step + 5, in: &pool) }
    #expect(rope.count(in: pool) == 9 * Self.count)
    #expect(pool.height(below: rope.root) < Self.heightLimit)
  }
}

extension RopePool {
  /// How many pieces stand above each other at most.
  fileprivate func height(below root: Int32) -> Int {
    guard root != Self.none else { return 0 }
    return 1 + max(height(below: self[root].left), height(below: self[root].right))
  }
}
