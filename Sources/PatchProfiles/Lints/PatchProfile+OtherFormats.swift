public import JSONPatching

extension PatchProfile {
  /// A body that is no JSON Patch but an update in another format.
  public struct OtherBody: Sendable, Hashable {
    /// The format of the body.
    public let format: DocumentedFormats.Format
    /// Whether the resource's description documents the format.
    public let isDocumented: Bool
    /// What to send instead, or how to send the body as it is.
    public let help: String
  }

  /// Says what a body is that is no JSON Patch.
  ///
  /// ```swift
  /// PatchProfile.segment.otherBody(["instructions": []])?.format    // semanticPatch
  /// PatchProfile.oauthClient.otherBody(["name": "x"])?.isDocumented // false
  /// ```
  ///
  /// - Parameter body: The body of a request.
  /// - Returns: `nil` for a JSON Patch, with an envelope or without, for a single operation, and
  ///   for what is no object.
  /// - Complexity: O(*m*) for *m* members of the body.
  public func otherBody(_ body: JSON) -> OtherBody? {
    guard let object = body.object, body["op"] == nil, body["patch"] == nil else { return nil }
    if body["instructions"] != nil {
      let isDocumented = otherFormats.formats.contains(.semanticPatch)
      return OtherBody(
        format: .semanticPatch, isDocumented: isDocumented,
        help: isDocumented
          ? "send it with \"Content-Type: application/json; domain-model=launchdarkly.semanticpatch\""
          : "\(name) takes no semantic patch: write the changes as JSON Patch operations")
    }
    let isDocumented = otherFormats.formats.contains(.mergePatch)
    let member = (body["merge"]?.object ?? object).names.first.map(JSONPointer.root.appending)
    let example = JSON(members: [
      ("op", "replace"), ("path", JSON(member?.description ?? "/name")), ("value", "…"),
    ])
    return OtherBody(
      format: .mergePatch, isDocumented: isDocumented,
      help: (isDocumented
        ? "\(name) takes merge patches too, but this is checked as a JSON Patch"
        : "\(name) takes no merge patch") + ": write one operation for each member, [\(example)]")
  }
}

extension PatchProfile {
  /// What is wrong with a patch file as a whole; about a body in another format, what to send instead.
  package func diagnostics(of draft: PatchDraft) -> [JSONPatch.Diagnostic] {
    // Of any JSON document it is not known what else its server takes.
    guard !path.isEmpty, let body = draft.body, let other = otherBody(body) else {
      return draft.diagnostics
    }
    // Of such a draft nothing else was found out.
    return draft.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.message =
        "this is a \(other.format.name), and a JSON Patch is an array of operations"
      diagnostic.help = other.help
      diagnostic.notes += otherFormats.source.notes
      return diagnostic
    }
  }
}

extension PatchProfile.DocumentedFormats.Format {
  /// The format in running text.
  fileprivate var name: String {
    switch self {
    case .mergePatch: "merge patch"
    case .semanticPatch: "semantic patch"
    }
  }
}
