import JSONPatching

extension Styling {
  /// Findings as remarks beside a result, one after the other.
  func remarks(about diagnostics: [JSONPatch.Diagnostic]) -> [String] {
    let folding = Folding(diagnostics, limit: Folding.defaultLimit)
    var lines: [String] = []
    for diagnostic in folding.shown {
      let operation = diagnostic.operationIndex.map { "operation \($0): " } ?? ""
      let text = "\(operation)\(diagnostic.message) [\(diagnostic.code)]"
      let isError = diagnostic.severity == .error
      lines += remark(
        isError ? "error:" : "warning:", isError ? .error : .warning, text)
      if let help = diagnostic.help { lines += remark("  help:", .faint, help) }
    }
    return lines + folding.remainders.map { "\(symbols.ellipsis) \($0)" }
  }
}
