extension JSONParsingError {
  /// Names the mistake that made a scan stop.
  init(_ failure: ScanFailure, in bytes: borrowing Span<UInt8>, _ options: JSON.ParsingOptions) {
    let text = [UInt8](copying: bytes)
    var diagnosis = ParsingDiagnosis(
      text: text, failure: failure, maximumDepth: options.maximumDepth)
    let finding = diagnosis.finding()
    self.init(
      finding.code, message: finding.message, help: finding.help,
      position: SourceMap(text).position(at: diagnosis.offset))
  }

  /// Reports a repeated member name.
  init(_ code: Code, at extent: Range<Int>, in bytes: borrowing Span<UInt8>) {
    let text = [UInt8](copying: bytes)
    let name = String(decoding: text[extent], as: UTF8.self)
    self.init(
      code, message: "the member \(name) occurs twice in this object",
      help: "remove one of the two", position: SourceMap(text).position(at: extent.lowerBound))
  }
}

/// Finds out what a mistake is, from the place where the scan stopped: slow, thorough, and only
/// called when there is one.
private struct ParsingDiagnosis {
  typealias Finding = (code: JSONParsingError.Code, message: String, help: String?)

  let text: [UInt8]
  let expectation: ScanFailure.Expectation
  /// Where the mistake is; moved when it is elsewhere than where the scan stopped.
  var offset: Int
  let maximumDepth: Int

  init(text: [UInt8], failure: ScanFailure, maximumDepth: Int) {
    self.text = text
    self.maximumDepth = maximumDepth
    expectation = failure.expectation
    offset = min(failure.offset, text.count)
  }

  private func byte(_ position: Int) -> UInt8? {
    text.indices.contains(position) ? text[position] : nil
  }

  private func isAt(_ word: String) -> Bool { text[offset...].starts(with: word.utf8) }

  mutating func finding() -> Finding {
    if let encoding = encodingFinding() { return encoding }
    switch expectation {
    case .size:
      return (.sizeLimit, "the text is longer than 4 GiB", nil)
    case .depth:
      return (
        .depthLimit, "containers nest deeper than the limit of \(maximumDepth)",
        "raise the depth limit if the document is meant to be that deep"
      )
    case .escape: return escapeFinding()
    case .surrogate:
      return (
        .loneSurrogate, "\(word(6)) is half of a surrogate pair",
        "characters beyond U+FFFF take two escapes, such as \\ud83d\\ude00"
      )
    case .stringCharacter: return characterFinding()
    case .digit: return numberFinding()
    case .value, .elementOrEnd, .memberOrEnd, .name, .colon, .commaOrEnd, .endOfText:
      return structureFinding()
    }
  }

  /// A few bytes of the text for a message; whatever is not printable is left out.
  private func word(_ length: Int) -> String {
    let end = min(offset + length, text.count)
    return String(decoding: text[offset..<end].filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
  }

  // MARK: Encoding

  private mutating func encodingFinding() -> Finding? {
    if text.starts(with: [0xEF, 0xBB, 0xBF]), offset < 3 {
      offset = 0
      return (
        .byteOrderMark, "the text begins with a byte order mark (U+FEFF)",
        "save the file as UTF-8 without a byte order mark"
      )
    }
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]
    let looksWide =
      text.count >= 2 && offset < 4 && (text[0] == 0) != (text[1] == 0) && text.count % 2 == 0
    if marks.contains(where: { text.starts(with: $0) }) || looksWide {
      offset = 0
      return (
        .notUTF8, "the text is not in UTF-8 but in UTF-16 or UTF-32", "save the file as UTF-8"
      )
    }
    return nil
  }

  // MARK: Strings and numbers

  private func characterFinding() -> Finding {
    guard let byte = byte(offset) else {
      return (.unclosedString, "the string has no closing quotation mark", "add a '\"'")
    }
    if byte >= 0x80 {
      return (
        .invalidUTF8, "these bytes are not valid UTF-8 (\(hexadecimal(byte)) …)",
        "save the file as UTF-8"
      )
    }
    switch byte {
    case 0x0A, 0x0D:
      return (
        .controlCharacter, "a string may not contain a line break",
        "write \\n, or close the string with a '\"' on its line"
      )
    case 0x09: return (.controlCharacter, "a string may not contain a tab", "write \\t")
    default:
      return (
        .controlCharacter, "a string may not contain the control character \(hexadecimal(byte))",
        "write \\u00\(hexadecimal(byte).dropFirst(2))"
      )
    }
  }

  private func escapeFinding() -> Finding {
    guard let letter = byte(offset + 1) else {
      return (.unclosedString, "the string ends within an escape", "add a '\"'")
    }
    if letter == UInt8(ascii: "u") {
      return (.invalidEscape, "\\u needs four hexadecimal digits", nil)
    }
    let help =
      switch letter {
      case UInt8(ascii: "x"): "write \\u00 and the two digits"
      case UInt8(ascii: "'"): "a single quotation mark needs no escape"
      default: "write \\\\ for a backslash"
      }
    return (.invalidEscape, "\\\(printable(letter)) is no escape", help)
  }

  private func numberFinding() -> Finding {
    if isAt("Infinity") || isAt("NaN") {
      return (.invalidLiteral, "JSON has no infinity and no NaN", "use null or a string")
    }
    let message = "a digit is missing"
    return byte(offset) == nil
      ? (.invalidNumber, "\(message): the text ends within a number", nil)
      : (.invalidNumber, "\(message) in this number", "write at least one digit here")
  }

  // MARK: Structure

