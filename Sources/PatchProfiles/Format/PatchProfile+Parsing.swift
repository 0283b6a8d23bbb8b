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
    let value: JSON
    do {
      value = try JSON(parsing: bytes, options: .init(duplicateMembers: .reject))
    } catch {
      throw PatchProfileError(
        code: error.code == .duplicateMember ? .duplicateMember : .jsonSyntax,
        message: error.message, help: error.help, position: error.position)
    }
    try self.init(ProfileNode(value: value, label: "a profile"))
  }

  private init(_ node: ProfileNode) throws(PatchProfileError) {
    let fields = try node.fields(
      "formatVersion", "name", "title", "reference", "asOf", "method", "path", "beta", "dryRun",
      "operations", "envelope", "sources", "types", "rules", "unlisted", "formVariables")
    try Self.checkVersion(try fields.required("formatVersion"))
    let sources = try Self.sources(try fields.required("sources"))
    let types = try Self.types(fields["types"])
    self.init(
      name: try fields.required("name").string(),
      title: try fields.required("title").string(),
      reference: try fields["reference"]?.string(),
      asOf: try fields["asOf"]?.string(),
      method: try fields["method"]?.string() ?? "PATCH",
      path: try fields.required("path").string(),
      isBeta: try fields["beta"]?.bool() ?? false,
      hasDryRun: try fields["dryRun"]?.bool() ?? false,
      operations: try DocumentedOperations(fields["operations"], sources: sources),
      envelope: try Policy(fields["envelope"], sources: sources) ?? .refusedByDefault,
      sources: sources.all,
      types: types,
      rules: try Self.rules(try fields.required("rules"), sources: sources, types: types),
      unlisted: try Policy(try fields.required("unlisted"), sources: sources),
      formVariables: try FormVariables(fields["formVariables"], sources: sources))
  }

  private static func checkVersion(_ node: ProfileNode) throws(PatchProfileError) {
    guard try node.count() == formatVersion else {
      throw node.error(
        .valueUnknown, "this version of the format is not known", help: "write \(formatVersion)")
    }
  }

  private static func sources(_ node: ProfileNode) throws(PatchProfileError) -> SourceTable {
    SourceTable(
      all: try node.entries().map { entry throws(PatchProfileError) in
        try Source(name: entry.name, entry.node)
      })
  }

  private static func types(_ node: ProfileNode?) throws(PatchProfileError) -> [NamedType] {
    var types: [NamedType] = []
    for (name, node) in try node?.entries() ?? [] {
      types.append(NamedType(name: name, type: try ValueType(node, named: types)))
    }
    return types
  }

  private static func rules(
    _ node: ProfileNode, sources: SourceTable, types: [NamedType]
  ) throws(PatchProfileError) -> [Rule] {
    var rules: [Rule] = []
    for node in try node.elements() {
      let rule = try Rule(node, sources: sources, types: types)
      guard !rules.contains(where: { $0.path == rule.path }) else {
        throw node.error(
          .entryRepeated, "\"\(rule.path)\" has a rule already",
          help: "write one rule for each path; a ** at the end of a path adds nothing")
      }
      rules.append(rule)
    }
    return rules
  }
}
