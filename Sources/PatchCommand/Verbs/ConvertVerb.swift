import JSONPatching

/// `jpatch convert`: turns patches of one form into another.
enum ConvertVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    let form = arguments[.target] ?? ""
    if arguments.has(.comment), !form.hasSameBytes(as: "wrapped") {
      throw Failure(usage: "option '--comment' needs '--to wrapped'", arguments)
    }
    switch form {
    case "merge":
      let (patch, document) = try read(arguments, context)
      return try merge(patch, on: document, arguments, context)
    case "patch":
      let (patch, document) = try read(arguments, context)
      let converted = try patch.mergePatch(context, arguments.limits).patch(on: document)
      return Outcome(.success, output: PatchText(patch: converted).bytes)
    case "wrapped":
      let (draft, patch) = try bare(arguments, context)
      return Outcome(.success, output: wrapped(patch, arguments[.comment] ?? draft.comment))
    default:
      return Outcome(
        .success, output: PatchText(patch: try bare(arguments, context).patch).bytes)
    }
  }

  /// Reads the patch and the document that tells what it means.
  private static func read(
    _ arguments: Arguments, _ context: Context
  ) throws(Failure) -> (patch: Input, document: JSON) {
    guard let name = arguments[.document] else {
      let form = arguments[.target] ?? ""
      throw Failure(usage: "'--to \(form)' needs the document: '--on <document>'", arguments)
    }
    let inputs = try context.read([arguments.words[0], name], for: arguments)
    return (inputs[0], try inputs[1].document(context, arguments.limits))
  }

  private static func merge(
    _ patch: Input, on document: JSON, _ arguments: Arguments, _ context: Context
  ) throws(Failure) -> Outcome {
    let draft = try patch.draft(context, arguments.limits)
    // The screen of a patch that cannot be applied is that of `apply`.
    _ = try ApplyVerb.apply(draft, to: document, patch, by: nil, arguments, context)
    let conversion: JSONPatch.MergeConversion
    do {
      conversion = try JSONPatch(draft.entries.compactMap(\.operation))
        .mergePatch(on: document, limits: arguments.limits)
    } catch {
      throw .notExpressible(error, status: .refused)
    }
    let warnings = conversion.losses.map { loss in
      let place = loss.pointer.map { "\($0.visible): " } ?? ""
      return context.talk.paint("warning:", .warning) + " \(place)\(loss.message) [\(loss.code)]\n"
    }
    let bytes = conversion.patch.json.serialized(as: .pretty(indent: 2)).visibleJSON
    return Outcome(
      .success, output: bytes + [UInt8(ascii: "\n")],
      talk: arguments.has(.quiet) ? "" : warnings.joined())
  }

  /// Reads a patch of good form, in an envelope or not.
  private static func bare(
    _ arguments: Arguments, _ context: Context
  ) throws(Failure) -> (draft: PatchDraft, patch: JSONPatch) {
    let input = try context.read(arguments.words[0], for: arguments)
    let draft = try input.draft(context, arguments.limits)
    let problems = draft.allDiagnostics
    guard !problems.contains(where: { $0.severity == .error }) else {
      throw ApplyVerb.refusal(problems, input, context)
    }
    return (draft, JSONPatch(draft.entries.compactMap(\.operation)))
  }

  /// The patch in the envelope that LaunchDarkly takes.
  private static func wrapped(_ patch: JSONPatch, _ comment: String?) -> [UInt8] {
    var members: [(String, JSON)] = []
    if let comment { members.append(("comment", JSON(comment))) }
    members.append(("patch", patch.json))
    let json = JSON(members: members)
    return json.serialized(as: .pretty(indent: 2)).visibleJSON + [UInt8(ascii: "\n")]
  }
}
