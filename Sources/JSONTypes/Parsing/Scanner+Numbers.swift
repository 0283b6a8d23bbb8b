extension Scanner {
  /// Reads a number (RFC 8259 section 6): only its extent, its value is a matter of its readers.
  @inline(__always)
  mutating func scanNumber() throws(ScanFailure) {
    let begin = offset
    if byte == UInt8(ascii: "-") { advance() }
    if byte == UInt8(ascii: "0") {
      advance()
      // A digit after a leading zero is found by whoever reads on, as a missing comma would be.
    } else {
      try scanDigits()
    }
    if byte == UInt8(ascii: ".") {
      advance()
      try scanDigits()
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      advance()
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { advance() }
      try scanDigits()
    }
    write(Node(offset: begin, length: offset &- begin, kind: .number))
  }

  /// Reads one digit or more.
  @inline(__always)
  private mutating func scanDigits() throws(ScanFailure) {
    guard byte &- UInt8(ascii: "0") < 10 else { throw fail(.digit) }
    repeat { advance() } while byte &- UInt8(ascii: "0") < 10
  }
}
