/// Resolves the escapes of a scanned string (RFC 8259 section 7), which are known to be well formed.
func decodingEscapes(in content: TextSlice) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(content.count)
  // Safety: the scanner has checked that every escape is complete, so that no index runs past the end.
  var position = 0
  while position < content.count {
    let byte = content[position]
    guard byte == UInt8(ascii: "\\") else {
      result.append(byte)
      position += 1
      continue
    }
    let letter = content[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"):
      var scalar = hexadecimal(content, position)
      position += 4
      if scalar & 0xFC00 == 0xD800 {
        let low = hexadecimal(content, position + 2)
        position += 6
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
      }
      appendUTF8(scalar, to: &result)
    default: result.append(letter)
    }
  }
  return result
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

private func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
  switch scalar {
  case 0..<0x80:
    bytes.append(byte(scalar))
  case 0x80..<0x800:
    bytes.append(byte(0xC0 | scalar >> 6))
    bytes.append(byte(0x80 | scalar & 0x3F))
  case 0x800..<0x10000:
    bytes.append(byte(0xE0 | scalar >> 12))
    bytes.append(byte(0x80 | scalar >> 6 & 0x3F))
    bytes.append(byte(0x80 | scalar & 0x3F))
  default:
    bytes.append(byte(0xF0 | scalar >> 18))
    bytes.append(byte(0x80 | scalar >> 12 & 0x3F))
    bytes.append(byte(0x80 | scalar >> 6 & 0x3F))
    bytes.append(byte(0x80 | scalar & 0x3F))
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
