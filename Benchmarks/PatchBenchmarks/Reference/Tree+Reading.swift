/// The text is not JSON, as far as the reference reader looks.
struct MalformedText: Error, CustomStringConvertible {
  var offset: Int
  var description: String { "not JSON at byte \(offset)" }
}

extension Tree {
  /// Reads JSON text the slow and obvious way.
  ///
  /// It finds the structure and keeps every token as it is written; whether numbers and strings
  /// are well-formed is not its business, because Foundation judges the same text as well.
  init(reading bytes: [UInt8]) throws {
    var reader = Reader(bytes: bytes)
    self = try reader.readValue()
    reader.skipSpace()
    guard reader.offset == bytes.count else { throw MalformedText(offset: reader.offset) }
  }

  /// The decoded text of a JSON string with its quotation marks.
  static func unquoted(_ json: String) -> String {
    let inner = json.utf8.dropFirst().dropLast()
    guard inner.contains(UInt8(ascii: "\\")) else { return String(Substring(inner)) }
    var units: [UInt16] = []
    var rest = json.utf16.dropFirst().dropLast()
    while let unit = rest.popFirst() {
      guard unit == UInt16(ascii: "\\"), let escaped = rest.popFirst() else {
        units.append(unit)
        continue
      }
      switch escaped {
      case UInt16(ascii: "b"): units.append(8)
      case UInt16(ascii: "f"): units.append(12)
      case UInt16(ascii: "n"): units.append(10)
      case UInt16(ascii: "r"): units.append(13)
      case UInt16(ascii: "t"): units.append(9)
      case UInt16(ascii: "u"):
        units.append(UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16) ?? 0xFFFD)
        rest = rest.dropFirst(4)
      default: units.append(escaped)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// JSON text without the white space between its tokens.
  static func minified(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if Reader.isSpace(byte) {
        continue
      } else {
        isInString = byte == UInt8(ascii: "\"")
      }
      output.append(byte)
    }
    return output
  }
}

extension UInt16 {
  fileprivate init(ascii scalar: Unicode.Scalar) {
    self.init(UInt8(ascii: scalar))
  }
}

private struct Reader {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private var next: UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  mutating func skipSpace() {
    while let next, Reader.isSpace(next) { offset += 1 }
  }

  mutating func readValue() throws -> Tree {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      return .object(
        try readChildren(until: "}") { reader in
          reader.skipSpace()
          let name = try reader.readToken()
          try reader.expect(":")
          return Tree.Member(name: name, value: try reader.readValue())
        })
    case UInt8(ascii: "["):
      return .array(try readChildren(until: "]") { reader in try reader.readValue() })
    default:
      return .scalar(try readToken())
    }
  }

  private mutating func readChildren<Child>(
    until close: Unicode.Scalar, readChild: (inout Reader) throws -> Child
  ) throws -> [Child] {
    offset += 1
    skipSpace()
    var children: [Child] = []
    while next != UInt8(ascii: close) {
      if !children.isEmpty { try expect(",") }
      children.append(try readChild(&self))
      skipSpace()
    }
    offset += 1
    return children
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws {
    skipSpace()
    guard next == UInt8(ascii: mark) else { throw MalformedText(offset: offset) }
    offset += 1
  }

  private mutating func readToken() throws -> String {
    let start = offset
    if next == UInt8(ascii: "\"") {
      offset += 1
      while let byte = next, byte != UInt8(ascii: "\"") {
        offset += byte == UInt8(ascii: "\\") ? 2 : 1
      }
      offset += 1
    } else {
      while let byte = next, !Reader.isSpace(byte), !",]}:".utf8.contains(byte) { offset += 1 }
    }
    guard offset > start, offset <= bytes.count else { throw MalformedText(offset: start) }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }
}
