/// The help of a verb, in the layout that users of Swift tools know.
///
/// All of it is derived from the command table.
struct HelpText {
  /// The verb.
  let verb: Verb
  /// The words that lead to it, without the name of the tool.
  let path: [String]

  private static let indent = "  "
  /// The column where the explanations begin.
  private static let labelWidth = 26

  /// The whole help, in lines of a number of columns.
  func text(width: Int) -> String {
    var sections = [overview(width), usage]
    sections.append(list("ARGUMENTS", verb.parameters.map { ("<\($0.label)>", $0.help) }, width))
    sections.append(list("OPTIONS", verb.options.map { ($0.label, $0.help) }, width))
    sections.append(list("SUBCOMMANDS", verb.verbs.map { ($0.name, $0.abstract) }, width))
    if !verb.verbs.isEmpty {
      let words = [Verb.root.name, Verb.help.name] + path + ["<subcommand>"]
      sections.append(Self.indent + "See '\(words.joined(separator: " "))' for detailed help.")
    }
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The line of usage: what is required by name, the rest as `<options>`.
  var usage: String {
    var words = [Verb.root.name] + path
    if !verb.verbs.isEmpty { words.append("<subcommand>") }
    words += verb.parameters.map(\.usage)
    words += verb.flags.filter(\.isRequired).map(\.usage)
    if verb.flags.contains(where: { !$0.isRequired }) { words.append("[<options>]") }
    return "USAGE: " + words.joined(separator: " ")
  }

  private func overview(_ width: Int) -> String {
    var paragraphs = [paragraph("OVERVIEW: " + verb.abstract, width)]
    if !verb.examples.isEmpty {
      let lines = verb.examples.flatMap { example in
        [Self.indent + "# " + example.purpose, Self.indent + example.line]
      }
      paragraphs.append("EXAMPLES:\n" + lines.joined(separator: "\n"))
    }
    paragraphs += verb.discussion.map { paragraph($0, width) }
    return paragraphs.joined(separator: "\n\n")
  }

  private func paragraph(_ text: String, _ width: Int) -> String {
    text.wrapped(to: width).joined(separator: "\n")
  }

  private func list(_ title: String, _ rows: [(label: String, help: String)], _ width: Int)
    -> String
  {
    guard !rows.isEmpty else { return "" }
    var lines = [title + ":"]
    let margin = String(repeating: " ", count: Self.labelWidth)
    for row in rows {
      var helpLines = row.help.wrapped(to: max(20, width - Self.labelWidth))[...]
      let label = Self.indent + row.label
      // A label needs a space before its explanation, or else a line of its own.
      if label.columns < Self.labelWidth, let first = helpLines.popFirst() {
        lines.append(label.padded(to: Self.labelWidth) + first)
      } else {
        lines.append(label)
      }
      lines += helpLines.map { margin + $0 }
    }
    return lines.joined(separator: "\n")
  }
}
