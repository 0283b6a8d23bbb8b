import JSONPatching

extension Styling {
  /// Findings as remarks beside a result, one after the other.
  func remarks(about diagnostics: [JSONPatch.Diagnostic]) -> [String] {
    let folding = Folding(diagnostics, limit: Folding.defaultLimit)
    var lines: [String] = []
    for diagnostic in folding.shown {
      let operation = diagnostic.operationIndex.map { "operation \($0): " } ?? ""
      let text = "\(operation)\(diagnostic.message) [\(diagnostic.code)]"
      lines += remark("\(diagnostic.severity.rawValue):", diagnostic.severity.role, text)
      if let help = diagnostic.help { lines += remark("  help:", .faint, help) }
    }
    return lines + folding.remainders.map { "\(symbols.ellipsis) \($0)" }
  }
}

extension JSONPatch.Severity {
  /// How the word for it is dressed.
  var role: Styling.Role {
    switch self {
    case .note: .faint
    case .warning: .warning
    case .error: .error
    }
  }
}
