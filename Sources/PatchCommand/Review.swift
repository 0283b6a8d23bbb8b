import JSONPatching
import PatchProfiles

/// A patch, judged on a resource.
struct Review: Sendable {
  /// The patch file.
  let patch: Input
  /// The resource's file.
  let resource: Input
  /// The resource.
  let document: JSON
  /// The patch as it was read.
  let draft: PatchDraft
  /// The profile that the user asked for, and how it was chosen.
  let choice: ProfileChoice
  /// The profile as it can be named on a command line again.
  let profileArgument: String?
  /// The option that names the user's own form variables.
  let givenManifest: String
  /// Only what the description of the endpoint states was accepted.
  let isStrict: Bool
  /// The options that set other limits.
  let givenLimits: String
  /// The judgement.
  let preview: PatchPreview

  /// Reads the files that a command line names and judges the patch.
  init(_ arguments: Arguments, _ context: Context) throws(Failure) {
    var choice = try ProfileChoice(arguments, context)
    let inputs = try context.read(
      [arguments.words[0], arguments[.document] ?? "-"], for: arguments)
    (patch, resource) = (inputs[0], inputs[1])
    let limits = arguments.limits
    document = try resource.document(context, limits, hidesText: choice.hidesText)
    givenLimits = arguments.givenLimits
    isStrict = arguments.has(.strict)
    try choice.decide(by: document, arguments)
    draft = try patch.draft(context, limits, for: choice)
    self.choice = choice
    profileArgument = choice.argument(arguments)
    givenManifest =
      arguments[.manifest].map { " \(Flag.manifest.spelling) \($0.visible.shellWord)" } ?? ""
    preview = (choice.profile ?? .unrestricted).preview(
      draft, of: document, isStrict: isStrict, limits: limits)
  }

  /// The profile; `nil` where RFC 6902 alone judges.
  var profile: PatchProfile? { choice.profile }

  /// What keeps secrets out of sight.
  var redaction: Redaction { Redaction(preview.secrets) }

  /// The document without its secrets.
  var redactedDocument: JSON {
    redaction.redact(document, at: .root, places: secretPlaces(in: document))
  }

  /// The patched document without its secrets; `nil` if the patch is refused.
  var redactedResult: JSON? {
    preview.result.map {
      redaction.redact($0, at: .root, places: secretPlaces(in: $0), comparedTo: document)
    }
  }

  private func secretPlaces(in document: JSON) -> [JSONPointer] {
    profile?.sensitivePointers(in: document) ?? []
  }

  /// The command line that shows the findings in full.
  var validateCommand: String {
    let profile = profileArgument.map { " --profile \($0)" + givenManifest } ?? ""
    let files = "\(patch.argument) --on \(resource.argument)"
    return
      "\(Verb.root.name) \(Verb.validate.name) \(files)\(profile)\(isStrict ? " --strict" : "")"
      + givenLimits
  }
}
