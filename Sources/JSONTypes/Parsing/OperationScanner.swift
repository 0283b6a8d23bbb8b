/// Reads a patch and finds the members of its operations at once, if it is written as most programs write one.
///
/// That is an array of objects whose members are `op`, `path`, `from` and `value` in any order, with one space at most behind a
/// colon or a comma and no other white space in it, strings other than values in ASCII without escapes of JSON, and values
/// without children. A ``Scanner`` reads everything else, and also finds out what is wrong with it; of what both read they
/// write the same nodes.
package struct OperationScanner: ~Copyable {
  /// The text, and room for the nodes.
  private(set) var buffers: TapeBuffers
  private var text: TextCursor
  private var nodes: NodeCursor
  private var count: UInt32 = 0
  private var pointers = PointerCompiler()

  /// How deep such a patch nests.
  static let depth = 2
  /// The most nodes that one operation has.
  private static let nodesOfOperation = 9

  /// Whether a text begins as such a patch does; otherwise it need not be copied for this scanner.
  static func mayRead(_ text: borrowing Span<UInt8>) -> Bool {
    text.count > 2 && text[0] == UInt8(ascii: "[") && text[1] == UInt8(ascii: "{")
      && text[2] == UInt8(ascii: "\"") && text.count <= TapeBuffers.textLimit
  }

  /// Creates a scanner of a text that is followed by its padding.
  init(_ buffers: TapeBuffers) {
    self.buffers = buffers
    text = TextCursor(buffers)
    nodes = NodeCursor(buffers)
    // The bracket that the text begins with.
    text.advance()
    nodes.advance()
  }

  /// Reads an operation.
  ///
  /// - Returns: The values of `op`, `path`, `value` and `from`; `nil` after the last operation, or if anything is unusual.
  package mutating func next() -> Tree.NamedValues? {
    if !nodes.haveRoom(for: Self.nodesOfOperation) { grow() }
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
      guard Self.scanMember(&text, &nodes, &members) else { return nil }
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
    buffers.nodeCount = nodes.count
    buffers.trim()
    return text.count == buffers.textCount
  }

  /// Makes as much room as the text read so far suggests for all of it.
  @inline(never)
  private mutating func grow() {
    let predicted =
      Double(nodes.count) * Double(buffers.textCount) / Double(max(text.count, 1)) * 1.05
    buffers.resize(
      nodeCapacity: max(Int(predicted), buffers.nodeCapacity) + 2 * Self.nodesOfOperation)
    text = TextCursor(buffers, at: text.count)
    nodes = NodeCursor(buffers, at: nodes.count)
  }

  // MARK: Members

  @inline(__always)
  private static func scanMember(
    _ text: inout TextCursor, _ nodes: inout NodeCursor, _ members: inout Tree.NamedValues
  ) -> Bool {
    guard text.byte == UInt8(ascii: "\"") else { return false }
    let name = text.opening
    let value = NodeRef(parsed: nodes.count &+ 1)
    if name == Keyword("op") {
      guard Tree.NamedValues.set(&members.first, value), scanName(ofLength: 2, &text, &nodes)
      else { return false }
      members.tag = text.opening
      return scanPlainString(&text, &nodes)
    }
    if name == Keyword("path") {
      return Tree.NamedValues.set(&members.second, value) && scanName(ofLength: 4, &text, &nodes)
        && scanPlainString(&text, &nodes)
    }
    if name == Keyword("value") {
      guard Tree.NamedValues.set(&members.third, value), scanName(ofLength: 5, &text, &nodes),
        let end = scanScalar(text, nodes)
      else { return false }
      text = end
      nodes.advance()
      return true
    }
    if name == Keyword("from") {
      return Tree.NamedValues.set(&members.fourth, value) && scanName(ofLength: 4, &text, &nodes)
        && scanPlainString(&text, &nodes)
    }
    return false
  }

  /// Reads a name, of which the bytes have been compared, and its colon.
  @inline(__always)
  private static func scanName(
    ofLength length: Int, _ text: inout TextCursor, _ nodes: inout NodeCursor
  ) -> Bool {
    nodes.append(
      Node(offset: text.offset, length: UInt32(truncatingIfNeeded: length &+ 2), kind: .name))
    text.advance(length &+ 2)
    return text.pass(spaced: UInt8(ascii: ":"))
  }

  // MARK: Values

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
