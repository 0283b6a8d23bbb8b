extension Unicode.Scalar {
  /// Printing the character could do more than print: it moves the cursor, changes colours, or
  /// reorders or hides the text around it.
  ///
  /// These are the controls of C0, DEL and C1, the line separators, and the marks of the Unicode
  /// Bidirectional Algorithm (UAX #9) with the byte order mark.
  var isInvisibleControl: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }

  /// The character as JSON can spell it: `\u001b`.
  fileprivate var escape: String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

extension String {
  /// The text with every control character spelled out, so that data cannot command a terminal.
  var visible: String {
    guard unicodeScalars.contains(where: \.isInvisibleControl) else { return self }
    return escaping(where: \.isInvisibleControl)
  }

  fileprivate func escaping(where isEscaped: (Unicode.Scalar) -> Bool) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if isEscaped(scalar) {
        result += scalar.escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension [UInt8] {
  /// A JSON text of the same meaning in which every control character is escaped.
  ///
  /// Such characters can only be in the strings of a JSON text, where an escape is as good. Those
  /// of C0 are left alone: as white space between tokens they are wanted, and in strings RFC 8259
  /// forbids them.
  var visibleJSON: [UInt8] {
    // The first bytes of all the characters in question in UTF-8; most texts have none of them.
    let mayBeAffected = contains { byte in
      switch byte {
      case 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
      default: false
      }
    }
    guard mayBeAffected else { return self }
    let text = String(decoding: self, as: UTF8.self)
    return Array(text.escaping { $0.value >= 0x20 && $0.isInvisibleControl }.utf8)
  }
}
