import JSONPatching

/// Diagnostics of one file as text: `file:line:column: severity: message [code]` and a code frame.
struct DiagnosticText {
  /// The file that the diagnostics are about.
  let source: Input
  /// How to dress the text.
  let styling: Styling
  /// The lines of the file are not shown.
  var hidesSource = false

  /// A diagnostic as lines, the last without a line break.
  func lines(for diagnostic: JSONPatch.Diagnostic) -> [String] {
    let diagnostic = diagnostic.namingOption
    var lines = [headline(for: diagnostic)]
    var indent = " "
    if let range = diagnostic.range, !hidesSource {
      lines += CodeFrame(around: range, in: source.bytes, styling: styling).lines
      indent = String(repeating: " ", count: String(range.start.line).utf8.count)
    }
    var remarks = (diagnostic.help.map { ["help: " + $0] } ?? []) + diagnostic.notes
    if diagnostic.range != nil, hidesSource {
      remarks.append("the line is not shown: it may have a secret in it")
    }
    for remark in remarks {
      lines += remarkLines(remark.visible, indent: indent)
    }
    return lines
  }

  /// `file:line:column: severity: operation n: message [code]`.
  private func headline(for diagnostic: JSONPatch.Diagnostic) -> String {
    let severity = diagnostic.severity
    let place = styling.paint(location(of: diagnostic.range), .strong)
    let kind = styling.paint("\(severity.rawValue):", severity.role)
    let operation = diagnostic.operationIndex.map { "operation \($0): " } ?? ""
    let message = (operation + diagnostic.message).visible
    return "\(place): \(kind) \(message) \(styling.paint("[\(diagnostic.code)]", .faint))"
  }

  /// `file:line:column`, or the file alone.
  func location(of range: SourceRange?) -> String {
    let name = source.name.visible
    guard let start = range?.start else { return name }
    return "\(name):\(start.line):\(start.column)"
  }

  /// `  = help: text`, with the following lines under the text.
  private func remarkLines(_ remark: String, indent: String) -> [String] {
    let lead = "\(indent) = "
    let label = remark.prefix { $0 != " " }.last == ":" ? remark.prefix { $0 != " " }.count + 1 : 0
    let hang = String(repeating: " ", count: lead.count + label)
    let lines = remark.wrapped(to: styling.columns - hang.count)
    return lines.enumerated().map { index, line in
      (index == 0 ? styling.paint(lead, .faint) : hang) + line
    }
  }
}
