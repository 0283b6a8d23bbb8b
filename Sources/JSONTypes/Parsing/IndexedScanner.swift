internal import CBlockIndex

/// Reads a JSON text by an index of its tokens, which is made of one chunk after the other.
///
/// It accepts what ``Scanner`` accepts and writes the same tape, in less time where the machine has the
/// instructions; the article Performance has the figures. It does not say what is wrong with a text: whoever gets
/// `false` asks the other scanner.
///
/// Safety: places come from the index and lie within the text or at its end, where zeros follow; numbers and
/// words end there at the latest. Nodes are only written where there is room.
@safe
struct IndexedScanner {
  private(set) var buffers: TapeBuffers
  private(set) var depthReached = 0
  private let maximumDepth: Int
  private let textCount: Int
  private var index: TokenIndex
  /// The next of the places in the index, and their end, when supplies were made last.
  private var next: UnsafePointer<UInt32>
  private var placesEnd: UnsafePointer<UInt32>

  /// Shorter texts are read faster without an index.
  static let sizes = 512...TapeBuffers.textLimit

  init(_ buffers: TapeBuffers, copying source: TextSlice, maximumDepth: Int, level: Int) {
    self.buffers = buffers
    self.buffers.appendRemainder(of: source, blockSize: TokenIndex.blockSize)
    self.maximumDepth = maximumDepth
    textCount = source.count
    index = TokenIndex(source, level: level)
    unsafe next = index.first
    unsafe placesEnd = index.first
  }

  /// A number of bytes that no white space between two tokens exceeds, as far as that was noticed.
  var gapBound: Int? { index.gapBound }

  /// Reads the whole text; `false` if anything is wrong with it.
  mutating func scan() -> Bool { scanText() && index.isRight }

  /// What the loop uses for every token: it must be in registers, so it is no part of the scanner, whose address
  /// the functions beside the loop take.
  @safe
  private struct Place {
    var text: UnsafePointer<UInt8>
    /// The next of the places in the index.
    var next: UnsafePointer<UInt32>
    /// The first node, and the next one.
    var nodes: UnsafeMutablePointer<Node>
    var node: UnsafeMutablePointer<Node>
    /// Where the next string with a backslash ends, if it is known; -1 if not.
    var nextEscapedEnd = -1
    /// Where it must be looked whether there are enough places and enough room for another step.
    var limit: UnsafePointer<UInt32>

    /// The place where the next token begins; the end of the text if there is none.
    @inline(__always)
    mutating func take() -> Int {
      let place = unsafe next.pointee
      unsafe next += 1
      return Int(place)
    }

    @inline(__always)
    subscript(position: Int) -> UInt8 { unsafe text[position] }

    @inline(__always)
    var index: Int {
      // Not the difference of the pointers, which would be rounded towards zero first.
      unsafe Int(
        (UInt(bitPattern: node) &- UInt(bitPattern: nodes)) / UInt(MemoryLayout<Node>.stride))
    }

    @inline(__always)
    mutating func write(_ newNode: Node) {
      unsafe node.pointee = newNode
      unsafe node += 1
    }

    /// Writes a scalar or a name: its node in three stores, which is how it lies in memory on the one processor that
    /// there is a kernel for.
    @inline(__always)
    mutating func write(
      _ kind: NodeKind, from begin: Int, to end: Int, flags: Node.Flags = .none
    ) {
      let rest = 1 | UInt64(kind.rawValue) << 48 | UInt64(flags.rawValue) << 56
      let target = unsafe UnsafeMutableRawPointer(node)
      unsafe target.storeBytes(of: UInt32(truncatingIfNeeded: begin), as: UInt32.self)
      unsafe target.storeBytes(
        of: UInt32(truncatingIfNeeded: end &- begin), toByteOffset: 4, as: UInt32.self)
      unsafe target.storeBytes(of: rest, toByteOffset: 8, as: UInt64.self)
      unsafe node += 1
    }

    /// Notes that the last string or name has a backslash.
    @inline(__always)
    func markEscaped() { unsafe node[-1].flags = .escaped }
  }

  // MARK: The grammar

  /// The container whose children are being read.
  ///
  /// While a container is open its node holds what becomes of this when the container ends: the parent's index and
  /// closing bracket in place of its own span and count, and the parent's count in place of its own length.
  private struct Container {
    /// The index of its node.
    var index = 0
    /// The byte that it ends with; for the text as a whole, which is read like an array of one element, the zero
    /// behind it.
    var closing: UInt8 = 0
    var children: UInt32 = 0
    var depth = 0

    @inline(__always)
    var isObject: Bool { closing == UInt8(ascii: "}") }

    @inline(__always)
    var isWholeText: Bool { closing == 0 }

    /// Goes into a container that begins at a token.
    @inline(__always)
    mutating func enter(_ token: Int, closing: UInt8, _ place: inout Place) {
      let parent = index
      index = place.index
      place.write(
        Node(
          offset: UInt32(truncatingIfNeeded: token), length: children,
          span: UInt32(truncatingIfNeeded: parent), count: UInt16(self.closing), kind: .array))
      self.closing = closing
      children = 0
      depth &+= 1
    }

