internal import JSONPatching

extension PatchProfile {
  /// Reads a profile from its JSON text.
  ///
  /// The format is described in <doc:ProfileFormat>. Members that are not part of it are rejected,
  /// so that a misspelt one cannot silently permit or forbid anything.
  ///
  /// - Parameter bytes: The UTF-8 text of the profile.
  /// - Throws: ``PatchProfileError`` with the place of the first mistake.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(parsing bytes: [UInt8]) throws(PatchProfileError) {
    try self.init(ProfileNode(parsing: bytes, label: .whole("a profile")))
  }

  private init(_ node: ProfileNode) throws(PatchProfileError) {
    let fields = try node.fields(
      "formatVersion", "extends", "name", "title", "area", "reference", "asOf", "method", "path",
      "beta", "dryRun", "endpoint", "operations", "envelope", "otherFormats", "representation",
      "sources",
      "types", "rules", "unlisted", "formVariables")
    try Self.checkVersion(try fields.required("formatVersion"))
    let extended = try ExtendedFields(fields)
    let reference = try fields["reference"]?.string()
    var sources = try SourceTable(extended, reference: reference)
    var types = try TypeTable(extended)
    let rules = try Self.rules(extended, sources: sources, types: types.all)
    let endpoint = try Endpoint(extended, sources: sources)
    let operations = try DocumentedOperations(extended["operations"], sources: sources)
    let envelope = try Policy(extended["envelope"], sources: sources)
    let otherFormats = try DocumentedFormats(fields["otherFormats"], sources: sources)
    let unlisted = try Policy(try fields.required("unlisted"), sources: sources)
    let formVariables = try FormVariables(fields["formVariables"], sources: sources)
    types.dropUnused(by: rules)
    sources.dropUnused(
      by: rules,
      [
        endpoint.source, operations.source, envelope?.source, otherFormats.source, unlisted.source,
        formVariables?.source,
      ])
    self.init(
      name: try fields.required("name").string(),
      title: try fields.required("title").string(),
      area: try fields["area"]?.string(),
      reference: reference,
      asOf: try extended["asOf"]?.string(),
      method: try fields["method"]?.method() ?? "PATCH",
      path: try fields.required("path").path(),
      isBeta: try fields["beta"]?.bool() ?? false,
      hasDryRun: try fields["dryRun"]?.bool() ?? false,
      endpoint: endpoint,
      operations: operations,
      envelope: envelope ?? .refusedByDefault,
      otherFormats: otherFormats,
      representation: try Representation(fields["representation"]),
      sources: sources.all,
      types: types.all,
      rules: rules,
      unlisted: unlisted,
      formVariables: formVariables)
  }

  private static func checkVersion(_ node: ProfileNode) throws(PatchProfileError) {
    guard try node.count() == formatVersion else {
      throw node.error(
        .valueUnknown, "this version of the format is not known", help: "write \(formatVersion)")
    }
  }

  private static func rules(
    _ fields: ExtendedFields, sources: SourceTable, types: [NamedType]
  ) throws(PatchProfileError) -> [Rule] {
    var rules: [Rule] = []
    var declared: Set<PathPattern> = []
    for node in try fields.own.required("rules").elements() {
      let rule = try Rule(node, sources: sources, types: types)
      guard declared.insert(rule.path).inserted else {
        throw node.error(
          .entryRepeated, "\"\(rule.path)\" has a rule already",
          help: "write one rule for each path; a ** at the end of a path adds nothing")
      }
      rules.append(rule)
    }
    for node in try fields.shared?["rules"]?.elements() ?? [] {
      let rule = try Rule(node, sources: sources, types: types)
      if !declared.contains(rule.path) { rules.append(rule) }
    }
    return rules
  }
}
