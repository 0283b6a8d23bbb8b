import JSONPatching
import PatchProfiles

/// `jpatch apply`: writes the patched document.
enum ApplyVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    try check(arguments)
    let names = arguments.words + arguments.values(of: .patches)
    var patches = try context.read(names + [arguments[.document] ?? "-"], for: arguments)
    let resource = patches.removeLast()
    var choice = try ProfileChoice(arguments, context)
    let hidesText = choice.hidesText
    var document = try resource.document(context, arguments.limits, hidesText: hidesText)
    try choice.decide(by: document, arguments)
    var operations = 0
    for patch in patches {
      let draft =
        arguments.has(.merge)
        ? try patch.mergeDraft(on: document, context, arguments.limits, hidesText: hidesText)
        : try patch.draft(context, arguments.limits, for: choice)
      document = try apply(draft, to: document, patch, by: choice.profile, arguments, context)
      operations += draft.entries.count
    }
    let bytes = try serialize(document, arguments)
    var outcome = try deliver(bytes, operations: operations, in: resource, arguments, context)
    if !arguments.has(.quiet) {
      outcome.talk = (choice.remark(context.talk) + [outcome.talk]).joined(separator: "\n")
    }
    return outcome
  }

  /// Applies a patch that the profile does not refuse.
  static func apply(
    _ draft: PatchDraft, to document: JSON, _ patch: Input, by profile: PatchProfile?,
    _ arguments: Arguments, _ context: Context
  ) throws(Failure) -> JSON {
    let preview = profile?.preview(
      draft, of: document, isStrict: arguments.has(.strict), limits: arguments.limits)
    if let preview, !preview.isAccepted {
      throw refusal(preview.diagnostics, patch.masked(by: preview.secrets), context)
    }
    return try apply(draft, to: document, judged: preview, patch, arguments.limits, context)
  }

  /// Checks what the command table cannot say.
  private static func check(_ arguments: Arguments) throws(Failure) {
    if arguments.words.isEmpty, !arguments.has(.patches) {
      throw Failure(usage: "the argument <patch> is missing", arguments)
    }
    if arguments.has(.inPlace), arguments[.document]?.hasSameBytes(as: "-") == true {
      throw Failure(usage: "standard input cannot be changed in place", arguments)
    }
    if arguments.has(.backup), !arguments.has(.inPlace) {
      throw Failure(usage: "option '--backup' needs '--in-place'", arguments)
    }
  }

  /// Applies the patch by RFC 6902, whatever the profile has said of it: a preview lets a test pass
  /// that cannot be decided, and a document is never written on that ground.
  private static func apply(
    _ draft: PatchDraft, to document: JSON, judged preview: PatchPreview?, _ patch: Input,
    _ limits: JSONPatch.Limits, _ context: Context
  ) throws(Failure) -> JSON {
    let problems = draft.allDiagnostics
    guard !problems.contains(where: { $0.severity == .error }) else {
      throw refusal(problems, patch, context)
    }
    do {
      return try document.applying(
        JSONPatch(draft.entries.compactMap(\.operation)), limits: limits)
    } catch {
      let secrets = preview?.secrets ?? Secrets()
      if var undecided = preview?.undecidedTest(at: error.operationIndex) {
        undecided.severity = .error
        throw refusal([undecided], patch.masked(by: secrets), context)
      }
      let range = error.operationIndex.flatMap { index in
        draft.entries.indices.contains(index) ? draft.entries[index].range(of: error) : nil
      }
      throw failure(
        error, hiding: secrets,
        at: DiagnosticText(source: patch, styling: context.talk).location(of: range), context)
    }
  }

  /// The screen of a patch that cannot be applied.
  private static func failure(
    _ error: JSONPatchError, hiding secrets: Secrets, at location: String, _ context: Context
  ) -> Failure {
    let place = error.operationIndex.map { "operation \($0) (\(location)): " } ?? ""
    let values = ValueText(styling: context.talk, isFull: false)
    let room = context.talk.columns - 11
    var details: [String] = []
    if let expected = error.expected {
      details.append("  expected " + values.text(of: secrets.masked(expected), columns: room))
    }
    if let found = error.found {
      details.append("  found    " + values.text(of: secrets.masked(found), columns: room))
    }
    if let help = error.diagnostic.namingOption.help {
      details.append("  help: " + secrets.masked(help).visible)
    }
    return Failure(
      .refused, error.code, "\(place)\(secrets.masked(error.message).visible) [\(error.code)]",
      details: details + ["nothing was written."])
  }

  /// The screen of a patch whose operations are malformed or not allowed.
  static func refusal(
    _ diagnostics: [JSONPatch.Diagnostic], _ patch: Input, _ context: Context,
    ending: String = "nothing was written."
  ) -> Failure {
    let text = DiagnosticText(source: patch, styling: context.talk)
    let folding = Folding(
      diagnostics.filter { $0.severity == .error }, limit: Folding.defaultLimit)
    let lines =
      folding.shown.flatMap { text.lines(for: $0) + [""] }
      + folding.remainders.map { "\(context.talk.symbols.ellipsis) \($0)" }
    return Failure(.refused, diagnostics, in: patch, details: lines + [ending])
  }

  /// The document in the form that is asked for.
  private static func serialize(
    _ document: JSON, _ arguments: Arguments
  ) throws(Failure) -> [UInt8] {
    var format = JSON.Format.preserved
    if arguments.has(.compact) {
      format = .compact
    } else if let indent = arguments[.indent].flatMap({ Int($0) }) {
      format = .pretty(indent: indent)
    }
    let isPreserved = format == .preserved
    if arguments.has(.sortKeys) { format = format.sortingMembers }
    // The indentation of a deep document may be many times as long as its text.
    let limit = arguments.limits.resultBytes
    guard let bytes = document.serialized(as: format, limit: limit) else {
      let diagnostic = JSONPatch.Diagnostic(
        code: .limitExceeded, severity: .error,
        message: "the document exceeds the limit of \(limit) result bytes"
      ).namingOption
      throw Failure(
        .refused, diagnostic.code, "\(diagnostic.message) [\(diagnostic.code)]",
        details: (diagnostic.help.map { ["  help: \($0)"] } ?? []) + ["nothing was written."])
    }
    // A document that keeps its form also keeps the end that it had.
    return isPreserved ? bytes : bytes + [UInt8(ascii: "\n")]
  }

  /// Brings the document to where it is wanted.
  private static func deliver(
    _ bytes: [UInt8], operations: Int, in resource: Input, _ arguments: Arguments,
    _ context: Context
  ) throws(Failure) -> Outcome {
    let isInPlace = arguments.has(.inPlace)
    let target = isInPlace ? resource.name : arguments[.outputFile] ?? "-"
    guard isInPlace || !target.hasSameBytes(as: "-") else {
      guard context.host.terminal.isOutput else { return Outcome(.success, output: bytes) }
      let line = bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
      return Outcome(.success, output: line.visibleJSON)
    }
    let isUnchanged = isInPlace && bytes == resource.bytes
    if !isUnchanged {
      do {
        try context.files.write(
          bytes, to: target, backupSuffix: arguments.has(.backup) ? ".orig" : nil)
      } catch {
        throw Failure(error)
      }
    }
    guard !arguments.has(.quiet) else { return Outcome(.success) }
    let what = isUnchanged ? "unchanged" : isInPlace ? "updated" : "wrote"
    let count = ValueText.count(operations, "operation")
    return Outcome(.success, talk: "\(what) \(target.visible) (\(count))\n")
  }
}

extension PatchPreview {
  /// What is said about a test that cannot be decided.
  fileprivate func undecidedTest(at index: Int?) -> JSONPatch.Diagnostic? {
    diagnostics.first { $0.code == .testUndecided && $0.operationIndex == index }
  }
}