  private mutating func structureFinding() -> Finding {
    guard let byte = byte(offset) else { return endFinding() }
    let previous = previousCharacter()
    switch byte {
    case UInt8(ascii: "/") where isAt("//") || isAt("/*"), UInt8(ascii: "#"):
      return (.comment, "JSON has no comments", "remove the comment")
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      return (
        .singleQuote, "strings stand in double quotation marks",
        "write \" instead of \(printable(byte))"
      )
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return closingFinding(byte, previous)
    case UInt8(ascii: ","):
      if expectation == .endOfText || expectation == .colon { break }
      return (.unexpectedComma, "there is no value before this comma", "remove the comma")
    default: break
    }
    switch expectation {
    case .endOfText:
      if let number = numberTailFinding(byte) { return number }
      return (
        .trailingData, "there is more text after the end of the document",
        "a JSON text holds exactly one value"
      )
    case .colon:
      return (.missingColon, "a ':' must follow the member's name", "write ':' and a value")
    case .commaOrEnd:
      if let number = numberTailFinding(byte) { return number }
      if let literal = literalTailFinding() { return literal }
      return (.missingComma, "a ',' is missing before this", "write ',' between values")
    case .name, .memberOrEnd:
      return (
        .unquotedName, "a member's name must be a string in double quotation marks",
        "write it as \"name\""
      )
    default: return valueFinding(byte)
    }
  }

  private func endFinding() -> Finding {
    if text.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
      return (.emptyText, "there is no value: the text is empty", "a JSON text holds one value")
    }
    switch expectation {
    case .commaOrEnd, .elementOrEnd, .memberOrEnd, .name, .colon:
      return (
        .unclosedContainer, "the text ends within an array or object", "a ']' or '}' is missing"
      )
    default:
      return previousCharacter() == UInt8(ascii: ":")
        ? (.missingValue, "the text ends where a member's value is expected", "write a value")
        : (.unclosedContainer, "the text ends where a value is expected", "write a value")
    }
  }

  private mutating func closingFinding(_ byte: UInt8, _ previous: UInt8?) -> Finding {
    if previous == UInt8(ascii: ",") {
      offset = text[..<offset].lastIndex(of: UInt8(ascii: ",")) ?? offset
      return (
        .trailingComma, "a comma may not stand before \(printable(byte))", "remove the comma"
      )
    }
    if previous == UInt8(ascii: ":") {
      return (.missingValue, "the member has no value", "write a value after the ':'")
    }
    if expectation == .endOfText {
      return (.trailingData, "there is no opening bracket for this one", "remove it")
    }
    if expectation == .colon {
      return (.missingColon, "a ':' must follow the member's name", "write ':' and a value")
    }
    if previous == nil {
      return (.unexpectedCharacter, "there is no opening bracket for this one", "remove it")
    }
    return (
      .mismatchedBracket, "this bracket does not fit the one that was opened",
      byte == UInt8(ascii: "]") ? "write '}'" : "write ']'"
    )
  }

  /// The mistakes of a number whose first part is a number.
  private mutating func numberTailFinding(_ byte: UInt8) -> Finding? {
    guard offset > 0, let last = self.byte(offset - 1), last &- 48 < 10 else { return nil }
    if byte &- 48 < 10, last == 48 {
      offset -= 1
      return (.leadingZero, "a number may not begin with a zero", "remove the leading zero")
    }
    switch byte {
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "_"), UInt8(ascii: "n"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"),
      UInt8(ascii: "+"), UInt8(ascii: "-"):
      return (
        .invalidNumber, "\(printable(byte)) cannot follow in a number", "write plain decimal digits"
      )
    default: return nil
    }
  }

  /// A word that begins with a literal, such as `nullable`.
  private func literalTailFinding() -> Finding? {
    guard let byte = byte(offset), isLetter(byte), offset > 0, isLetter(text[offset - 1]) else {
      return nil
    }
    return (.invalidLiteral, "this is none of true, false and null", "strings need '\"'")
  }

  private func valueFinding(_ byte: UInt8) -> Finding {
    if byte == UInt8(ascii: "+") {
      return (.invalidNumber, "a number may not begin with '+'", "remove the '+'")
    }
    if byte == UInt8(ascii: ".") {
      return (.invalidNumber, "a number may not begin with '.'", "write 0 before the '.'")
    }
    if byte == UInt8(ascii: ":") {
      return (.unexpectedCharacter, "a ':' cannot stand here", "is a member's name missing?")
    }
    if isLetter(byte) {
      let word = String(decoding: text[offset...].prefix(while: isLetter).prefix(24), as: UTF8.self)
      let help =
        switch word.lowercased() {
        case "true", "false", "null": "write \(word.lowercased())"
        case "none", "nil", "undefined": "write null"
        case "nan", "infinity", "inf": "JSON has no such number; use null or a string"
        default: "is it a string that needs '\"'?"
        }
      return (.invalidLiteral, "\(word) is no JSON value", help)
    }
    if byte < 0x20 || byte == 0x7F || byte >= 0x80 {
      return (
        .unexpectedCharacter, "the byte \(hexadecimal(byte)) cannot begin a value", nil
      )
    }
    return (.unexpectedCharacter, "\(printable(byte)) cannot begin a value", nil)
  }

  // MARK: Helpers

  /// The last character before the mistake that is not white space.
  private func previousCharacter() -> UInt8? {
    text[..<offset].last { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  private func printable(_ byte: UInt8) -> String {
    byte >= 0x20 && byte < 0x7F ? String(UnicodeScalar(byte)) : hexadecimal(byte)
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count < 2 ? "0" : "") + digits
  }
}
