import JSONPatching
import PatchProfiles

/// `jpatch convert`: turns patches of one form into another.
struct ConvertVerb {
  private let arguments: Arguments
  private let context: Context
  private let patch: Input
  private let document: JSON?
  private let choice: ProfileChoice

  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    let form = arguments[.target] ?? ""
    if arguments.has(.comment), !form.hasSameBytes(as: "wrapped") {
      throw Failure(usage: "option '--comment' needs '--to wrapped'", arguments)
    }
    let verb = try ConvertVerb(arguments, context)
    var outcome: Outcome
    switch form {
    case "merge": outcome = try verb.merge(on: verb.requiredDocument(for: form))
    case "patch": outcome = try verb.operations(on: verb.requiredDocument(for: form))
    case "wrapped": outcome = try verb.wrapped()
    default: outcome = try verb.bare()
    }
    let remark = verb.choice.remark(context.talk).map { $0 + "\n" }.joined()
    outcome.talk = arguments.has(.quiet) ? "" : remark + outcome.talk
    return outcome
  }

  /// Reads the patch and, if there is one, the document that tells what it means.
  private init(_ arguments: Arguments, _ context: Context) throws(Failure) {
    var choice = try ProfileChoice(arguments, context)
    let names = [arguments.words[0], arguments[.document]].compactMap(\.self)
    let inputs = try context.read(names, for: arguments)
    var document: JSON?
    if inputs.count > 1 {
      document = try inputs[1].document(context, arguments.limits, hidesText: choice.hidesText)
    }
    try choice.decide(by: document, arguments)
    (self.arguments, self.context, self.choice) = (arguments, context, choice)
    (patch, self.document) = (inputs[0], document)
  }

  private func requiredDocument(for form: String) throws(Failure) -> JSON {
    guard let document else {
      throw Failure(usage: "'--to \(form)' needs the document: '--on <document>'", arguments)
    }
    return document
  }

  // MARK: Between JSON Patches and merge patches

  private func merge(on document: JSON) throws(Failure) -> Outcome {
    let draft = try patch.draft(context, arguments.limits, for: choice)
    // The screen of a patch that cannot be applied is that of `apply`.
    _ = try ApplyVerb.apply(draft, to: document, patch, by: choice.profile, arguments, context)
    let original = JSONPatch(draft.entries.compactMap(\.operation))
    let redaction = redaction(of: draft, on: document)
    let conversion: JSONPatch.MergeConversion
    do {
      conversion = try original.mergePatch(on: document, limits: arguments.limits)
    } catch {
      throw .notExpressible(error, hiding: redaction)
    }
    var talk = ""
    let operations = conversion.patch.patch(on: document)
    try redaction.checkExposure(of: conversion.patch.json, doing: operations)
    if let profile = choice.profile {
      let produced = ProducedPatch(operations, named: "the merge patch, as operations")
      talk = try produced.judge(on: document, by: profile, arguments, context)
    }
    return Outcome(
      .success, output: conversion.patch.json.laidOut,
      talk: talk + warnings(of: conversion.losses, redaction))
  }

  /// What keeps the secrets of a patch and of its document out of sight.
  private func redaction(of draft: PatchDraft, on document: JSON?) -> Redaction {
    Redaction(
      choice.profile?.judge(draft, on: document, limits: arguments.limits).secrets ?? Secrets())
  }

  /// What a merge patch does not say, and whether the resource takes one.
  private func warnings(
    of losses: [JSONPatch.Diagnostic], _ redaction: Redaction
  ) -> String {
    var texts = losses.map { loss in
      let place = loss.pointer.map { redaction.secrets.masked($0).visible + ": " } ?? ""
      return "\(place)\(loss.message) [\(loss.code)]"
    }
    if let profile = choice.profile, !profile.otherFormats.formats.contains(.mergePatch) {
      texts.append(
        "\(profile.name) documents JSON Patch only, not merge patch "
          + "[\(JSONPatch.Code.formatNotDocumented)]")
    }
    return texts.map { context.talk.paint("warning:", .warning) + " \($0)\n" }.joined()
  }

  private func operations(on document: JSON) throws(Failure) -> Outcome {
    let hidesText = choice.hidesText
    let merge = try patch.mergePatch(context, arguments.limits, hidesText: hidesText)
    let operations = merge.patch(on: document)
    if choice.profile != nil {
      _ = try ApplyVerb.apply(
        PatchDraft(operations), to: document, patch, by: choice.profile, arguments, context)
    }
    try redaction(of: PatchDraft(operations), on: document)
      .checkExposure(of: operations.json, doing: operations)
    return Outcome(.success, output: PatchText(patch: operations).bytes)
  }

  // MARK: Envelopes

  private func bare() throws(Failure) -> Outcome {
    let (draft, patch) = try wellFormed()
    try redaction(of: draft, on: document).checkExposure(of: patch.json, doing: patch)
    return Outcome(.success, output: PatchText(patch: patch).bytes)
  }

  /// The patch in the envelope that LaunchDarkly takes, as far as the profile knows one.
  private func wrapped() throws(Failure) -> Outcome {
    let (draft, patch) = try wellFormed()
    var members: [(String, JSON)] = []
    if let comment = arguments[.comment] ?? draft.comment {
      members.append(("comment", JSON(comment)))
    }
    members.append(("patch", patch.json))
    let envelope = JSON(members: members)
    try redaction(of: draft, on: document).checkExposure(of: envelope, doing: patch)
    let doubts = choice.profile?.envelopeDiagnostics ?? []
    guard !doubts.contains(where: { $0.severity == .error }) else {
      throw ApplyVerb.refusal(doubts, self.patch, context)
    }
    let remarks = context.talk.remarks(about: doubts)
    return Outcome(
      .success, output: envelope.laidOut, talk: remarks.map { $0 + "\n" }.joined())
  }

  /// Reads a patch of good form whose operations the profile does not refuse, in an envelope or not.
  private func wellFormed() throws(Failure) -> (draft: PatchDraft, patch: JSONPatch) {
    let draft = try patch.draft(context, arguments.limits, for: choice)
    let (problems, secrets) = (choice.profile ?? .unrestricted).judge(
      draft, on: document, isStrict: arguments.has(.strict), limits: arguments.limits)
    let errors = problems.filter { $0.severity == .error && $0.code != .envelope }
    guard errors.isEmpty else {
      throw ApplyVerb.refusal(errors, patch.masked(by: secrets), context)
    }
    return (draft, JSONPatch(draft.entries.compactMap(\.operation)))
  }
}
