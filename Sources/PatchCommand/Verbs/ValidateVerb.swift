import JSONPatching
import PatchProfiles

/// `jpatch validate`: reports every problem of patch files.
///
/// A file that cannot be read does not keep the others from being judged.
enum ValidateVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    var choice = try ProfileChoice(arguments, context)
    let names = arguments.words
    try context.checkStandardInput(
      names + [arguments[.document]].compactMap(\.self), for: arguments)
    var document: JSON?
    if let name = arguments[.document] {
      let resource = try context.read(name, for: arguments)
      document = try resource.document(
        context, arguments.limits, hidesText: choice.hidesText)
    }
    try choice.decide(by: document, arguments)
    let profile = choice.profile ?? .unrestricted
    var files: [File] = []
    var failures: [(name: String, failure: Failure)] = []
    var reports: [JSON] = []
    for name in names {
      do {
        let input = try context.read(name, for: arguments)
        let file = File(input, profile, document, arguments)
        files.append(file)
        if arguments.wantsJSON { reports.append(file.report) }
      } catch {
        guard error.status == .trouble else { throw error }
        failures.append((name, error))
        reports.append(Report.file(name, operations: 0, error.file?.diagnostics ?? []))
      }
    }
    let isGood = files.allSatisfy { $0.diagnostics.allSatisfy { $0.severity != .error } }
    let status: ExitStatus = !failures.isEmpty ? .trouble : isGood ? .success : .refused
    let talk = failures.map { $0.failure.text(context.talk) }.joined()
    if arguments.wantsJSON {
      let all =
        files.flatMap(\.diagnostics) + failures.flatMap { $0.failure.file?.diagnostics ?? [] }
      let error = failures.first.map { [("error", Report.error($0.failure))] } ?? []
      return Outcome(
        status,
        output: Report.bytes(
          [("ok", JSON(status == .success))] + error + [
            ("files", JSON(reports)), ("summary", JSON(members: Report.summary(all))),
          ]), talk: talk)
    }
    let limit = arguments[.maximumErrors].flatMap { Int($0) } ?? Folding.defaultLimit
    let blocks = files.flatMap { $0.blocks(context.output, limit: limit) }
    let lines = blocks + (files.isEmpty ? [] : [summary(files)])
    let remark = arguments.has(.quiet) ? [] : choice.remark(context.talk)
    return Outcome(
      status, text: lines.isEmpty ? "" : lines.joined(separator: "\n\n") + "\n",
      talk: remark.map { $0 + "\n" }.joined() + talk)
  }

  /// A patch file and what was found in it.
  private struct File {
    let input: Input
    let draft: PatchDraft
    let diagnostics: [JSONPatch.Diagnostic]
    let secrets: Secrets
    /// Where not even a list of operations can be read, no line is shown that may have a secret.
    let hidesSource: Bool

    init(_ input: Input, _ profile: PatchProfile, _ document: JSON?, _ arguments: Arguments) {
      self.input = input
      draft = PatchDraft(
        parsing: input.bytes, acceptsEnvelope: true, limits: arguments.limits)
      (diagnostics, secrets) = profile.judge(
        draft, on: document, isStrict: arguments.has(.strict), limits: arguments.limits)
      hidesSource = draft.entries.isEmpty && profile.hasSecrets
    }

    /// What was found, for programs.
    var report: JSON {
      Report.file(input.name, operations: draft.entries.count, diagnostics)
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
    let place =
      files.count == 1 ? files[0].input.name.visible : ValueText.count(files.count, "file")
    let parts = [JSONPatch.Severity.error, .warning, .note].compactMap { severity in
      let count = all.count { $0.severity == severity }
      return count > 0 ? ValueText.count(count, severity.rawValue) : nil
    }
    guard parts.isEmpty else { return parts.joined(separator: ", ") + " in \(place)." }
    let operations = files.reduce(0) { $0 + $1.draft.entries.count }
    return "No problems in \(place) (\(ValueText.count(operations, "operation")))."
  }
}
