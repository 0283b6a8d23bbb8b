extension Scanner {
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
