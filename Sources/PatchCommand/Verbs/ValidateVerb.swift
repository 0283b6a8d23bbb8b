import JSONPatching
import PatchProfiles

/// `jpatch validate`: reports every problem of patch files.
enum ValidateVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    var choice = try ProfileChoice(arguments)
    var names = arguments.words
    if let name = arguments[.document] { names.append(name) }
    var inputs = try context.read(names, for: arguments)
    var document: JSON?
    if arguments.has(.document) {
      document = try inputs.removeLast().document(context, hidesText: choice.hidesText)
    }
    try choice.decide(by: document, arguments)
    let profile = choice.profile ?? .unrestricted
    let files = inputs.map { input in
      File(input, profile, document, isStrict: arguments.has(.strict))
    }
    let isGood = files.allSatisfy { $0.diagnostics.allSatisfy { $0.severity != .error } }
    let status: ExitStatus = isGood ? .success : .refused
    if arguments.wantsJSON {
      let all = files.flatMap(\.diagnostics)
      let reports = files.map {
        Report.file($0.input, operations: $0.draft.entries.count, $0.diagnostics)
      }
      return Outcome(
        status,
        output: Report.bytes([
          ("ok", JSON(isGood)), ("files", JSON(reports)),
          ("summary", JSON(members: Report.summary(all))),
        ]))
    }
    let limit = arguments[.maximumErrors].flatMap { Int($0) } ?? Folding.defaultLimit
    let blocks = files.flatMap { $0.blocks(context.output, limit: limit) }
    let remark = arguments.has(.quiet) ? [] : choice.remark(context.talk)
    return Outcome(
      status, text: (blocks + [summary(files)]).joined(separator: "\n\n") + "\n",
      talk: remark.map { $0 + "\n" }.joined())
  }

  /// A patch file and what was found in it.
  private struct File {
    let input: Input
    let draft: PatchDraft
    let diagnostics: [JSONPatch.Diagnostic]
    let secrets: Secrets
    /// Where not even a list of operations can be read, no line is shown that may have a secret.
    let hidesSource: Bool

    init(_ input: Input, _ profile: PatchProfile, _ document: JSON?, isStrict: Bool) {
      self.input = input
      draft = PatchDraft(parsing: input.bytes, acceptsEnvelope: true)
      (diagnostics, secrets) = profile.judge(draft, on: document, isStrict: isStrict)
      hidesSource = draft.entries.isEmpty && profile.hasSecrets
    }

    /// Each diagnostic as a block of lines.
    func blocks(_ styling: Styling, limit: Int) -> [String] {
      let folding = Folding(diagnostics, limit: limit)
      guard !folding.shown.isEmpty else { return [] }
      let text = DiagnosticText(
        source: input.masked(by: secrets), styling: styling, hidesSource: hidesSource)
      let blocks = folding.shown.map { text.lines(for: $0).joined(separator: "\n") }
      guard !folding.remainders.isEmpty else { return blocks }
      return blocks + [
        folding.remainders.map { "\(styling.symbols.ellipsis) \($0) in \(input.name.visible)" }
          .joined(separator: "\n")
      ]
    }
  }

  /// The last line: how much was found, and where.
  private static func summary(_ files: [File]) -> String {
    let all = files.flatMap(\.diagnostics)
    let errors = all.count { $0.severity == .error }
    let warnings = all.count - errors
    let place =
      files.count == 1 ? files[0].input.name.visible : ValueText.count(files.count, "file")
    var parts: [String] = []
    if errors > 0 { parts.append(ValueText.count(errors, "error")) }
    if warnings > 0 { parts.append(ValueText.count(warnings, "warning")) }
    guard parts.isEmpty else { return parts.joined(separator: ", ") + " in \(place)." }
    let operations = files.reduce(0) { $0 + $1.draft.entries.count }
    return "No problems in \(place) (\(ValueText.count(operations, "operation")))."
  }
}
