import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The text and the nodes of a parsed document, or of what edits added to one.
///
/// A parsed tape never changes again. A tape of additions grows at its end, and only while one
/// storage holds it; nodes that exist keep their index and their content.
///
/// This file is the only one that owns raw memory. It is `@unchecked Sendable` because all mutation
/// goes through a unique reference, and the one thing that readers build lazily sits behind a mutex.
@safe
package final class Tape: @unchecked Sendable {
  /// How many readable zero bytes follow the text, so that scanners may load whole blocks.
  package static let padding = 64

  // Safety: both buffers are owned by this object from `init` to `deinit`.
  private var text: UnsafeMutablePointer<UInt8>
  private var nodes: UnsafeMutablePointer<Node>
  package private(set) var textCount: Int
  package private(set) var nodeCount: Int
  private var textCapacity: Int
  private var nodeCapacity: Int
  /// How deep the containers nest; only known for a parsed tape.
  package let depth: Int
  /// Whether the text is one that the caller knows, and not one made for a value built in code.
  package let isSource: Bool
  private let index = Mutex(ChildIndexCache())

  /// Takes over the buffers of a finished scan.
  init(adopting buffers: consuming ScanBuffers, depth: Int, isSource: Bool) {
    unsafe text = buffers.text
    textCount = buffers.textCount
    textCapacity = buffers.textCount
    unsafe nodes = buffers.nodes
    nodeCount = buffers.nodeCount
    nodeCapacity = buffers.nodeCapacity
    self.depth = depth
    self.isSource = isSource
  }

  /// Creates an empty tape for additions.
  init(textCapacity: Int, nodeCapacity: Int) {
    self.textCapacity = textCapacity
    self.nodeCapacity = nodeCapacity
    unsafe text = allocate(textCapacity + Self.padding)
    unsafe nodes = allocate(nodeCapacity)
    textCount = 0
    nodeCount = 0
    depth = 0
    isSource = false
  }

  /// Copies a tape of additions that another storage holds as well.
  init(copying other: Tape) {
    textCapacity = other.textCount * 2
    nodeCapacity = other.nodeCount * 2
    unsafe text = allocate(textCapacity + Self.padding)
    unsafe nodes = allocate(nodeCapacity)
    textCount = other.textCount
    nodeCount = other.nodeCount
    depth = 0
    isSource = false
    unsafe text.update(from: other.text, count: textCount)
    unsafe nodes.update(from: other.nodes, count: nodeCount)
  }

  deinit {
    unsafe deallocate(text)
    unsafe deallocate(nodes)
  }

  /// What readers use: valid for as long as this object is held and does not grow.
  @inline(__always)
  package var view: TapeView {
    unsafe TapeView(text: UnsafePointer(text), nodes: UnsafePointer(nodes))
  }

  /// The text, for messages about it.
  var copyOfText: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: text, count: textCount))
  }

  // MARK: Growing

  private func reserve(text textExtra: Int, nodes nodeExtra: Int) {
    if textCount + textExtra > textCapacity {
      textCapacity = max(textCount + textExtra, textCapacity * 2)
      unsafe text = reallocate(text, textCapacity + Self.padding)
    }
    if nodeCount + nodeExtra > nodeCapacity {
      nodeCapacity = max(nodeCount + nodeExtra, nodeCapacity * 2)
      unsafe nodes = reallocate(nodes, nodeCapacity)
    }
  }

  /// Appends a copy of a subtree with its text.
  ///
  /// - Returns: The index of its first node.
  func append(_ node: Node, at ref: NodeRef, of tree: borrowing Tree) -> Int {
    let first = nodeCount
    let span = Int(node.span)
    reserve(text: Int(node.length), nodes: span)
    let source = unsafe tree.textPointer(of: node)
    let sourceNodes = unsafe tree.nodesPointer(from: ref)
    unsafe (text + textCount).update(from: source, count: Int(node.length))
    // Wrapping arithmetic: the distance may be negative.
    let shift = UInt32(truncatingIfNeeded: textCount) &- node.offset
    for position in 0..<span {
      var copy = unsafe sourceNodes[position]
      copy.offset &+= shift
      copy.flags.insert(.addedText)
      unsafe (nodes + first + position).initialize(to: copy)
    }
    textCount += Int(node.length)
    nodeCount += span
    return first
  }

  /// Appends a second set of nodes over the text that a subtree of the same document has already.
  func appendSharingText(_ node: Node, at ref: NodeRef, of tree: borrowing Tree) -> Int {
    let first = nodeCount
    let span = Int(node.span)
    reserve(text: 0, nodes: span)
    // Taken after growing: the subtree may lie in this very tape.
    let source =
      unsafe ref.isAdded ? UnsafePointer(nodes) + ref.index : tree.nodesPointer(from: ref)
    unsafe (nodes + first).update(from: source, count: span)
    nodeCount += span
    return first
  }

  /// Appends a scalar or a name by its text.
  ///
  /// - Returns: The index of its node.
  func append(_ kind: NodeKind, flags: Node.Flags, text bytes: borrowing Span<UInt8>) -> Int {
    reserve(text: bytes.count, nodes: 1)
    let offset = UInt32(truncatingIfNeeded: textCount)
    for position in bytes.indices {
      unsafe (text + textCount + position).initialize(to: bytes[position])
    }
    textCount += bytes.count
    unsafe (nodes + nodeCount).initialize(
      to: Node(
        offset: offset, length: UInt32(truncatingIfNeeded: bytes.count), kind: kind,
        flags: flags.union(.addedText)))
    nodeCount += 1
    return nodeCount - 1
  }

  /// Forgets what was appended after the given counts.
  func truncate(textCount: Int, nodeCount: Int) {
    guard nodeCount < self.nodeCount || textCount < self.textCount else { return }
    self.textCount = textCount
    self.nodeCount = nodeCount
    index.withLock { $0.removeAll() }
  }

  /// The text and node counts that this tape would have with additions of these sizes still fit
  /// into the 32 bits of a node.
  func hasRoom(text textExtra: Int, nodes nodeExtra: Int) -> Bool {
    textCount + textExtra <= Int(UInt32.max) && nodeCount + nodeExtra <= NodeRef.indexLimit
  }

  // MARK: Indices

  /// The index over the children of a container, built by the first reader that asks for it.
  func childIndex(of container: Int, build: () -> ChildIndex) -> ChildIndex {
    if let known = index.withLock({ $0.index(of: container) }) { return known }
    // Built outside the lock: two readers may both build, and then either result is right.
    let built = build()
    index.withLock { $0.insert(built, for: container) }
    return built
  }
}

