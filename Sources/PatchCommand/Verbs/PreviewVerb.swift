import JSONPatching
import PatchProfiles

/// `jpatch preview`: shows what a patch would do, and whether it is allowed.
enum PreviewVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    let review = try Review(arguments, context)
    let status: ExitStatus = review.preview.isAccepted ? .success : .refused
    if arguments.wantsJSON {
      return Outcome(status, output: Report.preview(review))
    }
    let screen = PreviewScreen(
      review: review, styling: context.output, isBrief: arguments.has(.brief),
      isFull: arguments.has(.full))
    let talk = arguments.has(.quiet) ? "" : notes(on: review, context.talk)
    return Outcome(status, text: screen.text, talk: talk)
  }

  /// The warnings about an accepted patch, and what could not be checked.
  private static func notes(on review: Review, _ styling: Styling) -> String {
    let preview = review.preview
    let choice = review.choice.remark(styling)
    guard preview.isAccepted else { return choice.map { $0 + "\n" }.joined() }
    var lines = choice + styling.remarks(about: preview.diagnostics)
    if let profile = review.profile {
      let name = review.profileArgument ?? profile.name
      lines += notes(on: preview, by: profile, named: name, styling)
    } else {
      lines += styling.remark("note:", .faint, "no profile was named, so every path is allowed.")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What a profile cannot promise.
  private static func notes(
    on preview: PatchPreview, by profile: PatchProfile, named name: String, _ styling: Styling
  ) -> [String] {
    var lines: [String] = []
    let weak = preview.changes.count { $0.evidence != .documented && $0.evidence != .general }
    if weak > 0 {
      let subject = weak == 1 ? "1 change touches a path" : "\(weak) changes touch paths"
      let text = "\(subject) that the endpoint's description does not call editable."
      lines += styling.remark("warning:", .warning, text)
      let command = "jpatch \(Verb.profile.name) \(Verb.profileExplain.name) \(name)"
      lines += styling.remark("  see:", .faint, command)
    }
    for sentence in preview.unchecked {
      lines += styling.remark("note:", .faint, "not checked: \(sentence).")
    }
    let dryRun = profile.hasDryRun ? "" : " This endpoint has no dry run of its own."
    let text = """
      offline preview. Not checked: permissions, required approvals, value rules of the server, \
      rate limits.\(dryRun)
      """
    return lines + styling.remark("note:", .faint, text)
  }
}
