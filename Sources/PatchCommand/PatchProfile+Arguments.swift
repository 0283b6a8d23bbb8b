import JSONPatching
import PatchProfiles

extension Arguments {
  /// The profile of the option `--profile`; `nil` if it was not given.
  func profile(_ context: Context) throws(Failure) -> PatchProfile? {
    guard let name = self[.profile] else { return nil }
    return try profile(named: name, context)
  }

  /// A built-in profile, or one in a file.
  func profile(named name: String, _ context: Context) throws(Failure) -> PatchProfile {
    if let profile = PatchProfile.named(name) { return profile }
    let isFile = name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(".json")
    guard isFile || context.files.exists(name) else { throw unknownProfile(name) }
    let input = try context.read(name, for: self)
    do {
      return try PatchProfile(parsing: input.bytes)
    } catch {
      throw .profile(error, in: input, context)
    }
  }

  private func unknownProfile(_ name: String) -> Failure {
    let question = PatchProfile.nearestName(to: name).map { "; did you mean '\($0)'?" } ?? ""
    var failure = Failure(
      usage: "unknown profile '\(name.visible)'\(question)", code: .profileUnknown, self)
    failure.details.insert(
      "  '\(Verb.root.name) \(Verb.profile.name) \(Verb.profileList.name)' shows all; "
        + "a file is named by its path", at: 0)
    return failure
  }
}

extension Failure {
  /// A file that is no profile, or no manifest.
  static func profile(
    _ error: PatchProfileError, in input: Input, _ context: Context
  ) -> Failure {
    let diagnostic = JSONPatch.Diagnostic(
      code: .profileInvalid, severity: .error, message: error.message, help: error.help,
      range: error.position.map { SourceRange(start: $0, end: $0) })
    let text = DiagnosticText(source: input, styling: context.talk)
    return Failure(.trouble, [diagnostic], in: input, details: text.lines(for: diagnostic))
  }
}
