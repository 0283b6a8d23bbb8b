/// Rows of text in columns that are as wide as they need to be, with headings above some of them.
struct TextTable {
  private var rows: [[String]]
  /// The headings, by the number of the row that each stands above.
  private var titles: [Int: String] = [:]

  /// A table with a heading for each column.
  init(_ headings: [String]) {
    rows = [headings]
  }

  /// Adds a row.
  mutating func append(_ row: [String]) {
    rows.append(row.map(\.visible))
  }

  /// Begins a part of the table with a heading.
  mutating func append(title: String) {
    titles[rows.count] = title.visible
  }

  /// The table as lines, the headings of the columns first.
  ///
  /// - Parameters:
  ///   - styling: How to dress the text.
  ///   - indent: What to begin each line with.
  ///   - isCut: Whether the last column is cut to the width of the screen.
  ///   - longestLabel: The number of columns that the first column may take; a longer cell stands on a
  ///     line of its own.
  /// - Returns: The lines, each with a line break.
  func text(
    _ styling: Styling, indent: String = "", isCut: Bool = false, longestLabel: Int = .max
  ) -> String {
    let widths = rows[0].indices.map { column in
      let width = rows.map { $0[column].columns }.max() ?? 0
      return column == 0 ? min(width, longestLabel) : width
    }
    let used = widths.dropLast().reduce(indent.columns) { $0 + $1 + 2 }
    let room = max(20, styling.columns - used)
    return rows.enumerated().map { number, row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        if column == 0, cell.0.columns > cell.1 {
          let lines = cell.0.wrapped(to: styling.columns - indent.columns, breaksWords: true)
          return lines.map { $0 + "\n" + indent }.joined()
            + String(repeating: " ", count: cell.1)
        }
        if column < widths.count - 1 { return cell.0.padded(to: cell.1) }
        return isCut ? cell.0.beginning(columns: room, cut: styling.symbols.ellipsis) : cell.0
      }
      let line = indent + cells.joined(separator: "  ")
      let title = titles[number].map { "\n\(styling.paint($0, .strong))\n" } ?? ""
      return title + (number == 0 ? styling.paint(line, .strong) : line) + "\n"
    }.joined()
  }
}
