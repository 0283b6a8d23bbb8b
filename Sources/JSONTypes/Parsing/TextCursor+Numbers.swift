extension TextCursor {
  /// Reads a number (RFC 8259 section 6): only its extent, its value is a matter of its readers.
  @inline(__always)
  mutating func readNumber() throws(ScanFailure) -> Node {
    let begin = offset
    if byte == UInt8(ascii: "-") { advance() }
    if byte == UInt8(ascii: "0") {
      advance()
      // A digit after a leading zero is found by whoever reads on, as a missing comma would be.
    } else {
      try skipDigits()
    }
    if byte == UInt8(ascii: ".") {
      advance()
      try skipDigits()
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      advance()
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { advance() }
      try skipDigits()
    }
    return Node(offset: begin, length: offset &- begin, kind: .number)
  }

  /// Passes one digit or more.
  @inline(__always)
  private mutating func skipDigits() throws(ScanFailure) {
    guard byte &- UInt8(ascii: "0") < 10 else { throw failure(.digit) }
    repeat { advance() } while byte &- UInt8(ascii: "0") < 10
  }
}
