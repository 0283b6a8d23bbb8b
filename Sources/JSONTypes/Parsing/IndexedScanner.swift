internal import CBlockIndex

/// Reads a JSON text by an index of its tokens, which a kernel makes of one chunk after the other.
///
/// It accepts what ``Scanner`` accepts and writes the same tape, in less time where the machine has the
/// instructions; `Benchmarks/README.md` has the figures. It does not say what is wrong with a text: whoever gets
/// `false` asks the other scanner.
///
/// Safety: offsets come from the kernel and lie within the text or at its end, where zeros follow; numbers and
/// words end there at the latest. Nodes are only written where there is room.
@safe
struct IndexedScanner {
  private(set) var buffers: TapeBuffers
  private(set) var depthReached = 0
  private let maximumDepth: Int
  private let textCount: Int

  private let level: CInt
  private var state = block_index_state()
  /// Twice the places of the tokens, plus one for the end of a string with a backslash.
  private let index: IndexBuffer
  /// Where the next chunk begins.
  private var nextChunk = 0

  private static let chunkSize = Int(BLOCK_INDEX_CHUNK)
  /// How many starts there are before one is looked for; no more are taken between two looks.
  private static let reserve = 16
  /// Shorter texts are read faster without an index; in longer ones twice a place would not fit into a start.
  static let sizes = 512...Int(Int32.max) - Tape.padding

  /// What this machine has: 0 if nothing of use.
  static let bestLevel = Int(block_index_level())

  init(_ buffers: TapeBuffers, maximumDepth: Int, level: Int) {
    self.buffers = buffers
    self.maximumDepth = maximumDepth
    textCount = buffers.textCount
    self.level = CInt(level)
    index = IndexBuffer(capacity: min(Self.chunkSize, textCount) + 3 * Self.reserve + 64)
  }

  private var starts: UnsafeMutablePointer<UInt32> { unsafe index.starts }

  /// Reads the whole text; `false` if anything is wrong with it.
  mutating func scan() -> Bool {
    defer { index.deallocate() }
    return scanText() && state.failed == 0 && state.in_string == 0
  }

  /// What the loop uses for every token: it must be in registers, so it is no part of the scanner, whose address
  /// the functions beside the loop take.
  @safe
  private struct Place {
    var text: UnsafePointer<UInt8>
    /// The next of the starts, and the end of them.
    var start: UnsafePointer<UInt32>
    var startsEnd: UnsafePointer<UInt32>
    /// The first node, the next one, and the end of the room for nodes.
    var nodes: UnsafeMutablePointer<Node>
    var node: UnsafeMutablePointer<Node>
    var nodesEnd: UnsafeMutablePointer<Node>

    /// The next start as it is, with its mark.
    @inline(__always)
    mutating func takeMarked() -> Int {
      let marked = unsafe start.pointee
      unsafe start += 1
      return Int(marked)
    }

    /// The place where the next token begins; the end of the text if there is none.
    @inline(__always)
    mutating func take() -> Int { takeMarked() &>> 1 }

    @inline(__always)
    subscript(position: Int) -> UInt8 { unsafe text[position] }

    @inline(__always)
    var index: Int {
      // Not the difference of the pointers, which would be rounded towards zero first.
      unsafe Int(
        (UInt(bitPattern: node) &- UInt(bitPattern: nodes)) / UInt(MemoryLayout<Node>.stride))
    }

    /// Whether there are enough starts for a value and what follows it.
    @inline(__always)
    var hasStarts: Bool { unsafe startsEnd - start >= IndexedScanner.reserve }

    /// Whether there is room for a value and two names.
    @inline(__always)
    var hasRoom: Bool { unsafe nodesEnd - node >= 3 }

    @inline(__always)
    mutating func write(_ newNode: Node) {
      unsafe node.pointee = newNode
      unsafe node += 1
    }

    /// Writes a scalar or a name: a node in two stores, which is how it lies in memory on the one processor that
    /// there is a kernel for.
    @inline(__always)
    mutating func write(
      _ kind: NodeKind, from begin: Int, to end: Int, flags: Node.Flags = []
    ) {
      let extent =
        UInt64(truncatingIfNeeded: begin) & 0xFFFF_FFFF
        | UInt64(truncatingIfNeeded: end &- begin) << 32
      let rest = 1 | UInt64(kind.rawValue) << 48 | UInt64(flags.rawValue) << 56
      let target = unsafe UnsafeMutableRawPointer(node)
      unsafe target.storeBytes(of: extent, as: UInt64.self)
      unsafe target.storeBytes(of: rest, toByteOffset: 8, as: UInt64.self)
      unsafe node += 1
    }
  }

  // MARK: The grammar

  /// The container whose children are being read.
  ///
  /// While a container is open its node holds the index of its parent and the parent's child count.
  private struct Container {
    /// The index of its node; -1 for the text as a whole, which is read like an array of one element.
    var index: Int32 = -1
    var isObject = false
    var children: UInt32 = 0
    var depth = 0

