import JSONPatching
import PatchProfiles

/// The findings about a refused patch, one to a line: a symbol, the operation, what is wrong.
///
/// ```
///   ✗ 0  replace /on            "replace" needs a "value" member
///   ! 4  move    /a → /b        "move" is not in the schema this API publishes
/// ```
struct RefusedOperations {
  /// What there is to show.
  let review: Review
  /// How to dress the text.
  let styling: Styling

  /// The lines, by operation.
  var lines: [String] {
    let diagnostics = Folding(review.preview.diagnostics, limit: Folding.defaultLimit)
    let labels = diagnostics.shown.map(label)
    let labelWidth = min(labels.map(\.columns).max() ?? 0, styling.columns / 2)
    let symbolWidth = max(styling.symbols.cross.columns, 1)
    let margin = String(repeating: " ", count: symbolWidth + labelWidth + 5)
    var lines: [String] = []
    for (diagnostic, label) in zip(diagnostics.shown, labels) {
      let severity = diagnostic.severity
      let symbol = severity == .error ? styling.symbols.cross : severity == .warning ? "!" : " "
      let message =
        diagnostic.message.visible + (severity == .error ? "" : " (\(severity.rawValue))")
      let room = max(20, styling.columns - margin.columns)
      let wrapped = message.wrapped(to: room)
      let head = "  " + symbol.padded(to: symbolWidth) + " " + label.padded(to: labelWidth) + "  "
      lines.append(styling.paint(head, severity.role) + (wrapped.first ?? ""))
      lines += wrapped.dropFirst().map { margin + $0 }
    }
    return lines + diagnostics.remainders.map { "  \(styling.symbols.ellipsis) \($0)" }
  }

  /// Where an operation takes place; for `move` and `copy` also from where.
  private func place(of diagnostic: JSONPatch.Diagnostic, _ index: Int) -> String {
    let entries = review.draft.entries
    guard entries.indices.contains(index), case let operation? = entries[index].operation,
      let from = operation.from
    else { return (diagnostic.pointer ?? "").visible }
    let redaction = review.redaction
    return redaction.spelling(of: from) + " \(styling.symbols.arrow) "
      + redaction.spelling(of: operation.path)
  }

  /// The operation as the patch has it: `4  move /config/prefix`.
  private func label(_ diagnostic: JSONPatch.Diagnostic) -> String {
    guard let index = diagnostic.operationIndex else { return review.patch.name.visible }
    let operation = (diagnostic.operation ?? "").visible.padded(to: 7)
    let width = String(max(0, review.preview.operationCount - 1)).columns
    return "\(index)".padded(to: width) + "  " + operation + " " + place(of: diagnostic, index)
  }
}
