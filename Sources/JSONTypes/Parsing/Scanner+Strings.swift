extension Scanner {
  /// Reads a string or a name, from its quotation mark to its quotation mark.
  ///
  /// UTF-8 is checked on the way (RFC 8259 section 8.1), escapes are checked but not resolved.
  @inline(__always)
  mutating func scanString(_ kind: NodeKind) throws(ScanFailure) {
    let begin = offset
    var flags: Node.Flags = []
    advance()
    while true {
      skipPlainCharacters()
      let special = byte
      if special == UInt8(ascii: "\"") {
        advance()
        write(Node(offset: begin, length: offset &- begin, kind: kind, flags: flags))
        return
      }
      if special >= 0x80 {
        try scanNonASCII()
      } else if special == UInt8(ascii: "\\") {
        flags = .escaped
        try scanEscape()
      } else {
        throw fail(.stringCharacter)
      }
    }
  }

  /// Stops at a quotation mark, a backslash, a control character or the first byte beyond ASCII.
  ///
  /// Eight bytes at a time: subtracting makes the top bit of a byte appear where it was too small, or
  /// equal to what it was compared with by exclusive or. A borrow can only spoil bytes after the first
  /// that is found, and only the first counts.
  @inline(__always)
  private mutating func skipPlainCharacters() {
    while true {
      let word = UInt64(
        littleEndian: unsafe UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
      let control = word &- 0x2020_2020_2020_2020
      let quote = (word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101
      let backslash = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
      let found = (control | quote | backslash | word) & 0x8080_8080_8080_8080
      if found != 0 {
        advance(found.trailingZeroBitCount / 8)
        return
      }
      advance(8)
    }
  }

  /// Reads characters beyond ASCII as long as they follow each other.
  @inline(__always)
  private mutating func scanNonASCII() throws(ScanFailure) {
    while true {
      let lead = byte
      if lead < 0x80 { return }
      let word = UInt32(
        littleEndian: unsafe UnsafeRawPointer(cursor).loadUnaligned(as: UInt32.self))
      if lead & 0xF0 == 0xE0 {
        // Three bytes; not shorter ones spelt long (E0 80…9F), no surrogates (ED A0…BF).
        let second = word & 0x200F
        guard word & 0x00C0_C000 == 0x0080_8000, second != 0, second != 0x200D else {
          throw fail(.stringCharacter)
        }
        advance(3)
      } else if lead < 0xE0 {
        guard lead >= 0xC2, word & 0xC000 == 0x8000 else { throw fail(.stringCharacter) }
        advance(2)
      } else {
        // Four bytes: from U+10000 (F0 90) to U+10FFFF (F4 8F).
        let scalarTop = (word & 0x07) << 2 | (word >> 12) & 0x03
        guard lead <= 0xF4, word & 0xC0C0_C000 == 0x8080_8000, scalarTop >= 1, scalarTop <= 16
        else { throw fail(.stringCharacter) }
        advance(4)
      }
    }
  }

  /// Reads one escape, or the two that make up a surrogate pair.
  @inline(__always)
  private mutating func scanEscape() throws(ScanFailure) {
    switch unsafe Self.escape(at: cursor) {
    case .length(let length): advance(length)
    case .invalid: throw fail(.escape)
    case .loneSurrogate: throw fail(.surrogate)
    }
  }

  /// What a backslash begins (RFC 8259 section 7).
  enum Escape {
    case length(Int)
    case invalid
    case loneSurrogate
  }

  /// Looks at the escape that begins at a backslash; reads nothing behind the first byte that is wrong.
  static func escape(at backslash: UnsafePointer<UInt8>) -> Escape {
    switch unsafe backslash[1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return .length(2)
    case UInt8(ascii: "u"):
      guard let unit = unsafe codeUnit(at: backslash + 2) else { return .invalid }
      guard unit & 0xF800 == 0xD800 else { return .length(6) }
      guard unit < 0xDC00, unsafe backslash[6] == UInt8(ascii: "\\"),
        unsafe backslash[7] == UInt8(ascii: "u"),
        let low = unsafe codeUnit(at: backslash + 8), low & 0xFC00 == 0xDC00
      else { return .loneSurrogate }
      return .length(12)
    default:
      return .invalid
    }
  }

  /// Reads four hexadecimal digits.
  private static func codeUnit(at digits: UnsafePointer<UInt8>) -> UInt32? {
    var unit: UInt32 = 0
    for position in 0..<4 {
      let digit = unsafe digits[position]
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(digit - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt32(digit - 87)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt32(digit - 55)
      default: return nil
      }
    }
    return unit
  }
}
