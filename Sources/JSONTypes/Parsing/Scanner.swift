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
///
/// Safety: `cursor` never passes the padding, for the reason above; a block load reads at most 8
/// bytes from a cursor that is still within the text. Nodes are only written where there is room.
@safe
struct Scanner {
  /// The text, and room for the nodes.
  private(set) var buffers: TapeBuffers
  private let maximumDepth: Int
  private var start: UnsafePointer<UInt8>
  var cursor: UnsafePointer<UInt8>
  private var nodes: UnsafeMutablePointer<Node>
  private var count = 0
  private var capacity: Int
  private(set) var depthReached = 0

  /// Creates a scanner of a text that is followed by its padding.
  init(_ buffers: TapeBuffers, maximumDepth: Int) {
    self.buffers = buffers
    self.maximumDepth = maximumDepth
    unsafe start = UnsafePointer(buffers.text)
    unsafe cursor = start
    unsafe nodes = buffers.nodes
    capacity = buffers.nodeCapacity
  }

  @inline(__always)
  var offset: UInt32 { UInt32(truncatingIfNeeded: unsafe cursor - start) }

  @inline(__always)
  var byte: UInt8 { unsafe cursor.pointee }

  @inline(__always)
  mutating func advance(_ distance: Int = 1) { unsafe cursor += distance }

  @inline(__always)
  func fail(_ expectation: ScanFailure.Expectation) -> ScanFailure {
    ScanFailure(expectation: expectation, offset: unsafe cursor - start)
  }

  @inline(__always)
  mutating func write(_ node: Node) {
    unsafe nodes[count] = node
    count &+= 1
  }

  /// Reads the whole text.
  mutating func scan() throws(ScanFailure) {
    // While a container is open its node holds the index of its parent and the parent's child count.
    var open: Int32 = -1
    var isObject = false
    var children: UInt32 = 0
    var depth = 0
    skipWhitespace()
    value: while true {
      // Room for a name and a value.
      if count &+ 2 > capacity { grow() }
      let first = byte
      switch first {
      case UInt8(ascii: "\""):
        try scanString(.string)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth &+= 1
        if depth > maximumDepth { throw fail(.depth) }
        if depth > depthReached { depthReached = depth }
        isObject = first == UInt8(ascii: "{")
        let parent = UInt32(bitPattern: open)
        open = Int32(truncatingIfNeeded: count)
        write(
          Node(
            offset: offset, length: children, span: parent, kind: isObject ? .object : .array))
        children = 0
        advance()
        skipWhitespace()
        if isObject {
          if byte != UInt8(ascii: "}") {
            guard byte == UInt8(ascii: "\"") else { throw fail(.memberOrEnd) }
            try scanName()
            continue value
          }
        } else if byte != UInt8(ascii: "]") {
          guard Self.beginsValue(byte) else { throw fail(.elementOrEnd) }
          continue value
        }
        // An empty container: closed below, and counts no child of its own.
        children &-= 1
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        try scanNumber()
      case UInt8(ascii: "t"):
        try scanLiteral(0x6575_7274, length: 4, .true)
      case UInt8(ascii: "f"):
        guard unsafe cursor[4] == UInt8(ascii: "e") else { throw fail(.value) }
        try scanLiteral(0x736C_6166, length: 5, .false)
      case UInt8(ascii: "n"):
        try scanLiteral(0x6C6C_756E, length: 4, .null)
      default:
        throw fail(.value)
      }

      children &+= 1
      while true {
        if open < 0 { break value }
        skipWhitespace()
        let next = byte
        if next == UInt8(ascii: ",") {
          advance()
          skipWhitespace()
          if isObject {
            guard byte == UInt8(ascii: "\"") else { throw fail(.name) }
            if count &+ 2 > capacity { grow() }
            try scanName()
          }
          continue value
        }
        guard next == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          throw fail(.commaOrEnd)
        }
        advance()
        let index = Int(open)
        let begun = unsafe nodes[index]
        let span = UInt32(truncatingIfNeeded: count &- index)
        unsafe nodes[index] = Node(
          offset: begun.offset, length: offset &- begun.offset, span: span,
          count: UInt16(truncatingIfNeeded: min(children, UInt32(Node.countLimit))),
          kind: begun.kind, flags: !isObject && span == children &+ 1 ? .flat : [])
        children = begun.length &+ 1
        open = Int32(bitPattern: begun.span)
        depth &-= 1
        if open >= 0 { isObject = unsafe nodes[Int(open)].kind == .object }
      }
    }
    skipWhitespace()
    if unsafe cursor - start != buffers.textCount { throw fail(.endOfText) }
  }

  /// Reads a name, its colon, and the white space up to the value.
  @inline(__always)
  private mutating func scanName() throws(ScanFailure) {
    try scanString(.name)
    skipWhitespace()
    guard byte == UInt8(ascii: ":") else { throw fail(.colon) }
    advance()
    skipWhitespace()
  }

  @inline(__always)
  private mutating func scanLiteral(
    _ word: UInt32, length: Int, _ kind: NodeKind
  ) throws(ScanFailure) {
    let found = unsafe UnsafeRawPointer(cursor).loadUnaligned(as: UInt32.self)
    guard UInt32(littleEndian: found) == word else { throw fail(.value) }
    write(Node(offset: offset, length: UInt32(truncatingIfNeeded: length), kind: kind))
    advance(length)
  }

  private static func beginsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "n"):
      true
    default: false
    }
  }

  @inline(__always)
  mutating func skipWhitespace() {
    if byte > 0x20 { return }
    if unsafe cursor[0] == 0x20, unsafe cursor[1] > 0x20 {
      advance()
      return
    }
    while true {
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09:
        advance()
        // Indentation: eight spaces at a time.
        while true {
          let word = unsafe UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self)
          let difference = UInt64(littleEndian: word) ^ 0x2020_2020_2020_2020
          if difference != 0 {
            advance(difference.trailingZeroBitCount / 8)
            break
          }
          advance(8)
        }
      default:
        return
      }
    }
  }

  /// Makes room by what the text read so far suggests for all of it.
  @inline(never)
  private mutating func grow() {
    let read = unsafe cursor - start
    let predicted = Int(Double(count) * Double(buffers.textCount) / Double(max(read, 1)) * 1.05)
    buffers.resize(nodeCapacity: max(predicted, capacity + capacity / 2) + 16)
    capacity = buffers.nodeCapacity
    unsafe nodes = buffers.nodes
    unsafe start = UnsafePointer(buffers.text)
    unsafe cursor = start + read
  }

  /// Hands over the buffers, without room to spare that would be worth having back.
  mutating func finish() -> TapeBuffers {
    if capacity > count * 4 + 4096 { buffers.resize(nodeCapacity: count) }
    buffers.nodeCount = count
    return buffers
  }
}
