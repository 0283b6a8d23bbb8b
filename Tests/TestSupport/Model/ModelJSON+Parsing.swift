/// A text is not JSON; the offset is where the model's parser gave up.
public struct ModelSyntaxError: Error {
  /// The number of bytes before the place.
  public var offset: Int
}

extension ModelJSON {
  /// Parses a JSON text: RFC 8259, rule by rule.
  public init(parsing bytes: [UInt8]) throws {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ModelSyntaxError(offset: 0)
    }
    var parser = ModelParser(bytes: bytes)
    parser.skipWhiteSpace()
    self = try parser.value()
    parser.skipWhiteSpace()
    guard parser.position == bytes.count else { throw parser.error }
  }

  /// Parses a JSON text.
  public init(parsing text: String) throws {
    try self.init(parsing: Array(text.utf8))
  }
}

/// A parser that reads one byte after the other and looks no further ahead.
private struct ModelParser {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var error: ModelSyntaxError { ModelSyntaxError(offset: position) }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ word: String) throws {
    for character in word.unicodeScalars {
      guard take(character) else { throw error }
    }
  }

  mutating func value() throws -> ModelJSON {
    switch current {
    case UInt8(ascii: "n"):
      try expect("null")
      return .null
    case UInt8(ascii: "t"):
      try expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .bool(false)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "{"): return try object()
    default: return .number(try number())
    }
  }

  mutating func array() throws -> ModelJSON {
    try expect("[")
    skipWhiteSpace()
    if take("]") { return .array([]) }
    var elements: [ModelJSON] = []
    repeat {
      skipWhiteSpace()
      elements.append(try value())
      skipWhiteSpace()
    } while take(",")
    try expect("]")
    return .array(elements)
  }

  mutating func object() throws -> ModelJSON {
    try expect("{")
    skipWhiteSpace()
    if take("}") { return .object([]) }
    var members: [ModelJSON.Member] = []
    repeat {
      skipWhiteSpace()
      let name = try string()
      skipWhiteSpace()
      try expect(":")
      skipWhiteSpace()
      members.append(ModelJSON.Member(name: name, value: try value()))
      skipWhiteSpace()
    } while take(",")
    try expect("}")
    return .object(members)
  }

  mutating func number() throws -> String {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  mutating func digits() throws {
    let start = position
    while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
    guard position > start else { throw error }
  }

  mutating func string() throws -> [UInt8] {
    try expect("\"")
    var result: [UInt8] = []
    while !take("\"") {
      guard let byte = current, byte >= 0x20 else { throw error }
      if take("\\") {
        result += try escape().utf8
      } else {
        result.append(byte)
        position += 1
      }
    }
    return result
  }

  /// What the letters after a backslash stand for.
  private static let meanings: [(Unicode.Scalar, String)] = [
    ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{C}"), ("n", "\n"),
    ("r", "\r"), ("t", "\t"),
  ]

  mutating func escape() throws -> String {
    if take("u") { return try codePoint() }
    for (letter, meaning) in Self.meanings where take(letter) { return meaning }
    throw error
  }

  mutating func codePoint() throws -> String {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return String(scalar) }
    try expect("\\u")
    let second = try fourDigits()
    guard (0xD800...0xDBFF).contains(first), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00))
    else { throw error }
    return String(scalar)
  }

  mutating func fourDigits() throws -> UInt32 {
    var result: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, byte < 0x80,
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { throw error }
      result = result * 16 + UInt32(digit)
      position += 1
    }
    return result
  }
}
