extension JSONPointer {
  /// The place where a text is no JSON Pointer.
  public struct SyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A mistake, by its kebab-case name; more may be told apart in future versions.
    public struct Code: RawRepresentable, Sendable, Hashable {
      /// The name.
      public var rawValue: String

      /// Creates a code from its name.
      ///
      /// - Parameter rawValue: The name.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// A pointer that is not empty does not begin with `/` (RFC 6901 section 3).
      public static let slashMissing = Code(rawValue: "slash-missing")
      /// A `~` is followed by something else than 0 or 1 (RFC 6901 section 3).
      public static let tildeEscape = Code(rawValue: "tilde-escape")
      /// A URI fragment does not begin with `#` (RFC 6901 section 6).
      public static let numberSignMissing = Code(rawValue: "number-sign-missing")
      /// A `%` is not followed by two hexadecimal digits (RFC 3986 section 2.1).
      public static let percentEscape = Code(rawValue: "percent-escape")
      /// A character may only stand in a URI fragment in percent escapes (RFC 3986 section 3.5).
      public static let fragmentCharacter = Code(rawValue: "fragment-character")
      /// The percent escapes of a URI fragment are no UTF-8 (RFC 6901 section 6).
      public static let fragmentEncoding = Code(rawValue: "fragment-encoding")
    }

    /// The mistake.
    public let code: Code
    /// The whole text.
    public let text: String
    /// The number of bytes before the mistake.
    public let utf8Offset: Int
    /// What is wrong, without the text.
    public let message: String
    /// What to do about it.
    public let help: String

    /// The message with the text, which stands in quotation marks.
    public var description: String { "\"\(text)\" is no JSON Pointer: \(message)" }
  }

  /// Finds the first mistake by RFC 6901 section 3.
  package static func syntaxError(in text: String) -> SyntaxError? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first else { return nil }
    guard first == UInt8(ascii: "/") else {
      let help =
        first == UInt8(ascii: "#")
        ? "write the pointer without '#' and percent escapes" : "write \"/\(text)\""
      return SyntaxError(
        code: .slashMissing, text: text, utf8Offset: 0,
        message: "a pointer begins with '/' or is empty", help: help)
    }
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "~") {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      guard next == UInt8(ascii: "0") || next == UInt8(ascii: "1") else {
        return SyntaxError(
          code: .tildeEscape, text: text, utf8Offset: offset,
          message: "'~' must be followed by 0 or 1", help: "write ~0 for '~' and ~1 for '/'")
      }
    }
    return nil
  }

  /// Whether each `~` of a text begins an escape by RFC 6901 section 3.
  static func hasOnlyEscapes(_ text: TextSlice) -> Bool {
    var isEscape = false
    for byte in text {
      if isEscape, byte != UInt8(ascii: "0"), byte != UInt8(ascii: "1") { return false }
      isEscape = byte == UInt8(ascii: "~")
    }
    return !isEscape
  }

  static func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return token
    }
    var bytes: [UInt8] = []
    for byte in token.utf8 {
      switch byte {
      case UInt8(ascii: "~"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "0")]
      case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Resolves the escapes of one token: `~1` first, then `~0` (RFC 6901 section 4), here in one pass.
  static func unescaped(_ token: some Collection<UInt8>) -> String {
    String(decoding: unescapedBytes(token), as: UTF8.self)
  }

  static func unescapedBytes(_ token: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(token.count)
    var isEscape = false
    for byte in token {
      if isEscape {
        bytes.append(byte == UInt8(ascii: "1") ? UInt8(ascii: "/") : UInt8(ascii: "~"))
        isEscape = false
      } else if byte == UInt8(ascii: "~") {
        isEscape = true
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// Reads an array index by RFC 6901 section 4: `0`, or digits without a leading zero.
  ///
  /// - Returns: `nil` for anything else; a number beyond the range of `Int` is `Int.max`, which no
  ///   array has.
  package static func arrayIndex(_ token: some Collection<UInt8>) -> Int? {
    guard let first = token.first, token.count == 1 || first != UInt8(ascii: "0") else {
      return nil
    }
    var index = 0
    // Nothing overflows that has so few digits.
    guard token.count > 18 else {
      for byte in token {
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        index = index &* 10 &+ Int(digit)
      }
      return index
    }
    var isTooLarge = false
    for byte in token {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      let (product, overflow) = index.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(digit))
      isTooLarge = isTooLarge || overflow || carry
      index = isTooLarge ? 0 : sum
    }
    return isTooLarge ? .max : index
  }
}
