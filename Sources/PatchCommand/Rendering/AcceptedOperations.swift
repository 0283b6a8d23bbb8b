import JSONPatching
import PatchProfiles

/// The operations of an accepted patch, one to a line: a symbol, the place, what becomes of it.
///
/// ```
///   ✓ /version              test is 4
///   ~ /on                   false → true                                         inferred
/// ```
struct AcceptedOperations {
  /// What there is to show.
  let review: Review
  /// How to show values.
  let values: ValueText

  /// A line before its columns are measured.
  private struct Row {
    let index: Int
    let symbol: String
    let role: Styling.Role
    let pointer: String
    let remarks: String
    /// The text between pointer and remarks, as one line or two for a number of columns.
    let texts: (Int) -> [String]
  }

  /// The lines, in the order of the operations.
  var lines: [String] {
    let rows = (review.preview.passedTests.map(row) + review.preview.changes.map(row))
      .sorted { $0.index < $1.index }
    let styling = values.styling
    let symbolWidth = rows.map(\.symbol.columns).max() ?? 1
    let pointerWidth = min(max(20, rows.map(\.pointer.columns).max() ?? 0), styling.columns / 2)
    let textStart = 2 + symbolWidth + 1 + pointerWidth + 2
    let texts = rows.map { row in
      let remarks = row.remarks.isEmpty ? 0 : row.remarks.columns + 2
      return row.texts(max(20, styling.columns - textStart - remarks))
    }
    let textWidth = zip(rows, texts).map { $0.remarks.isEmpty ? 0 : $1[0].columns }.max() ?? 0
    return zip(rows, texts).flatMap { row, texts in
      let symbol = row.symbol.padded(to: symbolWidth)
      let head = "  \(symbol) \(row.pointer.padded(to: pointerWidth))  " + texts[0]
      var lines = [styling.paint(head, row.role)]
      if !row.remarks.isEmpty {
        // In one column with the others, unless the line is too short for that.
        let column = min(textStart + textWidth, styling.columns - row.remarks.columns - 2)
        let gap = String(repeating: " ", count: max(0, column - head.columns) + 2)
        lines[0] += gap + styling.paint(row.remarks, .faint)
      }
      if texts.count > 1 {
        let arrow = styling.symbols.arrow + " "
        let margin = String(repeating: " ", count: max(0, textStart - arrow.columns))
        lines.append(styling.paint(margin + arrow + texts[1], row.role))
      }
      return lines
    }
  }

  private func row(_ test: PatchPreview.PassedTest) -> Row {
    let value = review.redaction.redact(
      test.value, at: test.pointer, places: test.sensitivePointers)
    return Row(
      index: test.operationIndex, symbol: values.styling.symbols.check, role: .success,
      pointer: spelling(of: test.pointer), remarks: ""
    ) { ["test is " + values.text(of: value, columns: $0 - 8)] }
  }

  private func row(_ change: PatchPreview.Change) -> Row {
    let (redaction, places) = (review.redaction, change.sensitivePointers)
    let old = change.old.map { redaction.redact($0, at: change.pointer, places: places) }
    let new = change.new.map {
      redaction.redact($0, at: change.pointer, places: places, comparedTo: change.old)
    }
    let (symbol, role): (String, Styling.Role) =
      switch (old, new) {
      case (nil, _): ("+", .added)
      case (_, nil): ("-", .removed)
      default: ("~", .changed)
      }
    return Row(
      index: change.operationIndex, symbol: symbol, role: role,
      pointer: spelling(of: change.pointer), remarks: remarks(on: change)
    ) { columns in
      switch (old, new) {
      case (let old?, let new?): values.lines(from: old, to: new, columns: columns)
      case (let value?, nil), (nil, let value?): [values.text(of: value, columns: columns)]
      case (nil, nil): [""]
      }
    }
  }

  /// What is worth knowing about a change besides its values.
  private func remarks(on change: PatchPreview.Change) -> String {
    var remarks: [String] = []
    if change.writtenPointer != change.pointer {
      remarks.append("written " + spelling(of: change.writtenPointer))
    }
    if let from = change.from {
      remarks.append((change.kind == .move ? "moved from " : "copied from ") + spelling(of: from))
    }
    if review.profile != nil {
      switch change.evidence {
      case .documented?, .general?: break
      case let evidence?: remarks.append(evidence.rawValue)
      case nil: remarks.append("unlisted")
      }
    }
    return remarks.joined(separator: ", ")
  }

  private func spelling(of pointer: JSONPointer) -> String {
    pointer.isRoot ? "(whole document)" : review.redaction.spelling(of: pointer)
  }
}
