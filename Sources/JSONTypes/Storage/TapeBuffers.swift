internal import CBlockIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The memory of a tape: one block, the text with its padding first and the nodes after it.
///
/// This file is the only one that allocates. Safety: the block belongs to the one tape or scanner that holds the
/// value, which gives it back with `deallocate()`; counts never exceed capacities.
@safe
struct TapeBuffers {
  private(set) var text: UnsafeMutablePointer<UInt8>
  private(set) var nodes: UnsafeMutablePointer<Node>
  var nodeCount = 0
  var textCount = 0
  /// How deep the containers nest, once they have been scanned.
  var depth = 0
  /// A number of bytes that no white space between two tokens exceeds, if the scan has noticed one.
  var gapBound: Int?
  private(set) var nodeCapacity: Int
  private let textCapacity: Int

  init(textCapacity: Int, nodeCapacity: Int) {
    self.textCapacity = textCapacity
    self.nodeCapacity = nodeCapacity
    let block = unsafe malloc(Self.size(textCapacity, nodeCapacity))
    unsafe (text, nodes) = Self.parts(of: block, textCapacity)
  }

  func deallocate() { unsafe free(text) }

  /// Where the nodes begin: behind the text, aligned for them.
  private static func nodesOffset(_ textCapacity: Int) -> Int {
    let alignment = MemoryLayout<Node>.stride
    return (textCapacity + Tape.padding + alignment - 1) / alignment * alignment
  }

  private static func size(_ textCapacity: Int, _ nodeCapacity: Int) -> Int {
    nodesOffset(textCapacity) + nodeCapacity * MemoryLayout<Node>.stride
  }

  /// Divides a block; running out of memory ends the process, as in all of Swift.
  private static func parts(
    of block: UnsafeMutableRawPointer?, _ textCapacity: Int
  ) -> (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<Node>) {
    guard let block = unsafe block else { preconditionFailure("out of memory") }
    return unsafe (
      block.assumingMemoryBound(to: UInt8.self),
      (block + nodesOffset(textCapacity)).assumingMemoryBound(to: Node.self)
    )
  }

  // MARK: Growing

  /// The most bytes of text that the nodes can tell apart, together with what scanners may load behind them.
  static let textLimit = Int(UInt32.max) - Tape.padding

  @inline(__always)
  func haveRoom(text textExtra: Int, nodes nodeExtra: Int) -> Bool {
    textCount &+ textExtra <= textCapacity && nodeCount &+ nodeExtra <= nodeCapacity
  }

  /// Makes room by moving everything to a larger block.
  @inline(__always)
  mutating func reserve(text textExtra: Int, nodes nodeExtra: Int) {
    if !haveRoom(text: textExtra, nodes: nodeExtra) { grow(text: textExtra, nodes: nodeExtra) }
  }

  @inline(never)
  private mutating func grow(text textExtra: Int, nodes nodeExtra: Int) {
    var larger = TapeBuffers(
      textCapacity: Self.capacity(textCount + textExtra, textCapacity, limit: Self.textLimit),
      nodeCapacity: Self.capacity(nodeCount + nodeExtra, nodeCapacity, limit: NodeRef.indexLimit))
    larger.copy(self)
    deallocate()
    self = larger
  }

  /// Twice as much, but not beyond a limit that what is needed keeps.
  private static func capacity(_ needed: Int, _ capacity: Int, limit: Int) -> Int {
    let larger = max(needed, capacity * 2)
    return needed <= limit ? min(larger, limit) : larger
  }

  /// Forgets everything, and makes sure that there is room.
  mutating func removeAll(reservingText text: Int = 0, nodes: Int = 0) {
    if text > textCapacity || nodes > nodeCapacity {
      deallocate()
      self = TapeBuffers(
        textCapacity: max(text, textCapacity), nodeCapacity: max(nodes, nodeCapacity))
    }
    textCount = 0
    depth = 0
    gapBound = nil
    nodeCount = 0
  }

  /// Gives the nodes more room, or takes away what they do not need.
  mutating func resize(nodeCapacity: Int) {
    let block = unsafe realloc(text, Self.size(textCapacity, nodeCapacity))
    unsafe (text, nodes) = Self.parts(of: block, textCapacity)
    self.nodeCapacity = nodeCapacity
  }

  /// Gives back room for nodes, if there is so much to spare that it is worth having back.
  mutating func trim() {
    if nodeCapacity > nodeCount * 4 + 4096 { resize(nodeCapacity: nodeCount) }
  }

  /// Takes over the contents of buffers that are not larger, the padding included.
  mutating func copy(_ other: TapeBuffers) {
    unsafe text.update(from: other.text, count: other.textCount)
    unsafe nodes.update(from: other.nodes, count: other.nodeCount)
    unsafe (text + other.textCount).update(repeating: 0, count: Tape.padding)
    nodeCount = other.nodeCount
    textCount = other.textCount
    depth = other.depth
  }

  // MARK: Appending to reserved room

  /// Appends text.
  @inline(__always)
  mutating func append(_ slice: TextSlice) {
    unsafe slice.copy(to: text + textCount)
    textCount += slice.count
  }

  @inline(__always)
  mutating func append(_ node: Node) {
    unsafe (nodes + nodeCount).initialize(to: node)
    nodeCount += 1
  }