    /// Goes into a container that begins at a token.
    @inline(__always)
    mutating func enter(_ token: Int, isObject: Bool, _ place: inout Place) {
      let parent = UInt32(bitPattern: index)
      index = Int32(truncatingIfNeeded: place.index)
      place.write(
        Node(
          offset: UInt32(truncatingIfNeeded: token), length: children, span: parent,
          kind: isObject ? .object : .array))
      self.isObject = isObject
      children = 0
      depth &+= 1
    }

    /// Completes the node of the container, which ends with a token, and goes back to its parent.
    @inline(__always)
    mutating func leave(_ token: Int, _ place: inout Place) {
      let own = Int(index)
      let begun = unsafe place.nodes[own]
      let span = UInt32(truncatingIfNeeded: place.index &- own)
      unsafe place.nodes[own] = Node(
        offset: begun.offset, length: UInt32(truncatingIfNeeded: token &+ 1) &- begun.offset,
        span: span, count: UInt16(truncatingIfNeeded: min(children, UInt32(Node.countLimit))),
        kind: begun.kind, flags: !isObject && span == children &+ 1 ? .flat : [])
      children = begun.length &+ 1
      index = Int32(bitPattern: begun.span)
      depth &-= 1
      isObject = unsafe index >= 0 && place.nodes[Int(index)].kind == .object
    }
  }

  /// What comes after the first token of a value.
  private enum Continuation {
    case afterValue
    /// The value is a container with children, the first of which begins at this token.
    case children(Int)
    case mistake
  }

  @inline(__always)
  private mutating func scanText() -> Bool {
    var place = unsafe Place(
      text: UnsafePointer(buffers.text), start: starts, startsEnd: starts, nodes: buffers.nodes,
      node: buffers.nodes, nodesEnd: buffers.nodes + buffers.nodeCapacity)
    supply(&place)
    var container = Container()
    var token = place.take()
    container: while true {
      while true {
        if !place.hasStarts { supply(&place) }
        if !place.hasRoom { grow(&place) }
        if container.isObject {
          guard scanName(token, &place) else { return false }
          token = place.take()
        }
        switch scanValue(token, &container, &place) {
        case .afterValue: break
        case .children(let first):
          token = first
          continue container
        case .mistake: return false
        }
        container.children &+= 1
        token = place.take()
        guard place[token] == UInt8(ascii: ",") else { break }
        token = place.take()
      }
      while true {
        if container.index < 0 {
          buffers.nodeCount = place.index
          return container.children == 1 && token == textCount
        }
        guard place[token] == (container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          return false
        }
        container.leave(token, &place)
        if !place.hasStarts { supply(&place) }
        token = place.take()
        if place[token] == UInt8(ascii: ",") {
          token = place.take()
          continue container
        }
      }
    }
  }

  /// Reads a scalar or an empty container, or enters a container that has children.
  @inline(__always)
  private mutating func scanValue(
    _ token: Int, _ container: inout Container, _ place: inout Place
  ) -> Continuation {
    let isRight: Bool
    let first = place[token]
    switch first {
    case UInt8(ascii: "\""):
      isRight = Self.scanString(.string, token, &place)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if container.depth >= maximumDepth { return .mistake }
      if container.depth >= depthReached { depthReached = container.depth &+ 1 }
      let isObject = first == UInt8(ascii: "{")
      let next = place.take()
      if place[next] != (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        container.enter(token, isObject: isObject, &place)
        return .children(next)
      }
      place.write(
        isObject ? .object : .array, from: token, to: next &+ 1, flags: isObject ? [] : .flat)
      isRight = true
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      isRight = scanNumber(token, &place)
    case UInt8(ascii: "t"):
      isRight = scanWord(token, 0x6575_7274, length: 4, .true, &place)
    case UInt8(ascii: "f"):
      isRight =
        scanWord(token, 0x736C_6166, length: 5, .false, &place)
        && place[token + 4] == UInt8(ascii: "e")
    case UInt8(ascii: "n"):
      isRight = scanWord(token, 0x6C6C_756E, length: 4, .null, &place)
    default:
      isRight = false
    }
    return isRight ? .afterValue : .mistake
  }

  /// Reads a name and its colon.
  @inline(__always)
  private func scanName(_ token: Int, _ place: inout Place) -> Bool {
    guard place[token] == UInt8(ascii: "\""), Self.scanString(.name, token, &place) else {
      return false
    }
    return place[place.take()] == UInt8(ascii: ":")
  }

  // MARK: Scalars

  /// Reads a string; one that is not closed ends with the text, and the kernel has noticed it.
  @inline(__always)
  private static func scanString(_ kind: NodeKind, _ begin: Int, _ place: inout Place) -> Bool {
    let marked = place.takeMarked()
    let end = marked &>> 1
    let isEscaped = marked & 1 != 0
    place.write(kind, from: begin, to: end &+ 1, flags: isEscaped ? .escaped : [])
    return unsafe !isEscaped || hasValidEscapes(place.text, from: begin &+ 1, to: end)
  }

