/// The verb that renders the request, and its options.
extension Verb {
  static let request = Verb(
    name: "request",
    abstract: "Print the HTTP request that submits a patch, unsent.",
    examples: [
      Example(
        "jpatch request patch.json --on flag.json --profile feature-flag",
        "The command line that would send the patch."),
      Example(
        "jpatch request patch.json --profile webhook --id 57be1db38b75bf0772d11384 -f http",
        "Without the resource, its address is given by options."),
    ],
    discussion: [
      """
      The address is that of the resource: what its own address in '_links.self.href' or its members \
      say, or options. A refused patch is not rendered, except with '--force'. The token is only ever \
      the variable LD_ACCESS_TOKEN, which the shell fills in and jpatch never reads. Where the patch \
      has secret values the command line takes the body from the patch file, so that none is shown.
      """
    ],
    parameters: [.patch],
    flags: [
      .document, .profile.required, .manifest, .strict, .reveal, .requestFormat, .requestComment,
      .baseURI, .projectKey,
      .environmentKey, .integrationKey, .identifier, .pathParameter, .dryRun, .force,
    ] + Flag.limits,
    action: RequestVerb.perform)
}

extension Flag {
  /// The form of a request.
  static let requestFormat = Flag(
    "format", letter: "f", value: "format", .choice(["curl", "http", "ldcli", "json"]),
    help: "The form of the request: curl, http (RFC 9112), ldcli or json. (default: curl)")

  static let requestComment = Flag(
    "comment", value: "text", .text,
    help: "Send the patch with a comment, as {\"comment\": …, \"patch\": […]}.")

  static let baseURI = Flag(
    "base-uri", value: "uri", .text,
    help: "The host: app.launchdarkly.com, app.launchdarkly.us, app.eu.launchdarkly.com or "
      + "another. (default: app.launchdarkly.com)")

  static let projectKey = Flag(
    "project-key", value: "key", .text, help: "The project in the address.")

  static let environmentKey = Flag(
    "environment-key", value: "key", .text, help: "The environment in the address.")

  static let integrationKey = Flag(
    "integration-key", value: "key", .text, help: "The integration in the address.")

  static let identifier = Flag(
    "id", value: "id", .text, help: "The resource's own identifier in the address.")

  static let pathParameter = Flag(
    "parameter", value: "name=value", .text,
    help: "Any parameter of the address, by its name there. May be given several times."
  ).repeated

  static let dryRun = Flag(
    "dry-run-param",
    help: "Ask the server to validate without saving, where it can: '?dryRun=true'.")

  static let force = Flag("force", help: "Render a refused patch too.")
}
