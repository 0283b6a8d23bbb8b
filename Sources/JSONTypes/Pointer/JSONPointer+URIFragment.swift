extension JSONPointer {
  /// Creates a pointer from a URI fragment ([RFC 6901 section 6](https://www.rfc-editor.org/rfc/rfc6901#section-6)).
  ///
  ///     try JSONPointer(uriFragment: "#/c%25d").tokens  // ["c%d"]
  ///
  /// - Parameter uriFragment: The fragment, with its `#`.
  /// - Throws: ``SyntaxError`` for a fragment without `#`, for characters that
  ///   [RFC 3986 section 3.5](https://www.rfc-editor.org/rfc/rfc3986#section-3.5) does not allow in one, such as a
  ///   space or another `#`, for percent escapes that are incomplete or no UTF-8, and for what they hide being no
  ///   pointer. Its offset is that of the mistake in the fragment.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(uriFragment: String) throws(SyntaxError) {
    let fragment = Array(uriFragment.utf8)
    func error(
      _ code: SyntaxError.Code, _ offset: Int, _ message: String, _ help: String
    ) -> SyntaxError {
      SyntaxError(
        code: code, text: uriFragment, utf8Offset: offset, message: message, help: help)
    }
    guard fragment.first == UInt8(ascii: "#") else {
      throw error(
        .numberSignMissing, 0, "a URI fragment begins with '#'", "write \"#\(uriFragment)\"")
    }
    // The bytes that the escapes stand for, and where each of them comes from.
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    var position = 1
    while position < fragment.count {
      offsets.append(position)
      if Self.isFragmentCharacter(fragment[position]) {
        bytes.append(fragment[position])
        position += 1
        continue
      }
      guard fragment[position] == UInt8(ascii: "%") else {
        let escape = Self.percentEscape(ofCharacterAt: position, in: fragment)
        throw error(
          .fragmentCharacter, position, "a URI fragment cannot hold this character as it is",
          "write \(escape) for it")
      }
      guard position + 2 < fragment.count,
        let high = Self.hexadecimal(fragment[position + 1]),
        let low = Self.hexadecimal(fragment[position + 2])
      else {
        throw error(
          .percentEscape, position, "'%' must be followed by two hexadecimal digits",
          "write %25 for '%'")
      }
      bytes.append(high << 4 | low)
      position += 3
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch let invalid {
      throw error(
        .fragmentEncoding, offsets[invalid.byteOffsets.lowerBound],
        "the percent escapes are no UTF-8", "escape the bytes of UTF-8")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let mistake = Self.syntaxError(in: text) {
      throw error(mistake.code, offsets[mistake.utf8Offset], mistake.message, mistake.help)
    }
    self.init(unchecked: text)
  }

  /// The pointer as a URI fragment, with everything escaped that a fragment may not contain.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public var uriFragment: String {
    var text = "#"
    for byte in self.text.utf8 {
      if Self.isFragmentCharacter(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += Self.percentEscape(of: byte)
      }
    }
    return text
  }

  private static func percentEscape(of byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "%0\(digits)" : "%\(digits)"
  }

  /// The escape of a character, which is several bytes long if it is not ASCII.
  private static func percentEscape(ofCharacterAt start: Int, in text: [UInt8]) -> String {
    let rest = text[(start + 1)...].prefix { $0 & 0xC0 == 0x80 }
    return ([text[start]] + rest).map(percentEscape).joined()
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
