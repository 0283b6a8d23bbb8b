/// The command table: every verb with its arguments and options.
///
/// Parsing and help derive from it; a new verb is a new entry here and a file under `Verbs`.
extension Verb {
  /// The tool itself.
  static let root = Verb(
    name: "jpatch",
    abstract: "Preview, check and apply JSON Patch (RFC 6902) documents, offline.",
    examples: [
      Example(
        "jpatch preview patch.json --on flag-import.json --profile flag-import-configuration",
        "What would this patch do, and would it be allowed?")
    ],
    discussion: [
      """
      Nothing is ever sent over a network. The exit status is 0 for yes, 1 for no (refused, \
      failed, not found), 2 for trouble (a file that cannot be read, written or understood) and \
      64 for a wrong command line.
      """
    ],
    flags: [.version],
    verbs: [preview, apply, diff, validate, invert, convert, request, get, profile, help],
    action: HelpVerb.performRoot)

  static let preview = Verb(
    name: "preview",
    abstract: "Show what a patch would do to a resource, and whether its profile allows it.",
    examples: [
      Example(
        "jpatch preview patch.json --on delivery.json --profile integration-delivery-configuration",
        "Judge a patch by the rules of a resource."),
      Example("curl … | jpatch preview patch.json --on -", "Judge it by RFC 6902 alone."),
    ],
    discussion: [
      """
      The verdict is the line that begins with Accepted or Refused. All operations are judged, \
      each against the resource as the earlier good ones leave it; a patch is applied as a whole \
      or not at all. Secret values are not shown.
      """
    ],
    parameters: [.patch],
    flags: [.document.required] + Flag.judging + [.brief, .full, .format, .json]
      + Flag.limits,
    action: PreviewVerb.perform)

  static let apply = Verb(
    name: "apply",
    abstract: "Write the patched document.",
    examples: [
      Example("jpatch apply patch.json --on delivery.json", "Print the patched document."),
      Example("jpatch apply patch.json --on delivery.json -i --backup", "Change the file itself."),
      Example("jpatch apply -p a.json -p b.json --on delivery.json", "Apply patches in turn."),
    ],
    discussion: [
      """
      Whatever the patch does not touch keeps its text: order of members, spelling of numbers and \
      strings, white space. A patch that fails or that the profile refuses changes nothing, and \
      of several patches either all take effect or none.
      """,
      """
      The document is written with its secrets, also with a profile; messages about it show none.
      """,
    ],
    parameters: [.optionalPatch],
    flags: [
      .document.required, .patches, .merge,
    ] + Flag.judging + [
      .inPlace, .backup,
      .outputFile,
      .compact, .indent,
      .sortKeys,
    ] + Flag.limits,
    contradictions: [
      ["in-place", "output"], ["compact", "indent"],
    ],
    action: ApplyVerb.perform)

  static let validate = Verb(
    name: "validate",
    abstract: "Report every problem of patch files, with or without the resource.",
    examples: [
      Example(
        "jpatch validate *.json --profile flag-import-configuration",
        "Check patch files by the rules of a resource."),
      Example(
        "jpatch validate patch.json --on delivery.json -o json",
        "Check a patch against a document, for a program."),
    ],
    parameters: [.patches],
    flags: [.document] + Flag.judging + [.maximumErrors, .format, .json] + Flag.limits,
    action: ValidateVerb.perform)

  static let get = Verb(
    name: "get",
    abstract: "Print the value at a JSON Pointer (RFC 6901).",
    examples: [
      Example("jpatch get /tags/0 --on delivery.json", "Print the first tag."),
      Example("jpatch get --on delivery.json -- ''", "Print the whole document."),
    ],
    parameters: [.pointer],
    flags: [.document.required, .maximumDepth],
    action: GetVerb.perform)

  static let profile = Verb(
    name: "profile",
    abstract: "Show the profiles: the rules of the resources, and where each comes from.",
    verbs: [profileList, profileShow, profileExplain])

  static let profileList = Verb(
    name: "list",
    abstract: "List the profiles.",
    flags: [.format, .json],
    action: ProfileVerb.performList)

  static let profileShow = Verb(
    name: "show",
    abstract: "Print a profile as JSON.",
    parameters: [.profileName],
    action: ProfileVerb.performShow)

  static let profileExplain = Verb(
    name: "explain",
    abstract: "Say what a profile allows, at all paths or at one, and on what grounds.",
    examples: [
      Example(
        "jpatch profile explain integration-configuration /on", "Why is this path doubtful?")
    ],
    parameters: [.profileName, .optionalPointer],
    action: ProfileVerb.performExplain)

  static let help = Verb(
    name: "help",
    abstract: "Show help for a subcommand, or say what the code of a finding means.",
    examples: [
      Example("jpatch help codes", "List the codes that stand in brackets behind findings."),
      Example("jpatch help path-not-found", "What does this one mean?"),
    ],
    parameters: [.verbs],
    action: HelpVerb.perform)
}
