internal import JSONPatching

extension PatchProfile {
  /// The profile with the form variables of a manifest, whatever integration a document names.
  ///
  /// The published manifests lag behind the server, and some integrations have none there.
  ///
  /// - Parameter bytes: The text of a `manifest.json` of LaunchDarkly's integration framework.
  /// - Returns: The profile, which has the manifest before all others.
  /// - Throws: ``PatchProfileError`` when the resource has no configuration, or with the place of the
  ///   first mistake in the manifest.
  /// - Complexity: O(*n*) for *n* bytes.
  public func applying(manifest bytes: [UInt8]) throws(PatchProfileError) -> PatchProfile {
    guard var variables = formVariables else {
      throw PatchProfileError(
        code: .memberUnknown, message: "\(name) has no configuration that a manifest describes",
        help: "leave the manifest out", position: nil)
    }
    let integration = try FormVariables.Integration(
      manifest: bytes, variablesAt: variables.manifestPath)
    variables.integrations.insert(integration, at: 0)
    var profile = self
    profile.formVariables = variables
    return profile
  }
}

extension PatchProfile.FormVariables.Integration {
  /// Reads the integration of a manifest.
  fileprivate init(
    manifest bytes: [UInt8], variablesAt pointer: JSONPointer
  ) throws(PatchProfileError) {
    var node = try ProfileNode(parsing: bytes, label: .whole("a manifest"))
    for name in pointer.tokens {
      node = try node.anyFields().required(name)
    }
    key = Self.anyKey
    variables = try node.elements().map { node throws(PatchProfileError) in
      try PatchProfile.FormVariable(node.anyFields())
    }
  }
}
