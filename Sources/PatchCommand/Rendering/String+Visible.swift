extension Unicode.Scalar {
  /// Printing the character does something else than to show it: it moves the cursor, changes
  /// colours, reorders or hides the text around it, or shows nothing at all, so that two texts that
  /// differ look the same.
  ///
  /// These are the controls, the line separators, the characters for formatting (general categories
  /// Cc, Zl, Zp and Cf) and whatever else Unicode lets a display ignore, such as tags and fillers.
  /// The two variation selectors that choose between text and emoji style are left alone.
  var isInvisibleControl: Bool {
    switch value {
    case 0x20...0x7E, 0xFE0E...0xFE0F: return false
    case 0x00...0x1F, 0x7F...0x9F: return true
    default: break
    }
    switch properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// The character as JSON can spell it: `\u001b`.
  fileprivate var escape: String {
    Unicode.UTF16.encode(self).map { units in
      units.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }.joined()
    } ?? ""
  }
}

extension String {
  /// The text with every character spelled out that would not be seen, so that data cannot command a
  /// terminal and cannot hide from a reader.
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
  /// A JSON text of the same meaning in which every character that would not be seen is escaped.
  ///
  /// Such characters can only be in the strings of a JSON text, where an escape is as good. Those
  /// of C0 are left alone: as white space between tokens they are wanted, and in strings RFC 8259
  /// forbids them.
  var visibleJSON: [UInt8] {
    guard contains(where: { $0 >= 0x7F }) else { return self }
    let text = String(decoding: self, as: UTF8.self)
    return Array(text.escaping { $0.value >= 0x7F && $0.isInvisibleControl }.utf8)
  }
}