/// A pair of pointers into a tape.
///
/// Safety: a view is taken from a tape that the same scope keeps alive, and never outlives it.
@safe
package struct TapeView {
  package let text: UnsafePointer<UInt8>
  package let nodes: UnsafePointer<Node>

  @inline(__always)
  package init(text: UnsafePointer<UInt8>, nodes: UnsafePointer<Node>) {
    unsafe self.text = text
    unsafe self.nodes = nodes
  }
}

/// Allocates room for `count` values; running out of memory ends the process, as in all of Swift.
func allocate<Value>(_ count: Int) -> UnsafeMutablePointer<Value> {
  // Safety: the result is checked, and bound to the one type it is used as.
  let block = unsafe malloc(max(count, 1) * MemoryLayout<Value>.stride)
  guard let block = unsafe block else { preconditionFailure("out of memory") }
  return unsafe block.bindMemory(to: Value.self, capacity: count)
}

/// Gives a block from `allocate(_:)` back.
func deallocate<Value>(_ pointer: UnsafeMutablePointer<Value>) {
  // Safety: `pointer` comes from `allocate(_:)` and is not used again.
  unsafe free(pointer)
}

/// Changes the room of a block from `allocate(_:)`; plain data only.
func reallocate<Value>(
  _ pointer: UnsafeMutablePointer<Value>, _ count: Int
) -> UnsafeMutablePointer<Value> {
  // Safety: `pointer` comes from `allocate(_:)` and is not used again.
  let block = unsafe realloc(pointer, max(count, 1) * MemoryLayout<Value>.stride)
  guard let block = unsafe block else { preconditionFailure("out of memory") }
  return unsafe block.bindMemory(to: Value.self, capacity: count)
}
