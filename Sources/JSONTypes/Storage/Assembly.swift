/// A document that is put together piece by piece: its text and its nodes at once, so that it need not be scanned.
///
/// The pieces come in the order of the text, which has no white space.
package struct Assembly: ~Copyable {
  private var buffers: TapeBuffers
  /// Whether a comma comes before the next value or name.
  private var followsValue = false
  /// How many containers are open.
  private var depth = 0

  /// Makes room for a text and nodes; there may be more of them in the end.
  package init(textCapacity: Int, nodeCapacity: Int) {
    buffers = TapeBuffers(textCapacity: textCapacity, nodeCapacity: nodeCapacity)
  }

  deinit { buffers.deallocate() }

  /// The document, when all its containers have been ended.
  package consuming func finish() -> JSON {
    precondition(
      buffers.textCount <= TapeBuffers.textLimit
        && buffers.nodeCount <= NodeRef.indexLimit,
      "the value needs more than 4 GiB of text")
    buffers.padText()
    let tape = Tape(adopting: buffers, isSource: false)
    discard self
    return JSON(tape, NodeRef(parsed: 0))
  }

  /// How many bytes of text there are so far.
  package var byteCount: Int { buffers.textCount }

  // MARK: Containers

  /// Begins an array.
  package mutating func beginArray() -> NodeRef { begin(.array, UInt8(ascii: "[")) }

  /// Begins an object.
  package mutating func beginObject() -> NodeRef { begin(.object, UInt8(ascii: "{")) }

  /// Ends an array of so many elements.
  package mutating func endArray(_ array: NodeRef, count: Int) {
    let isFlat = buffers.nodeCount - array.index == count + 1
    end(array, UInt8(ascii: "]"), count, isFlat ? .flat : .none)
  }

  /// Ends an object of so many members.
  package mutating func endObject(_ object: NodeRef, count: Int) {
    end(object, UInt8(ascii: "}"), count, .none)
  }

  private mutating func begin(_ kind: NodeKind, _ bracket: UInt8) -> NodeRef {
    buffers.reserve(text: 2, nodes: 1)
    separate()
    let container = NodeRef(parsed: buffers.nodeCount)
    appendNode(kind, length: 0)
    buffers.append(bracket)
    followsValue = false
    depth += 1
    buffers.depth = max(buffers.depth, depth)
    return container
  }

  private mutating func end(
    _ container: NodeRef, _ bracket: UInt8, _ count: Int, _ flags: Node.Flags
  ) {
    buffers.reserve(text: 1, nodes: 0)
    buffers.append(bracket)
    buffers.finishContainer(
      at: container.index,
      span: UInt32(truncatingIfNeeded: buffers.nodeCount - container.index),
      count: UInt16(truncatingIfNeeded: min(count, Int(Node.countLimit))), flags: flags)
    followsValue = true
    depth -= 1
  }

  // MARK: Values

  /// Appends a value, and returns its node.
  @discardableResult
  package mutating func append(_ value: NodeRef, of tree: Tree) -> NodeRef {
    let node = tree[value]
    guard tree.isCompact(value), !tree.hasEdits(below: value) else {
      let compact = JSON(builtText: JSON(tree.storage, value).serialized(as: .compact))
      return append(compact.ref, of: Tree(compact.storage))
    }
    buffers.reserve(text: Int(node.length) + 1, nodes: Int(node.span))
    separate()
    let copy = NodeRef(parsed: buffers.nodeCount)
    buffers.append(node, at: value, of: tree, isAddition: false)
    if node.isContainer {
      // No more than a bound, as of a document that was edited.
      buffers.depth = max(buffers.depth, depth + min(Int(node.span), tree.depthBound))
    }
    followsValue = true
    return copy
  }

  /// Appends a string without escapes.
  package mutating func append(_ string: StaticString) {
    append(TextSlice(string), as: .string, isEscaped: false)
  }

  /// Appends a string, and returns its node.
  @discardableResult
  package mutating func append(_ string: String) -> NodeRef {
    string.withQuotedContent { append($0, as: .string, isEscaped: $1) }
    return NodeRef(parsed: buffers.nodeCount - 1)
  }

  /// Appends a string with the text of a pointer, and returns its node.
  package mutating func append(_ pointer: borrowing PointerText) -> NodeRef {
    let bytes = pointer.bytes
    append(bytes, as: .string, isEscaped: bytes.contains(UInt8(ascii: "\\")))
    return NodeRef(parsed: buffers.nodeCount - 1)
  }

  // MARK: Names

  /// Appends the name of a member, whose value comes next; it has no escapes.
  package mutating func appendName(_ name: StaticString) {
    append(TextSlice(name), as: .name, isEscaped: false)
  }

  /// Appends the name of a member, whose value comes next.
  mutating func appendName(_ name: String) {
    name.withQuotedContent { append($0, as: .name, isEscaped: $1) }
  }

  /// Appends the name of a member of another document, whose value comes next.
  mutating func appendName(_ name: NodeRef, of tree: Tree) {
    let node = tree[name]
    append(tree.content(of: node), as: .name, isEscaped: node.flags.contains(.escaped))
  }

  /// Appends a string or a name.
  private mutating func append(_ content: TextSlice, as kind: NodeKind, isEscaped: Bool) {
    // With a comma before it, or a colon behind it.
    buffers.reserve(text: content.count + 4, nodes: 1)
    separate()
    appendNode(kind, length: content.count + 2, flags: isEscaped ? .escaped : .none)
    buffers.append(UInt8(ascii: "\""))
    buffers.append(content)
    buffers.append(UInt8(ascii: "\""))
    followsValue = kind == .string
    if !followsValue { buffers.append(UInt8(ascii: ":")) }
  }

  private mutating func appendNode(_ kind: NodeKind, length: Int, flags: Node.Flags = .none) {
    buffers.append(
      Node(
        offset: UInt32(truncatingIfNeeded: buffers.textCount),
        length: UInt32(truncatingIfNeeded: length), kind: kind, flags: flags))
  }

  private mutating func separate() {
    if followsValue { buffers.append(UInt8(ascii: ",")) }
  }
}
