/// Reads a patch and finds the members of its operations at once, if it is written as most programs write one.
///
/// That is an array of objects whose members are `op` with one of the six kinds, `path`, `from` and `value` in any order, with
/// one space at most behind a colon or a comma and no other white space in it outside of values, and strings other than values in
/// ASCII without escapes of JSON. Values with children it only reads in short patches. A ``Scanner`` reads everything else, and
/// also finds out what is wrong with it; of what both read they write the same nodes.
package struct OperationScanner: ~Copyable {
  /// Reads values that are containers.
  private var scanner: Scanner
  private var text: TextCursor
  private var nodes: NodeCursor
  private var count: UInt32 = 0
  private var pointers = PointerCompiler()

  /// How deep such a patch nests apart from its values.
  static let depth = 2
  /// In longer patches values with children are read faster by an index, where there is one, in spite of the second look at the
  /// operations.
  static let containerLimit = 2048
  /// The most nodes that one operation has, not counting what is in its value.
  private static let nodesOfOperation = 9

  /// Whether a text begins as such a patch does; otherwise it need not be copied for this scanner.
  static func mayRead(_ text: borrowing Span<UInt8>) -> Bool {
    text.count > 2 && text[0] == UInt8(ascii: "[") && text[1] == UInt8(ascii: "{")
      && text[2] == UInt8(ascii: "\"") && text.count <= TapeBuffers.textLimit
  }

  /// Creates a scanner of a text that is followed by its padding.
  init(_ buffers: TapeBuffers, maximumDepth: Int) {
    scanner = Scanner(buffers, maximumDepth: maximumDepth, depthReached: Self.depth)
    text = TextCursor(buffers)
    nodes = NodeCursor(buffers)
    // The bracket that the text begins with.
    text.advance()
    nodes.advance()
  }

  /// The text and its nodes.
  var buffers: TapeBuffers { scanner.buffers }

  /// How deep the patch nests.
  var depthReached: Int { scanner.depthReached }

  /// Reads an operation.
  ///
  /// - Returns: The values of `op`, `path`, `value` and `from`; `nil` after the last operation, or if anything is unusual.
  package mutating func next() -> Tree.NamedValues? {
    if !nodes.haveRoom(for: Self.nodesOfOperation) { scanner.makeRoom(&text, &nodes) }
    // Both must be in registers, which parts of the scanner are not.
    var text = text
    var nodes = nodes
    guard count == 0 || text.pass(spaced: UInt8(ascii: ",")) else { return nil }
    var members = Tree.NamedValues()
    let begin = text.offset
    let index = nodes.count
    guard text.pass(directly: UInt8(ascii: "{")) else { return nil }
    nodes.advance()
    var memberCount: UInt16 = 0
    repeat {
      guard scanMember(&text, &nodes, &members) else { return nil }
      memberCount &+= 1
    } while text.pass(spaced: UInt8(ascii: ","))
    guard text.pass(directly: UInt8(ascii: "}")) else { return nil }
    nodes[index] = Node(
      offset: begin, length: text.offset &- begin,
      span: UInt32(truncatingIfNeeded: nodes.count &- index), count: memberCount, kind: .object)
    count &+= 1
    self.text = text
    self.nodes = nodes
    return members
  }

  /// Compiles the pointer of an operation; `nil` if it is no pointer by RFC 6901 section 3, or missing.
  package mutating func compile(_ pointer: NodeRef) -> CompiledPointer? {
    pointer == .none ? nil : pointers.compile(pointer, of: TapeView(buffers))
  }

  /// Reads what comes after the last operation; `false` if that is anything but the end.
  mutating func finish() -> Bool {
    guard count > 0, text.pass(directly: UInt8(ascii: "]")) else { return false }
    nodes[0] = Node(
      offset: 0, length: text.offset, span: UInt32(truncatingIfNeeded: nodes.count),
      count: UInt16(truncatingIfNeeded: min(count, UInt32(Node.countLimit))), kind: .array)
    text.skipWhitespace()
    scanner.finish(nodes)
    return text.count == buffers.textCount
  }

  // MARK: Members

  @inline(__always)
  private mutating func scanMember(
    _ text: inout TextCursor, _ nodes: inout NodeCursor, _ members: inout Tree.NamedValues
  ) -> Bool {
    guard text.byte == UInt8(ascii: "\"") else { return false }
    let name = text.opening
    let value = NodeRef(parsed: nodes.count &+ 1)
    if name == Keyword("op") {
      guard Tree.NamedValues.set(&members.first, value),
        Self.scanName(ofLength: 2, &text, &nodes)
      else { return false }
      members.tag = text.opening
      return Self.scanKind(members.tag, &text, &nodes)
    }
    if name == Keyword("path") {
      return Tree.NamedValues.set(&members.second, value)
        && Self.scanName(ofLength: 4, &text, &nodes)
        && Self.scanPlainString(&text, &nodes)
    }
    if name == Keyword("value") {
      return Tree.NamedValues.set(&members.third, value)
        && Self.scanName(ofLength: 5, &text, &nodes) && scanValue(&text, &nodes)
    }
    if name == Keyword("from") {
      return Tree.NamedValues.set(&members.fourth, value)
        && Self.scanName(ofLength: 4, &text, &nodes)
        && Self.scanPlainString(&text, &nodes)
    }
    return false
  }

  /// Reads a name, of which the bytes have been compared, and its colon.
  @inline(__always)
  private static func scanName(
    ofLength length: Int, _ text: inout TextCursor, _ nodes: inout NodeCursor
  ) -> Bool {
    pass(.name, ofLength: length, &text, &nodes)
    return text.pass(spaced: UInt8(ascii: ":"))
  }

  /// Reads a kind, given what it begins with.
  ///
  /// The comparison has found its end already, so that what follows need not wait for a search for the quotation mark.
  @inline(__always)
  private static func scanKind(
    _ tag: Opening, _ text: inout TextCursor, _ nodes: inout NodeCursor
  ) -> Bool {
    let length: Int
    if tag == Keyword("replace") {
      length = 7
    } else if tag == Keyword("add") {
      length = 3
    } else if tag == Keyword("test") || tag == Keyword("move") || tag == Keyword("copy") {
      length = 4
    } else if tag == Keyword("remove") {
      length = 6
    } else {
      return false
    }
    guard text.byte == UInt8(ascii: "\"") else { return false }
    pass(.string, ofLength: length, &text, &nodes)
    return true
  }

  /// Writes the node of a name or a string, of which the bytes have been compared, and passes it.
  @inline(__always)
  private static func pass(
    _ kind: NodeKind, ofLength length: Int, _ text: inout TextCursor, _ nodes: inout NodeCursor
  ) {
    nodes.append(
      Node(offset: text.offset, length: UInt32(truncatingIfNeeded: length &+ 2), kind: kind))
    text.advance(length &+ 2)
  }

  // MARK: Values

  /// Reads the value of an operation.
  @inline(__always)
  private mutating func scanValue(_ text: inout TextCursor, _ nodes: inout NodeCursor) -> Bool {
    if text.byte == UInt8(ascii: "{") || text.byte == UInt8(ascii: "[") {
      guard buffers.textCount <= Self.containerLimit,
        let (end, nextNode) = scanContainer(text, nodes)
      else { return false }
      text = end
      nodes = nextNode
    } else {
      guard let end = Self.scanScalar(text, nodes) else { return false }
      text = end
      nodes.advance()
    }
    return true
  }

  /// Reads a container, and makes room for what may follow it in the operation.
  ///
  /// - Returns: The places behind it, as of a scalar.
  @inline(never)
  private mutating func scanContainer(
    _ text: TextCursor, _ nodes: NodeCursor
  ) -> (TextCursor, NodeCursor)? {
    // The memory may be another one afterwards.
    defer {
      self.text = TextCursor(buffers, at: self.text.count)
      self.nodes = NodeCursor(buffers, at: self.nodes.count)
    }
    var text = text
    var nodes = nodes
    do throws(ScanFailure) {
      try scanner.scanValue(&text, &nodes, within: Self.depth)
    } catch {
      return nil
    }
    if !nodes.haveRoom(for: Self.nodesOfOperation) { scanner.makeRoom(&text, &nodes) }
    return (text, nodes)
  }

  @inline(__always)
  private static func scanPlainString(
    _ text: inout TextCursor, _ nodes: inout NodeCursor
  ) -> Bool {
    guard text.byte == UInt8(ascii: "\""), let node = text.readPlainString() else { return false }
    nodes.append(node)
    return true
  }

  /// Reads a value without children to where the next node comes.
  ///
  /// - Returns: The place behind it, since what has an address is not in a register any more; `nil` if it is anything else.
  @inline(never)
  private static func scanScalar(_ text: TextCursor, _ nodes: NodeCursor) -> TextCursor? {
    var text = text
    var nodes = nodes
    do throws(ScanFailure) {
      switch text.byte {
      case UInt8(ascii: "\""): try text.readString(.string, &nodes)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        nodes.write(try text.readNumber())
      case UInt8(ascii: "t"): nodes.write(try text.readTrue())
      case UInt8(ascii: "f"): nodes.write(try text.readFalse())
      case UInt8(ascii: "n"): nodes.write(try text.readNull())
      default: return nil
      }
      return text
    } catch {
      return nil
    }
  }
}
