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
  private let starts: UnsafeMutablePointer<UInt32>
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
    unsafe starts = .allocate(
      capacity: min(Self.chunkSize, textCount) + 3 * Self.reserve + 64)
  }

  /// Reads the whole text; `false` if anything is wrong with it.
  mutating func scan() -> Bool {
    defer { unsafe starts.deallocate() }
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
    var index: Int { unsafe node - nodes }

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
      unsafe UnsafeMutableRawPointer(node).storeBytes(
        of: SIMD2(extent, rest), as: SIMD2<UInt64>.self)
      unsafe node += 1
    }
  }

  // MARK: The grammar

  @inline(__always)
  private mutating func scanText() -> Bool {
    var place = indexed(
      unsafe Place(
        text: UnsafePointer(buffers.text), start: starts, startsEnd: starts, nodes: buffers.nodes,
        node: buffers.nodes, nodesEnd: buffers.nodes + buffers.nodeCapacity))
    // While a container is open its node holds the index of its parent and the parent's child count.
    var open: Int32 = -1
    var isObject = false
    var children: UInt32 = 0
    var depth = 0
    var token = place.take()
    value: while true {
      if unsafe place.startsEnd - place.start < Self.reserve { place = indexed(place) }
      // Room for a value and two names.
      if unsafe place.nodesEnd - place.node < 3 { place = grown(place) }
      let first = place[token]
      switch first {
      case UInt8(ascii: "\""):
        guard scanString(.string, token, &place) else { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth &+= 1
        if depth > maximumDepth { return false }
        if depth > depthReached { depthReached = depth }
        isObject = first == UInt8(ascii: "{")
        let parent = UInt32(bitPattern: open)
        open = Int32(truncatingIfNeeded: place.index)
        place.write(
          Node(
            offset: UInt32(truncatingIfNeeded: token), length: children, span: parent,
            kind: isObject ? .object : .array))
        children = 0
        token = place.take()
        if place[token] != (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          if isObject {
            guard scanName(token, &place) else { return false }
            token = place.take()
          }
          continue value
        }
        // An empty container: closed below, and counts no child of its own.
        children &-= 1
        unsafe place.start -= 1
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard scanNumber(token, &place) else { return false }
      case UInt8(ascii: "t"):
        guard scanWord(token, 0x6575_7274, length: 4, .true, &place) else { return false }
      case UInt8(ascii: "f"):
        guard place[token + 4] == UInt8(ascii: "e"),
          scanWord(token, 0x736C_6166, length: 5, .false, &place)
        else { return false }
      case UInt8(ascii: "n"):
        guard scanWord(token, 0x6C6C_756E, length: 4, .null, &place) else { return false }
      default:
        return false
      }

      children &+= 1
      while true {
        token = place.take()
        if open < 0 { break value }
        let separator = place[token]
        if separator == UInt8(ascii: ",") {
          token = place.take()
          if isObject {
            guard scanName(token, &place) else { return false }
            token = place.take()
          }
          continue value
        }
        guard separator == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          return false
        }
        let index = Int(open)
        let begun = unsafe place.nodes[index]
        let span = UInt32(truncatingIfNeeded: place.index &- index)
        let end = UInt32(truncatingIfNeeded: token &+ 1)
        unsafe place.nodes[index] = Node(
          offset: begun.offset, length: end &- begun.offset, span: span,
          count: UInt16(truncatingIfNeeded: min(children, UInt32(Node.countLimit))),
          kind: begun.kind, flags: !isObject && span == children &+ 1 ? .flat : [])
        children = begun.length &+ 1
        open = Int32(bitPattern: begun.span)
        depth &-= 1
        if open >= 0 { isObject = unsafe place.nodes[Int(open)].kind == .object }
        if unsafe place.startsEnd - place.start < Self.reserve { place = indexed(place) }
      }
    }
    buffers.nodeCount = place.index
    return token == textCount
  }

  /// Reads a name and its colon.
  @inline(__always)
  private func scanName(_ token: Int, _ place: inout Place) -> Bool {
    guard place[token] == UInt8(ascii: "\""), scanString(.name, token, &place) else { return false }
    return place[place.take()] == UInt8(ascii: ":")
  }

  // MARK: Scalars

  /// Reads a string; one that is not closed ends with the text, and the kernel has noticed it.
  @inline(__always)
  private func scanString(_ kind: NodeKind, _ begin: Int, _ place: inout Place) -> Bool {
    let marked = place.takeMarked()
    let end = marked &>> 1
    let isEscaped = marked & 1 != 0
    place.write(kind, from: begin, to: end &+ 1, flags: isEscaped ? .escaped : [])
    return !isEscaped || hasValidEscapes(from: begin &+ 1, to: end, place)
  }

  @inline(never)
  private func hasValidEscapes(from: Int, to: Int, _ place: Place) -> Bool {
    var position = from
    while position < to {
      if place[position] == UInt8(ascii: "\\") {
        guard case .length(let length) = unsafe Scanner.escape(at: place.text + position) else {
          return false
        }
        position += length
      } else {
        position += 1
      }
    }
    return position == to
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

  /// Makes sure that there are enough starts; after the last one follow those of the text's end.
  @inline(never)
  private mutating func indexed(_ place: Place) -> Place {
    var place = place
    let left = unsafe place.startsEnd - place.start
    unsafe starts.update(from: place.start, count: left)
    unsafe place.start = UnsafePointer(starts)
    unsafe place.startsEnd = place.start + left
    while unsafe place.startsEnd - place.start < Self.reserve {
      let end = unsafe starts + (place.startsEnd - place.start)
      if nextChunk > textCount {
        unsafe end.update(repeating: UInt32(textCount) * 2, count: Self.reserve)
        unsafe place.startsEnd += Self.reserve
      } else {
        unsafe place.startsEnd += block_index_chunk(
          level, place.text, nextChunk, textCount, &state, end)
        nextChunk += Self.chunkSize
      }
    }
    return place
  }

  /// Makes room by what the text read so far suggests for all of it.
  @inline(never)
  private mutating func grown(_ place: Place) -> Place {
    var place = place
    let count = place.index
    let predicted = Int(Double(count) * Double(textCount) / Double(max(nextChunk, 1)) * 1.1)
    let capacity = buffers.nodeCapacity
    buffers.resize(nodeCapacity: min(max(predicted, capacity + capacity / 2), textCount) + 16)
    unsafe place.text = UnsafePointer(buffers.text)
    unsafe place.nodes = buffers.nodes
    unsafe place.node = place.nodes + count
    unsafe place.nodesEnd = place.nodes + buffers.nodeCapacity
    return place
  }
}
