import JSONTypes

/// The line of a source around a range, with carets under the range.
///
/// ```
///   |
/// 3 |   { "op": "replace", "path": "/_id", "value": "f00" },
///   |                              ^~~~~~
/// ```
struct CodeFrame {
  private let number: String
  private let before: String
  private let marked: String
  private let after: String
  private let styling: Styling

  /// No more of a line is looked at than this, since a minified file may be one line.
  private static let reach = 4096

  /// Cuts a frame out of a source.
  ///
  /// - Parameters:
  ///   - range: The range to mark; of a range over several lines, the part on the first.
  ///   - source: The text, which need not be well formed.
  ///   - styling: How to dress the frame.
  init(around range: SourceRange, in source: [UInt8], styling: Styling) {
    self.styling = styling
    number = String(range.start.line)
    let start = min(max(range.start.utf8Offset, 0), source.count)
    let end = min(max(range.end.utf8Offset, start), source.count)
    let isLineBreak: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let head = source[max(0, start - Self.reach)..<start]
    let tail = source[start..<min(source.count, start + Self.reach)]
    let lineStart = head.lastIndex(where: isLineBreak).map { $0 + 1 } ?? head.startIndex
    let lineEnd = tail.firstIndex(where: isLineBreak) ?? tail.endIndex

    let before = Self.text(source[lineStart..<start])
    let marked = Self.text(source[start..<min(end, lineEnd)])
    let after = Self.text(source[min(end, lineEnd)..<lineEnd])
    let cut = styling.symbols.ellipsis
    let room = styling.columns - number.utf8.count - 3
    let fits = before.columns + marked.columns <= room || before.columns <= room / 3
    self.before = fits ? before : cut + before.suffix(columns: room / 3)
    var left = room - self.before.columns
    self.marked = marked.beginning(columns: left, cut: cut)
    left -= self.marked.columns
    self.after = after.beginning(columns: left, cut: cut)
  }

  /// The lines of the frame.
  var lines: [String] {
    let gutter = String(repeating: " ", count: number.utf8.count) + " |"
    let carets = "^" + String(repeating: "~", count: max(0, marked.columns - 1))
    return [
      styling.paint(gutter, .faint),
      styling.paint(number + " |", .faint) + " " + before + marked + after,
      styling.paint(gutter, .faint) + String(repeating: " ", count: before.columns + 1)
        + styling.paint(carets, .error),
    ]
  }

  /// A piece of a line as it is shown: a tab as one space, other controls spelled out.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    // A cut may have left the second half of a character at the start.
    let whole = bytes.drop { $0 & 0xC0 == 0x80 }
    let tab = UInt8(ascii: "\t")
    let spaced = whole.map { $0 == tab ? UInt8(ascii: " ") : $0 }
    return String(decoding: spaced, as: UTF8.self).visible
  }
}
