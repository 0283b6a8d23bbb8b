/// A text that is compared byte by byte and printed as a string.
///
/// `String ==` would take composed and decomposed characters for the same, and a failed comparison
/// of two arrays of bytes tells nobody anything.
public struct TextBytes: Sendable, Hashable {
  /// The text, which need not be valid UTF-8.
  public var bytes: [UInt8]

  /// Creates a text from its bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Creates a text from a string.
  public init(_ string: String) {
    bytes = Array(string.utf8)
  }
}

extension TextBytes: ExpressibleByStringLiteral {
  /// Creates a text from a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension TextBytes: CustomStringConvertible {
  /// The text with its line ends and whatever else cannot be seen spelled out.
  public var description: String {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let isPlain = { (scalar: Unicode.Scalar) in
      scalar == "\"" || (scalar.value >= 0x20 && scalar.isASCII)
    }
    return scalars.map { isPlain($0) ? String($0) : $0.escaped(asASCII: true) }.joined()
  }
}