  @inline(never)
  private static func hasValidEscapes(
    _ text: UnsafePointer<UInt8>, from: Int, to: Int
  ) -> Bool {
    // No escape reaches beyond the string: the quotation mark that ends it is part of none.
    var position = from
    while position < to {
      let word = unsafe UnsafeRawPointer(text + position).loadUnaligned(as: UInt64.self)
      let others = UInt64(littleEndian: word) ^ 0x5C5C_5C5C_5C5C_5C5C
      // The top bit of every backslash; a borrow only spoils what comes after the first.
      let found = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
      position += found.trailingZeroBitCount &>> 3
      guard found != 0, position < to else { continue }
      guard case .length(let length) = unsafe Scanner.escape(at: text + position) else {
        return false
      }
      position += length
    }
    return true
  }

  @inline(__always)
  private func scanNumber(_ begin: Int, _ place: inout Place) -> Bool {
    var position = begin
    if place[position] == UInt8(ascii: "-") { position &+= 1 }
    if place[position] == UInt8(ascii: "0") {
      position &+= 1
    } else {
      guard skipDigits(&position, place) else { return false }
    }
    if place[position] == UInt8(ascii: ".") {
      position &+= 1
      guard skipDigits(&position, place) else { return false }
    }
    if place[position] | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      let sign = place[position]
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position &+= 1 }
      guard skipDigits(&position, place) else { return false }
    }
    place.write(.number, from: begin, to: position)
    return endsScalar(position, place)
  }

  /// Goes past one digit or more, eight at a time.
  @inline(__always)
  private func skipDigits(_ position: inout Int, _ place: Place) -> Bool {
    let begin = position
    while true {
      let word = unsafe UnsafeRawPointer(place.text + position).loadUnaligned(as: UInt64.self)
      let digits = UInt64(littleEndian: word) ^ 0x3030_3030_3030_3030
      // The top bit of every byte that is no digit; a carry only spoils what comes after the first.
      let others = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
      position &+= others.trailingZeroBitCount &>> 3
      if others != 0 { return position != begin }
    }
  }

  @inline(__always)
  private func scanWord(
    _ begin: Int, _ word: UInt32, length: Int, _ kind: NodeKind, _ place: inout Place
  ) -> Bool {
    let found = unsafe UnsafeRawPointer(place.text + begin).loadUnaligned(as: UInt32.self)
    place.write(kind, from: begin, to: begin &+ length)
    return UInt32(littleEndian: found) == word && endsScalar(begin &+ length, place)
  }

  /// Whether a number or word may end here: what follows it directly has no start of its own.
  @inline(__always)
  private func endsScalar(_ position: Int, _ place: Place) -> Bool {
    switch place[position] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x0A, 0x0D, 0x09: true
    default: position == textCount
    }
  }

  // MARK: Supplies

  // Each in two parts: what is called takes and returns single words, so that a place never has to be in memory.

  /// Makes sure that there are enough starts; after the last one follow those of the text's end.
  @inline(__always)
  private mutating func supply(_ place: inout Place) {
    let left = unsafe place.startsEnd - place.start
    let count = unsafe fillStarts(keeping: left, from: place.start)
    unsafe place.start = UnsafePointer(starts)
    unsafe place.startsEnd = place.start + count
  }

  @inline(never)
  private mutating func fillStarts(keeping left: Int, from first: UnsafePointer<UInt32>) -> Int {
    unsafe starts.update(from: first, count: left)
    var count = left
    while count < Self.reserve {
      if nextChunk > textCount {
        unsafe (starts + count).update(repeating: UInt32(textCount) * 2, count: Self.reserve)
        count += Self.reserve
      } else {
        unsafe count += block_index_chunk(
          level, buffers.text, nextChunk, textCount, &state, starts + count)
        nextChunk += Self.chunkSize
      }
    }
    return count
  }

  /// Makes room for more nodes.
  @inline(__always)
  private mutating func grow(_ place: inout Place) {
    let count = place.index
    growNodes(count)
    unsafe place.text = UnsafePointer(buffers.text)
    unsafe place.nodes = buffers.nodes
    unsafe place.node = place.nodes + count
    unsafe place.nodesEnd = place.nodes + buffers.nodeCapacity
  }

  /// Makes as much room as the text read so far suggests for all of it.
  @inline(never)
  private mutating func growNodes(_ count: Int) {
    let predicted = Int(Double(count) * Double(textCount) / Double(max(nextChunk, 1)) * 1.1)
    let capacity = buffers.nodeCapacity
    buffers.resize(nodeCapacity: min(max(predicted, capacity + capacity / 2), textCount) + 16)
  }
}
