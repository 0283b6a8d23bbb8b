extension Unicode.Scalar {
  /// The number of columns that a terminal gives to the character.
  var columns: Int {
    guard value >= 0x300 else { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return properties.isEmojiPresentation || isEastAsianWide ? 2 : 1
  }

  /// The blocks whose characters UAX #11 calls wide or fullwidth.
  private var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F200...0x1F2FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension String {
  /// The number of columns that a terminal gives to the text.
  var columns: Int {
    unicodeScalars.reduce(0) { $0 + $1.columns }
  }

  /// The text, filled with spaces up to a number of columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  /// The longest beginning of the text that fits into a number of columns.
  func prefix(columns width: Int) -> String {
    var result = ""
    var used = 0
    for scalar in unicodeScalars {
      used += scalar.columns
      if used > width { break }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The text, cut at the end if it does not fit into a number of columns.
  ///
  /// - Parameters:
  ///   - width: The number of columns.
  ///   - cut: What to show in the place of what is cut off.
  /// - Returns: A text that fits, empty if not even the cut does.
  func beginning(columns width: Int, cut: String) -> String {
    if columns <= width { return self }
    return cut.columns <= width ? prefix(columns: width - cut.columns) + cut : ""
  }

  /// The longest end of the text that fits into a number of columns.
  func suffix(columns width: Int) -> String {
    var start = endIndex
    var used = 0
    for index in unicodeScalars.indices.reversed() {
      used += unicodeScalars[index].columns
      if used > width { break }
      start = index
    }
    return String(self[start...])
  }

  /// The text as lines of at most a number of columns, broken at spaces.
  ///
  /// - Parameters:
  ///   - width: The number of columns.
  ///   - breaksWords: Whether a word that is longer than a line, such as an address, is broken behind a
  ///     slash; otherwise it stands on a line of its own.
  /// - Returns: The lines.
  func wrapped(to width: Int, breaksWords: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ") {
      var word = String(word)
      if used > 0, used + 1 + word.columns > width {
        lines.append(line)
        line = ""
        used = 0
      }
      while breaksWords, word.columns > width {
        let head = word.beginningOfAddress(columns: width)
        lines.append(head)
        word.removeFirst(head.count)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += word.columns
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  /// The longest beginning of an address that fits into a number of columns and ends in a slash, or else
  /// in anything.
  private func beginningOfAddress(columns width: Int) -> String {
    let head = prefix(columns: max(width, 2))
    guard let slash = head.lastIndex(of: "/"), slash > head.startIndex else { return head }
    return String(head[...slash])
  }
}
