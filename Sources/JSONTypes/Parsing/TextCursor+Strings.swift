extension TextCursor {
  /// Reads a string or a name, from its quotation mark to its quotation mark.
  ///
  /// UTF-8 is checked on the way (RFC 8259 section 8.1), escapes are checked but not resolved.
  @inline(__always)
  mutating func readString(_ kind: NodeKind, _ nodes: inout NodeCursor) throws(ScanFailure) {
    let begin = offset
    advance()
    skipPlainCharacters()
    if byte == UInt8(ascii: "\"") {
      advance()
      nodes.write(Node(offset: begin, length: offset &- begin, kind: kind))
    } else {
      self = try readRest(of: kind, from: begin, nodes)
    }
    nodes.advance()
  }

  /// Reads a string that has only plain characters; `nil` if it has any other.
  @inline(__always)
  mutating func readPlainString() -> Node? {
    let begin = offset
    advance()
    skipPlainCharacters()
    guard byte == UInt8(ascii: "\"") else { return nil }
    advance()
    return Node(offset: begin, length: offset &- begin, kind: .string)
  }

  /// Reads the rest of a string that has more than plain characters.
  ///
  /// - Returns: The place behind it: whose address is handed to a function is not in a register any more.
  @inline(never)
  private func readRest(
    of kind: NodeKind, from begin: UInt32, _ nodes: NodeCursor
  ) throws(ScanFailure) -> TextCursor {
    var text = self
    var flags = Node.Flags.none
    while text.byte != UInt8(ascii: "\"") {
      if text.byte >= 0x80 {
        try text.skipNonASCII()
      } else if text.byte == UInt8(ascii: "\\") {
        flags = .escaped
        try text.skipEscape()
      } else {
        throw text.failure(.stringCharacter)
      }
      text.skipPlainCharacters()
    }
    text.advance()
    nodes.write(Node(offset: begin, length: text.offset &- begin, kind: kind, flags: flags))
    return text
  }

  /// Stops at a quotation mark, a backslash, a control character or the first byte beyond ASCII.
  ///
  /// Eight bytes at a time: subtracting makes the top bit of a byte appear where it was too small, or
  /// equal to what it was compared with by exclusive or. With one bit changed, a quotation mark is the
  /// greatest of the bytes that are too small. A borrow can only spoil bytes after the first that is found,
  /// and only the first counts.
  @inline(__always)
  private mutating func skipPlainCharacters() {
    while true {
      let word = word
      let controlOrQuote = (word ^ 0x0202_0202_0202_0202) &- 0x2121_2121_2121_2121
      let backslash = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
      let found = (controlOrQuote | backslash | word) & 0x8080_8080_8080_8080
      if found != 0 {
        advance(found.trailingZeroBitCount / 8)
        return
      }
      advance(8)
    }
  }

  /// Passes characters beyond ASCII as long as they follow each other.
  @inline(__always)
  private mutating func skipNonASCII() throws(ScanFailure) {
    while true {
      let lead = byte
      if lead < 0x80 { return }
      let word = UInt32(truncatingIfNeeded: word)
      if lead & 0xF0 == 0xE0 {
        // Three bytes; not shorter ones spelt long (E0 80…9F), no surrogates (ED A0…BF).
        let second = word & 0x200F
        guard word & 0x00C0_C000 == 0x0080_8000, second != 0, second != 0x200D else {
          throw failure(.stringCharacter)
        }
        advance(3)
      } else if lead < 0xE0 {
        guard lead >= 0xC2, word & 0xC000 == 0x8000 else { throw failure(.stringCharacter) }
        advance(2)
      } else {
        // Four bytes: from U+10000 (F0 90) to U+10FFFF (F4 8F).
        let scalarTop = (word & 0x07) << 2 | (word >> 12) & 0x03
        guard lead <= 0xF4, word & 0xC0C0_C000 == 0x8080_8000, scalarTop >= 1, scalarTop <= 16
        else { throw failure(.stringCharacter) }
        advance(4)
      }
    }
  }

  /// Passes one escape, or the two that make up a surrogate pair.
  @inline(__always)
  private mutating func skipEscape() throws(ScanFailure) {
    switch escape {
    case .length(let length): advance(length)
    case .invalid: throw failure(.escape)
    case .loneSurrogate: throw failure(.surrogate)
    }
  }
}
