import JSONPatching
import PatchProfiles

/// `jpatch invert`: makes the patch that takes another patch back.
enum InvertVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    var choice = try ProfileChoice(arguments, context)
    let hidesText = choice.hidesText
    let inputs = try context.read(
      [arguments.words[0], arguments[.document] ?? "-"], for: arguments)
    let document = try inputs[1].document(context, arguments.limits, hidesText: hidesText)
    try choice.decide(by: document, arguments)
    let draft = try inputs[0].draft(context, arguments.limits, for: choice)
    let result = try ApplyVerb.apply(
      draft, to: document, inputs[0], by: choice.profile, arguments, context)
    let inverse = try inverse(
      of: draft, on: document, tests: arguments.has(.selfGuard), limits: arguments.limits)
    let output = Input(name: "the inverse", bytes: PatchText(patch: inverse).bytes)
    var talk = ""
    if let profile = choice.profile {
      talk = try judge(output, on: result, by: profile, arguments, context)
    }
    return Outcome(
      .success, output: output.bytes, talk: arguments.has(.quiet) ? "" : talk)
  }

  private static func inverse(
    of draft: PatchDraft, on document: JSON, tests: Bool, limits: JSONPatch.Limits
  ) throws(Failure) -> JSONPatch {
    do {
      return try JSONPatch(draft.entries.compactMap(\.operation))
        .inverted(on: document, tests: tests, limits: limits)
    } catch {
      throw Failure(.refused, error.code, error.message.visible)
    }
  }

  /// Refuses an inverse that the profile does not accept; returns what is doubtful about one that it does.
  private static func judge(
    _ inverse: Input, on result: JSON, by profile: PatchProfile, _ arguments: Arguments,
    _ context: Context
  ) throws(Failure) -> String {
    let preview = profile.preview(
      try inverse.draft(context), of: result, isStrict: arguments.has(.strict))
    let masked = inverse.masked(by: preview.secrets)
    guard preview.isAccepted else {
      throw ApplyVerb.refusal(preview.diagnostics, masked, context)
    }
    let text = DiagnosticText(source: masked, styling: context.talk)
    let folding = Folding(preview.diagnostics, limit: Folding.defaultLimit)
    let lines =
      folding.shown.flatMap { text.lines(for: $0) }
      + folding.remainders.map { "\(context.talk.symbols.ellipsis) \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }
}
