import Synchronization

/// The text and the nodes of a parsed document, or of what edits added to one.
///
/// A parsed tape does not change again while anybody holds it. A tape of additions grows at its end, and only while one
/// storage holds it; nodes that exist keep their index and their content.
///
/// A parsed tape is also the storage of its document, until that is edited.
///
/// It is `@unchecked Sendable` because all mutation goes through a unique reference, and the one thing
/// that readers build lazily is published by atomic values. For the same reason the runtime need not check that accesses to the
/// buffers do not overlap, which would cost a short operation a tenth of its time.
@safe
package final class Tape: Storage, @unchecked Sendable {
  /// How many readable zero bytes follow the text, so that scanners may load whole blocks.
  package static let padding = 64

  // Safety: owned by this object from `init` to `deinit`, and no access to it calls out, but to readers of a text that is being
  // scanned, who do not know the tape.
  @exclusivity(unchecked) private var unchecked: TapeBuffers
  /// Whether the text is one that the caller knows, and not one made for a value built in code.
  package let isSource: Bool
  private let index = ChildIndexCache()
  /// How many nodes were looked at for repeated names, times two, and one more if there are any.
  private let repetition = Atomic(0)
  /// The ``longestGap``, once somebody had to ask for it; until then -1.
  private let gap = Atomic(-1)

  /// Takes over the buffers of a finished scan.
  init(adopting buffers: TapeBuffers, isSource: Bool) {
    unsafe unchecked = buffers
    self.isSource = isSource
    super.init()
    refer(to: self)
  }

  /// Creates an empty tape for additions.
  init(textCapacity: Int, nodeCapacity: Int) {
    unsafe unchecked = TapeBuffers(textCapacity: textCapacity, nodeCapacity: nodeCapacity)
    isSource = false
    super.init()
    refer(to: self)
  }

  /// Creates a tape that holds a text without nodes.
  convenience init(text: TextSlice) {
    var buffers = TapeBuffers(textCapacity: text.count, nodeCapacity: 0)
    buffers.append(text)
    buffers.padText()
    self.init(adopting: buffers, isSource: false)
  }

  /// Copies a tape of additions that another storage holds as well.
  convenience init(copying other: Tape) {
    let source = other.buffers
    self.init(
      textCapacity: min(source.textCount * 2, TapeBuffers.textLimit),
      nodeCapacity: min(source.nodeCount * 2, NodeRef.indexLimit))
    buffers.copy(source)
  }

  deinit { buffers.deallocate() }

  private var buffers: TapeBuffers {
    @inline(__always) _read { yield unsafe unchecked }
    @inline(__always) _modify { yield unsafe &unchecked }
  }

  /// What readers use: valid for as long as this object is held and does not grow.
  @inline(__always)
  package var view: TapeView { TapeView(buffers) }

  /// How deep the containers nest; only known for a parsed tape.
  package var depth: Int { buffers.depth }

  package var textCount: Int { buffers.textCount }

  package var nodeCount: Int { buffers.nodeCount }

  /// The text, for messages about it.
  var copyOfText: [UInt8] { view.text.bytes }

  // MARK: Growing

  /// Makes room for additions; `false` if the 32 bits of a node cannot tell so many apart.
  @inline(__always)
  func makeRoom(text: Int, nodes: Int) -> Bool {
    buffers.haveRoom(text: text, nodes: nodes) || growWithinLimits(text: text, nodes: nodes)
  }

  @inline(never)
  private func growWithinLimits(text: Int, nodes: Int) -> Bool {
    guard buffers.textCount + text <= TapeBuffers.textLimit,
      buffers.nodeCount + nodes <= NodeRef.indexLimit
    else { return false }
    buffers.reserve(text: text, nodes: nodes)
    return true
  }

  /// Appends a copy of a subtree with its text, for which there is room.
  ///
  /// - Returns: The index of its first node.
  func append(_ node: Node, at ref: NodeRef, of tree: Tree) -> Int {
    let first = buffers.nodeCount
    buffers.append(node, at: ref, of: tree, isAddition: true)
    return first
  }

  /// Appends a copy of a value without children with its text, for which there is room.
  ///
  /// - Returns: The index of its node.
  @inline(__always)
  func append(leaf node: Node, of tree: Tree) -> Int {
    buffers.append(leaf: node, tree.text(of: node))
    return buffers.nodeCount &- 1
  }

  /// Appends a second set of nodes, for which there is room, over the text that a subtree of the same document has already.
  func appendSharingText(_ node: Node, at ref: NodeRef, of tree: Tree) -> Int {
    let first = buffers.nodeCount
    // The subtree may lie in this very tape, which has grown.
    let source = ref.isAdded ? TapeView(buffers) : tree.parsed
    buffers.append(from: source, at: ref.index, count: Int(node.span))
    return first
  }

  /// Appends a member name, for which there is room, by the text between its quotation marks.
  ///
  /// - Returns: The index of its node.
  func appendName(_ content: TextSlice, isEscaped: Bool) -> Int {
    let length = content.count + 2
    buffers.append(
      Node(
        offset: UInt32(truncatingIfNeeded: buffers.textCount),
        length: UInt32(truncatingIfNeeded: length), kind: .name,
        flags: isEscaped ? .addedText.union(.escaped) : .addedText))
    buffers.append(UInt8(ascii: "\""))
    buffers.append(content)
    buffers.append(UInt8(ascii: "\""))
    return buffers.nodeCount - 1
  }

  /// Forgets what was appended after the given counts.
  func truncate(textCount: Int, nodeCount: Int) {
    guard nodeCount < buffers.nodeCount || textCount < buffers.textCount else { return }
    buffers.textCount = textCount
    buffers.nodeCount = nodeCount
    index.removeAll()
    repetition.store(min(repetition.load(ordering: .relaxed), nodeCount * 2), ordering: .relaxed)
  }

  /// Exchanges text and nodes for others; whoever calls this holds the tape alone.
  func replaceContents<Failure>(
    _ body: (inout TapeBuffers) throws(Failure) -> Void
  ) throws(Failure) {
    index.removeAll()
    repetition.store(0, ordering: .relaxed)
    gap.store(-1, ordering: .relaxed)
    try body(&buffers)
  }

  /// Whether any node satisfies a condition that readers look into once.
  ///
  /// Readers that look at the same time find the same; the one who is done last leaves what it has found.
  func repeatsNames(_ hasRepeatedName: (Int) -> Bool) -> Bool {
    let known = repetition.load(ordering: .relaxed)
    var checked = known / 2
    var isFound = known % 2 == 1
    guard !isFound, checked < nodeCount else { return isFound }
    while !isFound, checked < nodeCount {
      isFound = hasRepeatedName(checked)
      checked += 1
    }
    repetition.store(checked * 2 + (isFound ? 1 : 0), ordering: .relaxed)
    return isFound
  }

  /// A number of bytes that no white space between two values or names of a parsed text exceeds.
  ///
  /// - Complexity: O(1) where the scan has noticed that there is no wide one; otherwise O(*n*) for *n* nodes the first time.
  var gapBound: Int { buffers.gapBound ?? longestGap }

  private var longestGap: Int {
    let known = gap.load(ordering: .relaxed)
    guard known < 0 else { return known }
    let view = view
    var longest = 0
    var end = 0
    for index in 0..<nodeCount {
      let node = view[index]
      longest = max(longest, Int(node.offset) - end)
      end = node.isContainer ? Int(node.offset) + 1 : Int(node.end)
    }
    longest = max(longest, textCount - end)
    gap.store(longest, ordering: .relaxed)
    return longest
  }

  // MARK: Indices

  /// The index over the children of a container, if a reader has built it.
  func childIndex(of container: Int) -> ChildIndex? {
    index.index(of: container)
  }

  /// Keeps an index for the readers to come.
  func keep(_ built: ChildIndex, for container: Int) {
    index.insert(built, for: container)
  }
}
