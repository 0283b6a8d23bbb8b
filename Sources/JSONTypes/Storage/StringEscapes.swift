/// Resolves the escapes of a scanned string (RFC 8259 section 7), which are known to be well formed.
func decodingEscapes(in content: TextSlice) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(content.count)
  var position = 0
  while position < content.count {
    let byte = content[position]
    guard byte == UInt8(ascii: "\\") else {
      result.append(byte)
      position += 1
      continue
    }
    var character = resolvingEscape(in: content, at: &position)
    for _ in 0..<character.count { result.append(character.removeFirst()) }
  }
  return result
}

/// Whether a scanned string has some content once its escapes are resolved.
func escapes(in content: TextSlice, standFor plain: TextSlice) -> Bool {
  // An escape is longer than what it stands for.
  guard content.count > plain.count else { return false }
  var position = 0
  var matched = 0
  while position < content.count {
    let byte = content[position]
    guard byte == UInt8(ascii: "\\") else {
      guard matched < plain.count, plain[matched] == byte else { return false }
      position += 1
      matched += 1
      continue
    }
    var character = resolvingEscape(in: content, at: &position)
    guard matched + character.count <= plain.count else { return false }
    for _ in 0..<character.count {
      guard plain[matched] == character.removeFirst() else { return false }
      matched += 1
    }
  }
  return matched == plain.count
}

/// Resolves the escape at a position, and goes on to what follows it.
private func resolvingEscape(in content: TextSlice, at position: inout Int) -> EncodedScalar {
  // Safety: the scanner has checked that every escape is complete, so that no index runs past the end.
  let letter = content[position + 1]
  position += 2
  switch letter {
  case UInt8(ascii: "b"): return EncodedScalar(0x08)
  case UInt8(ascii: "f"): return EncodedScalar(0x0C)
  case UInt8(ascii: "n"): return EncodedScalar(0x0A)
  case UInt8(ascii: "r"): return EncodedScalar(0x0D)
  case UInt8(ascii: "t"): return EncodedScalar(0x09)
  case UInt8(ascii: "u"):
    var scalar = hexadecimal(content, position)
    position += 4
    if scalar & 0xFC00 == 0xD800 {
      let low = hexadecimal(content, position + 2)
      position += 6
      scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
    }
    return EncodedScalar(scalar)
  default: return EncodedScalar(UInt32(letter))
  }
}

private func hexadecimal(_ content: TextSlice, _ position: Int) -> UInt32 {
  var value: UInt32 = 0
  for offset in position..<position + 4 {
    let byte = content[offset]
    let digit = byte < UInt8(ascii: "A") ? byte - UInt8(ascii: "0") : (byte | 0x20) - 87
    value = value << 4 | UInt32(digit)
  }
  return value
}

/// A code point in UTF-8, which needs no memory of its own.
private struct EncodedScalar {
  private(set) var count: Int
  /// The bytes, the first one lowest.
  private var bytes: UInt32

  init(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      (count, bytes) = (1, scalar)
    case 0x80..<0x800:
      (count, bytes) = (2, 0xC0 | scalar >> 6 | (0x80 | scalar & 0x3F) << 8)
    case 0x800..<0x10000:
      count = 3
      bytes = 0xE0 | scalar >> 12 | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16
    default:
      count = 4
      let upper = 0xF0 | scalar >> 18 | (0x80 | scalar >> 12 & 0x3F) << 8
      bytes = upper | (0x80 | scalar >> 6 & 0x3F) << 16 | (0x80 | scalar & 0x3F) << 24
    }
  }

  mutating func removeFirst() -> UInt8 {
    defer { bytes >>= 8 }
    return UInt8(truncatingIfNeeded: bytes)
  }
}

extension String {
  /// Calls `body` with what stands between the quotation marks if the string is written in JSON syntax, and whether that
  /// has escapes.
  func withQuotedContent(_ body: (TextSlice, _ isEscaped: Bool) -> Void) {
    withTextSlice { content in
      guard !content.isPlain else { return body(content, false) }
      var quoted: [UInt8] = []
      appendQuoted(content, to: &quoted)
      quoted.withTextSlice { body($0[1..<$0.count - 1], true) }
    }
  }
}

/// Appends a string in JSON syntax: quoted, with the escapes that RFC 8259 section 7 demands and no others.
func appendQuoted(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  for byte in text {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(contentsOf: [UInt8(ascii: "0") + byte >> 4, lowercaseDigit(byte & 15)])
    default: bytes.append(byte)
    }
  }
  bytes.append(UInt8(ascii: "\""))
}

private func lowercaseDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
