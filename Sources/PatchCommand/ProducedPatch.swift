import JSONPatching
import PatchProfiles

/// A patch that a verb has made, to be judged before it is printed.
struct ProducedPatch {
  /// The patch as text, under the name that findings in it have.
  let input: Input
  private let patch: JSONPatch

  init(_ patch: JSONPatch, named name: String) {
    self.patch = patch
    input = Input(name: name, bytes: PatchText(patch: patch).bytes)
  }

  /// Refuses a patch that the profile does not accept; returns what is doubtful about one that it does.
  func judge(
    on document: JSON, by profile: PatchProfile, _ arguments: Arguments, _ context: Context
  ) throws(Failure) -> String {
    let limits = arguments.limits
    let preview = profile.preview(
      try input.draft(context, limits), of: document, isStrict: arguments.has(.strict),
      limits: limits)
    let masked = input.masked(by: preview.secrets)
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

extension PatchProfile {
  /// What the secret places of a document hold.
  func secrets(of document: JSON) -> Secrets { judge(PatchDraft([]), on: document).secrets }
}
