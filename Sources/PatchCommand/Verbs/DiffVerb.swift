import JSONPatching
import PatchProfiles

/// `jpatch diff`: makes the patch that leads from one document to another.
enum DiffVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    if arguments.has(.gitDriver) { return try GitDriver.perform(arguments, context) }
    guard arguments.words.count > 1 else {
      throw Failure(usage: "the argument <new> is missing", arguments)
    }
    guard arguments.words.count == 2 else {
      let word = arguments.words[2].visible
      throw Failure(usage: "unexpected argument '\(word)' for 'diff'", arguments)
    }
    let inputs = try context.read(arguments.words, for: arguments)
    var choice = try ProfileChoice(arguments, context)
    let documents = try inputs.map { input throws(Failure) in
      try input.document(context, arguments.limits, hidesText: choice.hidesText)
    }
    try choice.decide(by: documents[0], arguments)
    let comparison = try Comparison(
      from: documents[0], to: documents[1], by: choice.profile, arguments)

    let skipped = SkippedDifferences(comparison: comparison, styling: context.talk).lines
    if arguments[.skipped] == "fail", !skipped.isEmpty {
      return refuse(comparison, skipped, arguments)
    }
    let isHidden = arguments[.skipped] == "hide"
    let isSame = comparison.patch.isEmpty && (isHidden || skipped.isEmpty)
    let talk =
      isHidden || arguments.has(.quiet) ? "" : skipped.map { $0 + "\n" }.joined()
    let output: [UInt8]
    do {
      output = try self.output(comparison, inputs.map(\.name), isSame: isSame, arguments, context)
    } catch {
      let report = arguments.wantsJSON ? Report.difference(comparison, endedBy: error) : []
      return Outcome(error.status, output: report, talk: talk + error.text(context.talk))
    }
    return Outcome(isSame ? .success : .refused, output: output, talk: talk)
  }

  /// The end where no difference may be left out, and some would be.
  private static func refuse(
    _ comparison: Comparison, _ skipped: [String], _ arguments: Arguments
  ) -> Outcome {
    let failure = Failure(
      .trouble, .differencesSkipped, "the profile leaves differences out")
    let report = arguments.wantsJSON ? Report.difference(comparison, endedBy: failure) : []
    let lines = skipped + ["no patch was written."]
    return Outcome(
      failure.status, output: report, talk: lines.map { $0 + "\n" }.joined())
  }

  private static func output(
    _ comparison: Comparison, _ names: [String], isSame: Bool, _ arguments: Arguments,
    _ context: Context
  ) throws(Failure) -> [UInt8] {
    let format = arguments.wantsJSON ? "json" : arguments[.differenceFormat]
    switch format {
    case "merge": return try mergePatch(comparison)
    case "unified":
      let lines = try unifiedLines(of: comparison, context.output)
      let head = ["--- \(names[0].visible)", "+++ \(names[1].visible)"]
      let all = lines.isEmpty ? [] : head.map { context.output.paint($0, .strong) } + lines
      return Array(all.map { $0 + "\n" }.joined().utf8)
    default:
      try comparison.checkExposure(of: comparison.patch.json)
      return format?.hasSameBytes(as: "json") ?? false
        ? Report.difference(comparison, isSame: isSame)
        : PatchText(patch: comparison.patch).bytes
    }
  }

  /// The lines that differ, of documents that are laid out alike.
  static func unifiedLines(
    of comparison: Comparison, _ styling: Styling
  ) throws(Failure) -> [String] {
    let result = try comparison.result()
    return UnifiedDifference(
      from: UnifiedDifference.lines(of: comparison.redact(comparison.old)),
      to: UnifiedDifference.lines(of: comparison.redact(result, comparedTo: comparison.old)),
      styling: styling
    ).lines
  }

  private static func mergePatch(_ comparison: Comparison) throws(Failure) -> [UInt8] {
    let result = try comparison.result()
    let patch: JSONMergePatch
    do {
      patch = try result.mergeDifference(from: comparison.old)
    } catch {
      throw .notExpressible(error, hiding: comparison.redaction)
    }
    try comparison.checkExposure(of: patch.json)
    return patch.json.laidOut
  }
}

extension Failure {
  /// A change that no merge patch can express: there is no answer, whatever the verb.
  static func notExpressible(_ error: JSONPatchError, hiding redaction: Redaction) -> Failure {
    let place = error.pointer.map { "\(redaction.spelling(of: $0)): " } ?? ""
    return Failure(
      .trouble, error.code,
      "\(place)\(redaction.secrets.masked(error.message).visible) [\(error.code)]",
      details: (error.help.map { ["  help: \($0.visible)"] } ?? []) + ["nothing was written."])
  }
}
