/// Where a scanner writes the next node.
///
/// Safety: the buffers that it is made from outlive it, and whoever writes has made sure that there is room.
@safe
struct NodeCursor {
  private let start: UnsafeMutablePointer<Node>
  private var next: UnsafeMutablePointer<Node>
  /// Where there is no room any more for two nodes.
  private let limit: UnsafeMutablePointer<Node>

  init(_ buffers: TapeBuffers, at count: Int = 0) {
    unsafe start = buffers.nodes
    unsafe next = start + count
    unsafe limit = start + buffers.nodeCapacity - 1
  }

  /// How many nodes come before: without a sign, the division is a shift.
  @inline(__always)
  var count: Int {
    let distance = unsafe UInt(bitPattern: next) &- UInt(bitPattern: start)
    return Int(distance / UInt(MemoryLayout<Node>.stride))
  }

  @inline(__always)
  var areFull: Bool { unsafe next >= limit }

  @inline(__always)
  func haveRoom(for count: Int) -> Bool { unsafe next + count <= limit }

  @inline(__always)
  func write(_ node: Node) { unsafe next.pointee = node }

  @inline(__always)
  mutating func advance() { unsafe next += 1 }

  @inline(__always)
  mutating func append(_ node: Node) {
    write(node)
    advance()
  }

  /// A node that has been written.
  @inline(__always)
  subscript(index: Int) -> Node {
    get { unsafe start[index] }
    nonmutating set { unsafe start[index] = newValue }
  }
}