    /// Completes the node of the container, which ends with a token, and goes back to its parent.
    @inline(__always)
    mutating func leave(_ kind: NodeKind, _ token: Int, _ place: inout Place) {
      let own = unsafe place.nodes + index
      let begun = unsafe own.pointee
      let span = UInt32(truncatingIfNeeded: place.index &- index)
      unsafe own.pointee = Node(
        offset: begun.offset, length: UInt32(truncatingIfNeeded: token &+ 1) &- begun.offset,
        span: span, count: UInt16(truncatingIfNeeded: min(children, UInt32(Node.countLimit))),
        kind: kind, flags: kind == .array && span == children &+ 1 ? .flat : .none)
      children = begun.length
      index = Int(begun.span)
      closing = UInt8(truncatingIfNeeded: begun.count)
      depth &-= 1
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
      text: UnsafePointer(buffers.text), next: index.first, nodes: buffers.nodes,
      node: buffers.nodes, limit: index.first)
    var container = Container()
    refill(&place)
    var token = place.take()
    container: while true {
      while true {
        step(&place)
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
        guard place[token] == container.closing else { return false }
        if container.isWholeText {
          buffers.nodeCount = place.index
          assert(place.index <= buffers.nodeCapacity, "nodes were written where there was no room")
          return container.children == 1 && token == textCount
        }
        if container.isObject {
          container.leave(.object, token, &place)
        } else {
          container.leave(.array, token, &place)
        }
        container.children &+= 1
        step(&place)
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
      scanString(.string, token, &place)
      isRight = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if container.depth == depthReached {
        if container.depth >= maximumDepth { return .mistake }
        depthReached = container.depth &+ 1
        // One more node that is written before its second place is taken.
        unsafe place.limit -= 1
      }
      // The bracket that ends a container comes two behind the one that begins it.
      let closing = first &+ 2
      let next = place.take()
      if place[next] != closing {
        container.enter(token, closing: closing, &place)
        return .children(next)
      }
      let isObject = closing == UInt8(ascii: "}")
      place.write(
        isObject ? .object : .array, from: token, to: next &+ 1, flags: isObject ? .none : .flat)
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
  private mutating func scanName(_ token: Int, _ place: inout Place) -> Bool {
    guard place[token] == UInt8(ascii: "\"") else { return false }
    scanString(.name, token, &place)
    return place[place.take()] == UInt8(ascii: ":")
  }

  // MARK: Scalars

  /// Reads a string; the kernel has noticed what is wrong with it, and one that is not closed ends with the text.
  @inline(__always)
  private mutating func scanString(_ kind: NodeKind, _ begin: Int, _ place: inout Place) {
    let end = place.take()
    place.write(kind, from: begin, to: end &+ 1)
    if end == place.nextEscapedEnd {
      place.markEscaped()
      place.nextEscapedEnd = index.takeEscapedEnd()
    }
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

  /// Goes past one digit or more.
  @inline(__always)
  private func skipDigits(_ position: inout Int, _ place: Place) -> Bool {
    let begin = position
    var run: Int
    repeat {
      run = unsafe digit_run(place.text + position)
      position &+= run
    } while run == DIGIT_RUN_BLOCK
    return position != begin
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

  /// Makes sure that there are supplies for a value with its name and what follows it, or for the end of a container:
  /// that takes at most six places, and writes at most two nodes.
  @inline(__always)
  private mutating func step(_ place: inout Place) {
    if unsafe place.next >= place.limit { refill(&place) }
  }

  /// Asks for supplies and looks where they are.
  @inline(__always)
  private mutating func refill(_ place: inout Place) {
    let count = place.index
    let supply = unsafe makeSupplies(next: place.next, nodeCount: count)
    unsafe place.next = next
    unsafe place.limit = next + supply
    unsafe place.text = UnsafePointer(buffers.text)
    unsafe place.nodes = buffers.nodes
    unsafe place.node = place.nodes + count
    place.nextEscapedEnd = index.nextEscapedEnd
  }

  /// What is called takes and returns single words, so that a place never has to be in memory.
  ///
  /// At least two places are taken for each node, its own and the one behind it, so that room for some nodes is enough
  /// for twice as many places. A container that has not ended has taken only one; there are at most as many of these as
  /// the deepest one so far has around it, and whenever one is deeper, the limit goes down by one. What is in hand at
  /// first, and what the last step writes, is the margin.
  ///
  /// - Returns: How many places may be taken before it has to be called again.
  @inline(never)
  private mutating func makeSupplies(next: UnsafePointer<UInt32>, nodeCount: Int) -> Int {
    assert(nodeCount <= buffers.nodeCapacity, "nodes were written where there was no room")
    var left = unsafe placesEnd - next
    unsafe self.next = next
    if left < TokenIndex.reserve {
      left = unsafe index.supply(keeping: left, from: next, copyingTo: buffers.text)
      unsafe self.next = index.first
      unsafe placesEnd = index.first + left
    }
    var room = buffers.nodeCapacity - nodeCount - TokenIndex.step
    if 2 * room - depthReached < TokenIndex.step {
      growNodes(nodeCount, reserving: 2 * TokenIndex.step + depthReached)
      room = buffers.nodeCapacity - nodeCount - TokenIndex.step
    }
    return min(left - TokenIndex.step, 2 * room - depthReached)
  }

  /// Makes as much room as the text read so far suggests for all of it.
  private mutating func growNodes(_ count: Int, reserving reserve: Int) {
    let predicted = Int(Double(count) * Double(textCount) / Double(max(index.reach, 1)) * 1.1)
    let capacity = buffers.nodeCapacity
    buffers.resize(
      nodeCapacity: min(max(predicted, capacity + capacity / 2), textCount) + reserve)
  }
}
