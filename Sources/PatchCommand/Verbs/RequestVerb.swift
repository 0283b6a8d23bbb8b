import JSONPatching
import PatchProfiles

/// `jpatch request`: prints the request that submits a patch.
enum RequestVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    let judgement = try Judgement(arguments, context)
    let isRefused = judgement.diagnostics.contains { $0.severity == .error }
    if isRefused, !arguments.has(.force) {
      throw ApplyVerb.refusal(
        judgement.diagnostics, judgement.patch.masked(by: judgement.secrets), context,
        ending: "nothing was rendered; '\(Flag.force.spelling)' renders it all the same.")
    }
    let request = try request(judgement, arguments)
    let body = try RequestBody(
      judgement.draft, in: judgement.patch, comment: arguments[.requestComment],
      hiding: judgement.secrets, arguments)
    var output = try output(request, body, judgement, arguments)
    // A request has no line break behind its body, but a prompt needs one before it.
    if context.host.terminal.isOutput, output.last != UInt8(ascii: "\n") {
      output.append(UInt8(ascii: "\n"))
    }
    let notes = arguments.has(.quiet) ? [] : notes(request, body, judgement, arguments, context)
    return Outcome(
      isRefused ? .refused : .success, output: output, talk: notes.map { $0 + "\n" }.joined())
  }

  /// A patch file and what a profile says of it.
  private struct Judgement {
    let patch: Input
    let document: JSON?
    let draft: PatchDraft
    let choice: ProfileChoice
    let profile: PatchProfile
    let diagnostics: [JSONPatch.Diagnostic]
    let secrets: Secrets

    init(_ arguments: Arguments, _ context: Context) throws(Failure) {
      var choice = try ProfileChoice(arguments, context)
      let limits = arguments.limits
      let inputs = try context.read(
        [arguments.words[0]] + (arguments[.document].map { [$0] } ?? []), for: arguments)
      patch = inputs[0]
      document =
        if inputs.count > 1 {
          try inputs[1].document(context, limits, hidesText: choice.hidesText)
        } else { nil }
      try choice.decide(by: document, arguments)
      draft = try patch.draft(context, limits, for: choice)
      self.choice = choice
      profile = choice.profile ?? .unrestricted
      let judged = profile.judge(
        draft, on: document, isStrict: arguments.has(.strict), limits: limits)
      let isNewEnvelope = arguments.has(.requestComment) && !draft.isWrapped
      diagnostics = judged.diagnostics + (isNewEnvelope ? profile.envelopeDiagnostics : [])
      secrets = judged.secrets
    }
  }

  private static func request(
    _ judgement: Judgement, _ arguments: Arguments
  ) throws(Failure) -> PatchRequest {
    let parameters = try arguments.pathParameters(of: judgement.profile)
    do {
      return try judgement.profile.request(
        for: judgement.document, parameters: parameters, base: arguments[.baseURI],
        isDryRun: arguments.has(.dryRun))
    } catch {
      throw Failure(usage: error.message.visible + hint(error), arguments)
    }
  }

  private static func output(
    _ request: PatchRequest, _ body: RequestBody, _ judgement: Judgement, _ arguments: Arguments
  ) throws(Failure) -> [UInt8] {
    let text = RequestText(request: request, body: body)
    switch arguments[.requestFormat] {
    case "json":
      return Report.request(
        request, body, for: judgement.profile, of: judgement.patch,
        operations: judgement.draft.entries.count, judgement.diagnostics)
    case "http":
      return Array(text.http.utf8)
    case "ldcli":
      guard let command = judgement.profile.endpoint.command else {
        throw Failure(usage: "ldcli sends requests to LaunchDarkly only", arguments)
      }
      if let stranger = request.parameters.first(where: { !$0.isPlain }) {
        throw Failure(
          usage: "'\(stranger.name.visible)' has characters that ldcli does not escape; "
            + "'\(Flag.requestFormat.spelling) curl' does", arguments)
      }
      guard body.bytes.count <= RequestBody.longestArgumentOfLinux else {
        throw Failure(
          usage: "the body is too long for ldcli, which takes it as an argument only; "
            + "'\(Flag.requestFormat.spelling) curl' has no such limit", arguments)
      }
      return Array(text.ldcli(calling: command).utf8)
    default:
      return Array(text.curl.utf8)
    }
  }

  /// How to give what is missing.
  private static func hint(_ problem: PatchRequest.Problem) -> String {
    guard let name = problem.parameter else { return "" }
    let flag = Flag.named(parameter: name)
    return
      "; give it with '\(flag?.usage ?? "\(Flag.pathParameter.spelling) \(name.visible)=<value>")'"
  }
}

/// What is said beside the request.
extension RequestVerb {
  private static func notes(
    _ request: PatchRequest, _ body: RequestBody, _ judgement: Judgement, _ arguments: Arguments,
    _ context: Context
  ) -> [String] {
    let styling = context.talk
    let format = arguments[.requestFormat] ?? "curl"
    var lines = judgement.choice.remark(styling)
    lines += styling.remarks(about: judgement.diagnostics)
    var warnings: [String] = []
    let endpoint = judgement.profile.endpoint
    if endpoint.tokenVariable != nil, !endpoint.isServed(by: request.base) {
      warnings.append(
        "the token would go to \(request.base), which is not among the hosts of the profile."
      )
    }
    if format.hasSameBytes(as: "ldcli") { warnings += Reencoding(body.json).sentences }
    if body.hidesSecrets, ["http", "json"].contains(where: format.hasSameBytes) {
      warnings.append(
        "secret values are not shown, so this is not the whole request; "
          + "'\(Flag.reveal.spelling)' shows them.")
    }
    lines += warnings.flatMap { styling.remark("warning:", .warning, $0) }
    return lines
      + styling.remark(
        "note:", .faint, "nothing was sent. " + StatusText.answers(judgement.profile))
  }
}

extension Flag {
  /// The options that give a parameter of the path, by its name.
  private static let ofParameters: [(parameter: String, flag: Flag)] = [
    ("projectKey", .projectKey), ("environmentKey", .environmentKey),
    ("integrationKey", .integrationKey),
  ]

  /// The option that gives a parameter of the path.
  fileprivate static func named(parameter: String) -> Flag? {
    let flag = ofParameters.first { $0.parameter.hasSameBytes(as: parameter) }?.flag
    return flag ?? (parameter.lowercased().hasSuffix("id") ? .identifier : nil)
  }
}

extension Arguments {
  /// The parameters of the path that were given, by the names that a profile has for them.
  fileprivate func pathParameters(
    of profile: PatchProfile
  ) throws(Failure) -> [PatchRequest.Parameter] {
    var parameters: [PatchRequest.Parameter] = []
    for text in values(of: .pathParameter) {
      guard let end = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        throw Failure(
          usage: "option '\(Flag.pathParameter.usage)' needs a '='", self)
      }
      parameters.append(
        .init(name: String(text[..<end]), value: String(text[end...].dropFirst())))
    }
    for flag in [Flag.projectKey, .environmentKey, .integrationKey, .identifier] {
      guard let value = self[flag] else { continue }
      let name = profile.pathParameters.last { name in
        Flag.named(parameter: name)?.name.hasSameBytes(as: flag.name) ?? false
      }
      guard let name else {
        throw Failure(
          usage: "the address \(profile.path.visible) takes no '\(flag.spelling)'", self)
      }
      parameters.append(.init(name: name, value: value))
    }
    return parameters
  }
}
