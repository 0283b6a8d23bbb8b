internal import JSONPatching

/// Reading form variables from the text of a profile.
extension PatchProfile.FormVariables {
  init?(_ node: ProfileNode?, sources: SourceTable) throws(PatchProfileError) {
    guard let node else { return nil }
    let fields = try node.fields(
      "path", "integrationPath", "source", "manifestPath", "integrations")
    path = try fields.required("path").pointer()
    integrationPath = try fields.required("integrationPath").pointer()
    source = try sources.source(fields)
    manifestPath = try fields["manifestPath"]?.pointer() ?? Self.usualManifestPath
    integrations = try fields.required("integrations").entries().map {
      entry throws(PatchProfileError) in
      Integration(
        key: entry.name,
        variables: try entry.node.elements().map { node throws(PatchProfileError) in
          try PatchProfile.FormVariable(node)
        })
    }
  }

  /// Where a manifest has the variables of its integration.
  private static let usualManifestPath = JSONPointer.root.appending("formVariables")

  /// The form variables as a profile has them.
  var json: JSON {
    JSON(present: [
      ("path", JSON(path.description)),
      ("integrationPath", JSON(integrationPath.description)),
      ("source", JSON(source.name)),
      (
        "manifestPath",
        JSON(JSON(manifestPath.description), when: manifestPath != Self.usualManifestPath)
      ),
      (
        "integrations",
        JSON(members: integrations.map { ($0.key, JSON($0.variables.map(\.json))) })
      ),
    ])
  }
}

extension PatchProfile.FormVariable {
  /// Reads a variable as a profile has it: as a `manifest.json`, of which it passes over what only
  /// serves the display.
  fileprivate init(_ node: ProfileNode) throws(PatchProfileError) {
    try self.init(
      node.fields(
        "key", "type", "isSecret", "isOptional", "disableAfterSaving", "defaultValue",
        "allowedValues", "multiselectOptions", "name", "description", "placeholder", "isHidden",
        "hideEmpty", "dependsOn", "dynamicOptions"))
  }

  /// Reads a variable; members that are not known are passed over.
  init(_ fields: ProfileFields) throws(PatchProfileError) {
    key = try fields.required("key").string()
    kind = try fields.required("type").choice()
    isSecret = try fields["isSecret"]?.bool() ?? false
    isOptional = try fields["isOptional"]?.bool() ?? false
    isFixed = try fields["disableAfterSaving"]?.bool() ?? false
    defaultValue = fields["defaultValue"]?.value.detached()
    allowedValues =
      if let values = fields["allowedValues"] { try values.strings() } else {
        try Self.options(fields)
      }
  }

  private static func options(_ fields: ProfileFields) throws(PatchProfileError) -> [String] {
    try (fields["multiselectOptions"]?.elements() ?? []).map { node throws(PatchProfileError) in
      try node.anyFields().required("value").string()
    }
  }

  /// The variable as a profile has it.
  fileprivate var json: JSON {
    JSON(present: [
      ("key", JSON(key)),
      ("type", JSON(kind.rawValue)),
      ("isSecret", JSON(true, when: isSecret)),
      ("isOptional", JSON(true, when: isOptional)),
      ("disableAfterSaving", JSON(true, when: isFixed)),
      ("defaultValue", defaultValue),
      ("allowedValues", JSON(unlessEmpty: allowedValues.map { JSON($0) })),
    ])
  }
}