  mutating func append(from source: TapeView, at index: Int, count: Int) {
    unsafe (nodes + nodeCount).update(from: source.nodes + index, count: count)
    nodeCount += count
  }

  mutating func append(_ byte: UInt8) {
    unsafe (text + textCount).initialize(to: byte)
    textCount += 1
  }

  /// Appends a value without children that is an addition, and its text, which is part of a tape.
  @inline(__always)
  mutating func append(leaf node: Node, _ slice: TextSlice) {
    var copy = node
    copy.offset = UInt32(truncatingIfNeeded: textCount)
    copy.isAdded = true
    append(copy)
    // Behind the text of a tape there is room for its padding.
    unsafe slice.copyPadded(to: text + textCount)
    textCount &+= slice.count
  }

  /// Appends a subtree with its text, and makes the nodes refer to the copy.
  mutating func append(_ node: Node, at ref: NodeRef, of tree: Tree, isAddition: Bool) {
    let first = nodeCount
    // Wrapping arithmetic: the distance may be negative.
    let shift = UInt32(truncatingIfNeeded: textCount) &- node.offset
    append(tree.text(of: node))
    if node.span == 1 {
      var copy = node
      copy.offset &+= shift
      copy.isAdded = isAddition
      return append(copy)
    }
    append(from: tree.view(of: ref), at: ref.index, count: Int(node.span))
    for index in first..<nodeCount {
      unsafe nodes[index].offset &+= shift
      unsafe nodes[index].isAdded = isAddition
    }
  }

  /// Completes the node of a container whose text ends here.
  func finishContainer(at index: Int, span: UInt32, count: UInt16, flags: Node.Flags) {
    let begun = unsafe nodes[index]
    let length = UInt32(truncatingIfNeeded: textCount) &- begun.offset
    unsafe nodes[index] = Node(
      offset: begun.offset, length: length, span: span, count: count, kind: begun.kind,
      flags: flags)
  }

  /// Takes a text whose whole blocks somebody copies here later: what is behind them, and the padding.
  mutating func appendRemainder(of slice: TextSlice, blockSize: Int) {
    let copiedLater = slice.count / blockSize * blockSize
    let rest = slice.slice(copiedLater, count: slice.count - copiedLater)
    unsafe rest.copy(to: text + copiedLater)
    textCount = slice.count
    padText()
  }

  /// Fills the padding after the text.
  func padText() { unsafe (text + textCount).update(repeating: 0, count: Tape.padding) }
}

/// The nodes and the text of a tape for readers.
///
/// Safety: a view is taken from a tape that the same scope keeps alive, and never outlives it.
@safe
@usableFromInline
package struct TapeView {
  @usableFromInline let nodes: UnsafePointer<Node>
  @usableFromInline package let text: TextSlice

  @inline(__always)
  init(_ buffers: TapeBuffers) {
    unsafe nodes = UnsafePointer(buffers.nodes)
    unsafe text = TextSlice(base: buffers.text, count: buffers.textCount)
  }

  /// The node at an index, which must come from a reference to this tape.
  @inlinable
  @inline(__always)
  subscript(index: Int) -> Node { unsafe nodes[index] }

  /// The text between the quotation marks of a string of this tape.
  @inline(__always)
  func content(of string: NodeRef) -> TextSlice {
    let node = self[string.index]
    return text.slice(Int(node.offset) &+ 1, count: Int(node.length) &- 2)
  }

  /// Has the node at an index brought from memory for one who will look at it soon.
  @inline(__always)
  func prefetch(_ index: Int) { unsafe prefetch_memory(nodes + index) }

  /// The first of the names of an object, from the one at an index on, whose text has a length, or may stand for such
  /// a text since it has escapes; the end if there is none.
  @inline(__always)
  func firstName(from index: Int, to end: Int, ofLength length: UInt32) -> Int {
    var name = unsafe nodes + index
    let limit = unsafe nodes + end
    while unsafe name != limit {
      if unsafe name.pointee.length == length { break }
      if unsafe name.pointee.flags.contains(.escaped) { break }
      unsafe name += 1 + Int(name[1].span)
    }
    return unsafe name - nodes
  }

  /// The index of the only one of the names of an object, from the one at an index on, that has a content without
  /// escapes; the end if there is none.
  ///
  /// The names have their text in this tape.
  ///
  /// - Returns: `nil` if there are two of them, or any that has escapes.
  @inline(__always)
  func onlyName(_ content: TextSlice, from index: Int, to end: Int) -> Int? {
    let length = UInt32(truncatingIfNeeded: content.count &+ 2)
    var name = unsafe nodes + index
    let limit = unsafe nodes + end
    var found = unsafe limit
    while unsafe name != limit {
      if unsafe name.pointee.flags.contains(.escaped) { return nil }
      if unsafe name.pointee.length == length,
        unsafe text.slice(Int(name.pointee.offset) &+ 1, count: content.count) == content
      {
        guard unsafe found == limit else { return nil }
        unsafe found = name
      }
      if unsafe _fastPath(!name[1].isContainer) {
        unsafe name += 2
      } else {
        unsafe name += 1 &+ Int(name[1].span)
      }
    }
    return unsafe found - nodes
  }

  /// The index of the name after a member of which this is the name.
  @inlinable
  @inline(__always)
  func nextName(after name: Int) -> Int { unsafe name &+ 1 &+ Int(nodes[name &+ 1].span) }
}
