extension JSONPointer {
  /// Creates a pointer from a URI fragment ([RFC 6901 section 6](https://www.rfc-editor.org/rfc/rfc6901#section-6)).
  ///
  ///     try JSONPointer(uriFragment: "#/c%25d").tokens  // ["c%d"]
  ///
  /// - Parameter uriFragment: The fragment, with its `#`.
  /// - Throws: ``SyntaxError`` for a fragment without `#`, for percent escapes that are incomplete or no UTF-8, and for
  ///   what they hide being no pointer.
  public init(uriFragment: String) throws(SyntaxError) {
    func error(_ offset: Int, _ message: String, _ help: String) -> SyntaxError {
      SyntaxError(text: uriFragment, utf8Offset: offset, message: message, help: help)
    }
    let fragment = Array(uriFragment.utf8)
    guard fragment.first == UInt8(ascii: "#") else {
      throw error(0, "a URI fragment begins with '#'", "write \"#\(uriFragment)\"")
    }
    var bytes: [UInt8] = []
    var position = 1
    while position < fragment.count {
      if fragment[position] == UInt8(ascii: "%") {
        guard position + 2 < fragment.count,
          let high = Self.hexadecimal(fragment[position + 1]),
          let low = Self.hexadecimal(fragment[position + 2])
        else {
          throw error(
            position, "'%' must be followed by two hexadecimal digits", "write %25 for '%'")
        }
        bytes.append(high << 4 | low)
        position += 3
      } else {
        bytes.append(fragment[position])
        position += 1
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw error(0, "the percent escapes are no UTF-8", "escape the bytes of UTF-8")
    }
    try self.init(text)
  }

  /// The pointer as a URI fragment, with everything escaped that a fragment may not contain.
  public var uriFragment: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes = [UInt8(ascii: "#")]
    for byte in text.utf8 {
      if Self.isFragmentCharacter(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  /// The characters of `fragment` in RFC 3986 section 3.5.
  private static func isFragmentCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
    }
  }
}
