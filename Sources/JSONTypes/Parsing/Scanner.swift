/// Where a scan stopped, and what the grammar would have allowed there.
struct ScanFailure: Error {
  enum Expectation {
    case value
    case elementOrEnd
    case memberOrEnd
    case name
    case colon
    case commaOrEnd
    case endOfText
    case stringCharacter
    case escape
    case surrogate
    case digit
    case depth
    case size
  }
  var expectation: Expectation
  var offset: Int
}

/// Reads a JSON text (RFC 8259) in one pass and writes its tape.
///
/// The text is followed by ``Tape/padding`` zero bytes. Zero is not allowed anywhere in JSON, so every
/// loop ends there at the latest and no other bound is checked. Numbers are not converted and strings
/// not copied: a node only says where its text is.
struct Scanner {
  /// The text, and room for the nodes.
  private(set) var buffers: TapeBuffers
  private let maximumDepth: Int
  private(set) var depthReached: Int

  /// Creates a scanner of a text that is followed by its padding, of which somebody has read containers so deep.
  init(_ buffers: TapeBuffers, maximumDepth: Int, depthReached: Int = 0) {
    self.buffers = buffers
    self.maximumDepth = maximumDepth
    self.depthReached = depthReached
  }

  /// Reads the whole text.
  mutating func scan() throws(ScanFailure) {
    // Both must be in registers, so they are no parts of the scanner, whose address others take.
    var text = TextCursor(buffers)
    var nodes = NodeCursor(buffers)
    text.skipWhitespace()
    try scanValue(&text, &nodes)
    text.skipWhitespace()
    if text.count != buffers.textCount { throw text.failure(.endOfText) }
    finish(nodes)
  }

  /// Notes how many nodes there are, and gives back room to spare that is worth having back.
  mutating func finish(_ nodes: NodeCursor) {
    buffers.nodeCount = nodes.count
    buffers.trim()
  }

  /// Reads a value that so many containers are around.
  @inline(__always)
  mutating func scanValue(
    _ text: inout TextCursor, _ nodes: inout NodeCursor, within outerDepth: Int = 0
  ) throws(ScanFailure) {
    // While a container is open its node holds the index of its parent and the parent's child count.
    var open: Int32 = -1
    /// What ends the open container.
    var bracket: UInt8 = 0
    var children: UInt32 = 0
    var depth = outerDepth
    value: while true {
      // Room for a name and a value.
      if nodes.areFull { makeRoom(&text, &nodes) }
      if bracket == UInt8(ascii: "}") {
        guard text.byte == UInt8(ascii: "\"") else {
          throw text.failure(children == 0 ? .memberOrEnd : .name)
        }
        try text.readString(.name, &nodes)
        guard text.pass(UInt8(ascii: ":")) else { throw text.failure(.colon) }
        text.skipWhitespace()
      }

      let first = text.byte
      switch first {
      case UInt8(ascii: "\""):
        try text.readString(.string, &nodes)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth &+= 1
        if depth > maximumDepth { throw text.failure(.depth) }
        if depth > depthReached { depthReached = depth }
        let parent = UInt32(bitPattern: open)
        open = Int32(truncatingIfNeeded: nodes.count)
        nodes.append(
          Node(
            offset: text.offset, length: children, span: parent,
            kind: first == UInt8(ascii: "{") ? .object : .array))
        children = 0
        // Either bracket that ends something is two above the one that begins it.
        bracket = first &+ 2
        text.advance()
        text.skipWhitespace()
        if text.byte != bracket { continue value }
        // An empty container: closed below, and counts no child of its own.
        children &-= 1
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        nodes.append(try text.readNumber())
      case UInt8(ascii: "t"):
        nodes.append(try text.readTrue())
      case UInt8(ascii: "f"):
        nodes.append(try text.readFalse())
      case UInt8(ascii: "n"):
        nodes.append(try text.readNull())
      default:
        let isFirstElement = bracket == UInt8(ascii: "]") && children == 0
        throw text.failure(isFirstElement ? .elementOrEnd : .value)
      }

      children &+= 1
      while true {
        if open < 0 { break value }
        if text.pass(UInt8(ascii: ",")) {
          text.skipWhitespace()
          continue value
        }
        guard text.pass(bracket) else { throw text.failure(.commaOrEnd) }
        let index = Int(open)
        let begun = nodes[index]
        let span = UInt32(truncatingIfNeeded: nodes.count &- index)
        let isFlat = bracket == UInt8(ascii: "]") && span == children &+ 1
        nodes[index] = Node(
          offset: begun.offset, length: text.offset &- begun.offset, span: span,
          count: UInt16(truncatingIfNeeded: min(children, UInt32(Node.countLimit))),
          kind: begun.kind, flags: isFlat ? .flat : .none)
        children = begun.length &+ 1
        open = Int32(bitPattern: begun.span)
        depth &-= 1
        if open >= 0 {
          bracket = nodes[Int(open)].kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
        }
      }
    }
  }

  /// Makes room for an operation's nodes and more, by what the text read so far suggests for all of it.
  @inline(__always)
  mutating func makeRoom(_ text: inout TextCursor, _ nodes: inout NodeCursor) {
    grow(read: text.count, count: nodes.count)
    text = TextCursor(buffers, at: text.count)
    nodes = NodeCursor(buffers, at: nodes.count)
  }

  @inline(never)
  private mutating func grow(read: Int, count: Int) {
    let predicted = Int(Double(count) * Double(buffers.textCount) / Double(max(read, 1)) * 1.05)
    let capacity = buffers.nodeCapacity
    buffers.resize(nodeCapacity: max(predicted, capacity + capacity / 2) + 16)
  }
}
