import JSONPatching
import PatchProfiles

/// What a profile allows, and on what grounds, as text.
struct ProfileText {
  /// The profile.
  let profile: PatchProfile
  /// How to dress the text.
  let styling: Styling

  /// All rules, one to a line.
  var overview: String {
    let beta = profile.isBeta ? " (beta)" : ""
    let title = styling.paint(profile.name.visible, .strong)
    var text = "\(title): \(profile.title.visible)\(beta)\n"
    for line in ["\(profile.method) \(profile.path)"] + [profile.reference].compactMap(\.self) {
      text += line.visible.wrapped(to: styling.columns, breaksWords: true)
        .map { $0 + "\n" }.joined()
    }
    return text + "\n" + rules + responses
  }

  /// The statuses that the server may answer with.
  private var responses: String {
    let statuses = profile.endpoint.statuses
    guard !statuses.isEmpty else { return "" }
    var table = TextTable(["STATUS", "MEANING"])
    for status in statuses { table.append(["\(status.code)", status.meaning ?? "-"]) }
    return "\n" + table.text(styling, indent: "  ", isCut: true)
  }

  private var rules: String {
    var table = TextTable(["PATH", "ALLOWED", "EVIDENCE", "SOURCE"])
    for rule in profile.rules {
      table.append([
        rule.path.description, operations(of: rule), rule.evidence.rawValue, grounds(rule.source),
      ])
    }
    table.append([
      "(others)", verdict(of: profile.unlisted), "-", profile.unlisted.source.map(grounds) ?? "-",
    ])
    return table.text(styling, indent: "  ", isCut: true, longestLabel: 24)
  }

  /// What may be done at one path, and why.
  func explanation(of pointer: JSONPointer) -> String {
    let place = pointer.isRoot ? "the whole document" : pointer.description.visible
    guard let rule = profile.rule(for: pointer) else {
      let source = profile.unlisted.source
      return headline(
        place, "\(verdict(of: profile.unlisted)), not listed in \(profile.name.visible)")
        + (source.map { entry("source", $0.description) } ?? "")
    }
    let allowed = rule.isReadOnly ? "test only" : operations(of: rule) + " test"
    var text = headline(place, allowed)
    text += entry("rule", rule.path.description)
    text += entry("evidence", "\(rule.evidence.rawValue), \(meaning(of: rule.evidence))")
    text += entry("source", rule.source.description)
    if let reason = rule.reason { text += entry("reason", reason) }
    if let name = rule.readName { text += entry("read as", name.description) }
    if let warning = rule.warning { text += entry("warning", warning.message) }
    for help in [rule.help, rule.warning?.help] {
      if let help { text += entry("help", help) }
    }
    if let unchecked = rule.unchecked { text += entry("unchecked", unchecked) }
    if rule.isSecret { text += entry("secret", "the value is never shown") }
    return text
  }

  /// A place and what holds there, on one line if that fits.
  private func headline(_ place: String, _ verdict: String) -> String {
    let isShort = place.columns + 2 + verdict.columns <= styling.columns
    let lines = place.wrapped(to: styling.columns - 1, breaksWords: true)
      .map { styling.paint($0, .strong) }
    return lines.joined(separator: "\n") + ":" + (isShort ? " " : "\n  ") + verdict + "\n"
  }

  private func entry(_ label: String, _ content: String) -> String {
    let margin = String(repeating: " ", count: 12)
    let lines = content.visible.wrapped(
      to: max(20, styling.columns - margin.columns), breaksWords: true)
    return lines.enumerated().map { index, line in
      (index == 0 ? styling.paint("  \(label)".padded(to: 12), .faint) : margin) + line + "\n"
    }.joined()
  }

  private func operations(of rule: PatchProfile.Rule) -> String {
    if rule.isReadOnly { return "test only" }
    return rule.operations.map(\.rawValue).joined(separator: " ")
  }

  private func verdict(of policy: PatchProfile.Policy) -> String {
    switch policy.verdict {
    case .accept: "accepted"
    case .warn: "a warning"
    case .refuse: "refused"
    }
  }

  private func grounds(_ source: PatchProfile.Source) -> String {
    source.quotation.map { "\"\($0)\"" } ?? source.reason ?? source.origin
  }

  private func meaning(of evidence: PatchProfile.Evidence) -> String {
    switch evidence {
    case .documented: "the description of this endpoint says so"
    case .example: "only a sample request of this endpoint shows it"
    case .inferred: "from the create body, a sibling endpoint or published clients"
    case .general: "a rule of the whole API"
    }
  }
}
