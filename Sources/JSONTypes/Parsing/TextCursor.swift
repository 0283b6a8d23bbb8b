/// How far a scanner has read, in a text that is followed by zeros.
///
/// Safety: it never passes the padding, since zero is not allowed anywhere in JSON; a block load reads at most 9 bytes
/// from a place that is still within the text or at its end. The buffers that it is made from outlive it.
@safe
struct TextCursor {
  private let text: UnsafePointer<UInt8>
  /// How many bytes come before.
  private(set) var count: Int

  init(_ buffers: TapeBuffers, at count: Int = 0) {
    unsafe text = UnsafePointer(buffers.text)
    self.count = count
  }

  /// The same as an offset of a node.
  @inline(__always)
  var offset: UInt32 { UInt32(truncatingIfNeeded: count) }

  @inline(__always)
  var byte: UInt8 { unsafe text[count] }

  /// A byte further on; all before it are part of the text.
  @inline(__always)
  func byte(_ distance: Int) -> UInt8 { unsafe text[count &+ distance] }

  /// The next eight bytes, the first one lowest.
  @inline(__always)
  var word: UInt64 {
    UInt64(littleEndian: unsafe UnsafeRawPointer(text + count).loadUnaligned(as: UInt64.self))
  }

  /// The escape that begins here.
  @inline(__always)
  var escape: Scanner.Escape { unsafe Scanner.escape(at: text + count) }

  @inline(__always)
  mutating func advance(_ distance: Int = 1) { count &+= distance }

  /// What is wrong here.
  @inline(__always)
  func failure(_ expectation: ScanFailure.Expectation) -> ScanFailure {
    ScanFailure(expectation: expectation, offset: count)
  }

  @inline(__always)
  mutating func skipWhitespace() {
    if byte > 0x20 { return }
    if byte == 0x20, byte(1) > 0x20 {
      advance()
      return
    }
    while true {
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09:
        advance()
        // Indentation: eight spaces at a time.
        while true {
          let difference = word ^ 0x2020_2020_2020_2020
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

  /// Passes a byte that is expected next, and white space before it; `false` if there is another one.
  @inline(__always)
  mutating func pass(_ expected: UInt8) -> Bool {
    if byte != expected {
      skipWhitespace()
      guard byte == expected else { return false }
    }
    advance()
    return true
  }

  /// Passes a byte that stands right here; `false` if there is another one.
  @inline(__always)
  mutating func pass(directly expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    advance()
    return true
  }

  /// Passes a byte that stands right here, and a space behind it; `false` if there is another one.
  @inline(__always)
  mutating func pass(spaced expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    advance()
    // A branch, since it can be predicted: a text has such a space mostly everywhere or nowhere. All that follows would wait for a
    // computed step.
    if _slowPath(byte == 0x20) { advance() }
    return true
  }

  /// What the name or string that begins here begins with.
  @inline(__always)
  var opening: Opening {
    Opening(
      word: UInt64(
        littleEndian: unsafe UnsafeRawPointer(text + count + 1).loadUnaligned(as: UInt64.self)))
  }

  @inline(__always)
  mutating func readTrue() throws(ScanFailure) -> Node {
    try readLiteral(0x6575_7274, length: 4, .true)
  }

  @inline(__always)
  mutating func readFalse() throws(ScanFailure) -> Node {
    guard byte(4) == UInt8(ascii: "e") else { throw failure(.value) }
    return try readLiteral(0x736C_6166, length: 5, .false)
  }

  @inline(__always)
  mutating func readNull() throws(ScanFailure) -> Node {
    try readLiteral(0x6C6C_756E, length: 4, .null)
  }

  /// Reads a word of which the first four bytes are given.
  @inline(__always)
  private mutating func readLiteral(
    _ four: UInt32, length: Int, _ kind: NodeKind
  ) throws(ScanFailure) -> Node {
    guard UInt32(truncatingIfNeeded: word) == four else { throw failure(.value) }
    let node = Node(offset: offset, length: UInt32(truncatingIfNeeded: length), kind: kind)
    advance(length)
    return node
  }
}
