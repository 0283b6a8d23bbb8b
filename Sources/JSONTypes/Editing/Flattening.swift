/// Makes a tape of its own from a value: what was edited is put together, the rest is copied as it is.
///
/// Nobody sees the text of such a tape as a whole, so that pieces keep whatever white space they have; only a copy within
/// the document leaves it out, since white space is not what copies are limited by.
struct Flattening: ~Copyable {
  private let tree: Tree
  private let isCompact: Bool
  private var buffers: TapeBuffers
  /// All nodes with an entry in the overlay, in order; made when a large value asks for it.
  private var edited: EditedNodes?

  private init(_ tree: Tree, _ ref: NodeRef, isCompact: Bool) {
    self.tree = tree
    self.isCompact = isCompact
    let node = tree[ref]
    buffers = TapeBuffers(textCapacity: Int(node.length), nodeCapacity: Int(node.span))
  }

  /// Makes a tape of a value.
  static func tape(of ref: NodeRef, in tree: Tree) -> Tape? {
    tape(Flattening(tree, ref, isCompact: false), ref, limit: .max)
  }

  /// Makes a tape of a value without white space; `nil` if its footprint exceeds the limit.
  static func compactTape(of ref: NodeRef, in tree: Tree, limit: Int) -> Tape? {
    tape(Flattening(tree, ref, isCompact: true), ref, limit: limit)
  }

  private static func tape(
    _ flattening: consuming Flattening, _ ref: NodeRef, limit: Int
  ) -> Tape? {
    guard flattening.append(ref, limit: limit) else {
      flattening.buffers.deallocate()
      return nil
    }
    flattening.buffers.reserve(text: 0, nodes: 0)
    flattening.buffers.padText()
    flattening.buffers.depth = flattening.tree.depthBound
    return Tape(adopting: flattening.buffers, isSource: false)
  }

  /// A container that is being put together.
  private struct Frame {
    var children: Tree.ChildCursor
    /// The index of its node.
    let index: Int
    let isObject: Bool
    var count: UInt32 = 0
  }

  private mutating func append(_ ref: NodeRef, limit: Int) -> Bool {
    var open: [Frame] = []
    begin(ref, &open)
    while var frame = open.popLast() {
      guard let child = frame.children.next(in: tree) else {
        end(frame)
        continue
      }
      if frame.count > 0 { append(UInt8(ascii: ",")) }
      frame.count += 1
      if frame.isObject {
        copy(child.name, tree[child.name])
        append(UInt8(ascii: ":"))
      }
      open.append(frame)
      begin(child.value, &open)
      if footprint > limit { return false }
    }
    return footprint <= limit
  }

  private var footprint: Int {
    Footprint.bytes(text: buffers.textCount, nodes: buffers.nodeCount)
  }

  private mutating func begin(_ ref: NodeRef, _ open: inout [Frame]) {
    let node = tree[ref]
    guard node.isContainer, isPutTogether(ref, node) else { return copy(ref, node) }
    let isObject = node.kind == .object
    open.append(
      Frame(children: tree.children(of: ref), index: buffers.nodeCount, isObject: isObject))
    buffers.reserve(text: 1, nodes: 1)
    buffers.append(
      Node(
        offset: UInt32(truncatingIfNeeded: buffers.textCount), length: 0, kind: node.kind))
    append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
  }

  private mutating func end(_ frame: Frame) {
    append(frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    let span = UInt32(truncatingIfNeeded: buffers.nodeCount - frame.index)
    buffers.finishContainer(
      at: frame.index, span: span,
      count: UInt16(truncatingIfNeeded: min(frame.count, UInt32(Node.countLimit))),
      flags: !frame.isObject && span == frame.count + 1 ? .flat : .none)
  }

  /// Copies a name, a scalar, or a container that nobody edited, with its text.
  private mutating func copy(_ ref: NodeRef, _ node: Node) {
    buffers.reserve(text: Int(node.length), nodes: Int(node.span))
    buffers.append(node, at: ref, of: tree, isAddition: false)
  }

  private mutating func append(_ byte: UInt8) {
    buffers.reserve(text: 1, nodes: 0)
    buffers.append(byte)
  }

  /// Whether a container cannot be copied as it is.
  private mutating func isPutTogether(_ ref: NodeRef, _ node: Node) -> Bool {
    guard isCompact else { return hasEdits(ref, node) }
    return node.span > Self.smallSpan || tree.hasEdits(below: ref) || !tree.isCompact(ref)
  }

  /// Values of no more nodes are looked through at every level that they are in.
  private static let smallSpan: UInt32 = 64

  /// Whether anything in a container differs from its text.
  ///
  /// Small ones are looked through, large ones looked up, so that a deep value is not looked through at every level.
  private mutating func hasEdits(_ ref: NodeRef, _ node: Node) -> Bool {
    guard node.span > Self.smallSpan, let overlay = tree.overlay else {
      return tree.hasEdits(below: ref)
    }
    if tree.edits(of: ref) != nil { return true }
    if edited == nil { edited = overlay.editedNodes }
    return edited?.contains(from: ref.advanced(by: 1), to: ref.advanced(by: node.span)) ?? false
  }
}
