internal import JSONPatching

/// Reading the parts of a profile.
extension PatchProfile.Source {
  /// Reads a source, which stands on the page that describes the request unless it says where.
  init(name: String, _ node: ProfileNode, reference: String?) throws(PatchProfileError) {
    let fields = try node.fields("quotation", "reason", "origin")
    self.name = name
    quotation = try fields["quotation"]?.string()
    reason = try fields["reason"]?.string()
    origin =
      if fields["origin"] == nil, let reference { reference } else {
        try fields.required("origin").string()
      }
    guard quotation != nil || reason != nil else {
      throw node.error(
        .memberMissing, "the source \"\(name)\" says nothing",
        help: "add its words as \"quotation\", or a \"reason\"")
    }
  }
}

extension PatchProfile.DocumentedOperations {
  /// Without a node every operation counts as documented.
  init(_ node: ProfileNode?, sources: SourceTable) throws(PatchProfileError) {
    guard let node else {
      self.init(kinds: JSONPatch.Operation.Kind.allCases, source: nil)
      return
    }
    let fields = try node.fields("documented", "source")
    self.init(
      kinds: try fields.required("documented").operations(of: JSONPatch.Operation.Kind.allCases),
      source: try sources.source(fields))
  }
}

extension PatchProfile.DocumentedFormats {
  /// Without a node only JSON Patch counts as documented.
  init(_ node: ProfileNode?, sources: SourceTable) throws(PatchProfileError) {
    guard let node else {
      self.init(formats: [], source: nil)
      return
    }
    let fields = try node.fields("documented", "source")
    self.init(
      formats: try fields.required("documented").elements().map {
        node throws(PatchProfileError) in try node.choice()
      },
      source: try sources.source(fields))
  }
}

extension PatchProfile.Representation {
  init?(_ node: ProfileNode?) throws(PatchProfileError) {
    guard let node else { return nil }
    let fields = try node.fields("required", "optional")
    required = try fields.required("required").strings()
    optional = try fields["optional"]?.strings() ?? []
  }
}

extension PatchProfile.Policy {
  /// What holds when the profile does not say.
  static let refusedByDefault = Self(verdict: .refuse, source: nil)

  init(_ node: ProfileNode, sources: SourceTable) throws(PatchProfileError) {
    let fields = try node.fields("verdict", "source")
    self.init(
      verdict: try fields.required("verdict").choice(), source: try sources.source(fields))
  }

  init?(_ node: ProfileNode?, sources: SourceTable) throws(PatchProfileError) {
    guard let node else { return nil }
    try self.init(node, sources: sources)
  }
}

extension PatchProfile.Rule {
  init(
    _ node: ProfileNode, sources: SourceTable, types: [PatchProfile.NamedType]
  ) throws(PatchProfileError) {
    let fields = try node.fields(
      "path", "allow", "value", "evidence", "source", "reason", "help", "serverManaged",
      "readAs", "secret", "unchecked", "warning")
    path = try fields.required("path").pattern()
    operations = try fields.required("allow").operations(of: [.add, .remove, .replace])
    value =
      if let node = fields["value"] { try PatchProfile.ValueType(node, named: types) } else {
        .any
      }
    evidence = try fields.required("evidence").choice()
    source = try sources.source(fields)
    reason = try fields["reason"]?.string()
    help = try fields["help"]?.string()
    isServerManaged = try fields["serverManaged"]?.bool() ?? false
    readName = try fields["readAs"]?.pointer()
    isSecret = try fields["secret"]?.bool() ?? false
    unchecked = try fields["unchecked"]?.string()
    warning = if let node = fields["warning"] { try Warning(node, sources) } else { nil }
  }
}

extension PatchProfile.Rule.Warning {
  fileprivate init(_ node: ProfileNode, _ sources: SourceTable) throws(PatchProfileError) {
    let fields = try node.fields("code", "operations", "source", "message", "help")
    code = JSONPatch.Code(rawValue: try fields.required("code").string())
    operations = try fields.required("operations").operations(of: [.add, .remove, .replace, .test])
    source = try sources.source(fields)
    message = try fields.required("message").string()
    help = try fields["help"]?.string()
  }
}

extension ProfileNode {
  /// A list of operations, in the order of RFC 6902.
  fileprivate func operations(
    of allowed: [JSONPatch.Operation.Kind]
  ) throws(PatchProfileError) -> [JSONPatch.Operation.Kind] {
    let listed = try elements().map {
      node throws(PatchProfileError) -> JSONPatch.Operation.Kind in
      let kind = try node.choice(JSONPatch.Operation.Kind.self)
      guard allowed.contains(kind) else {
        throw node.error(
          .valueUnknown, "\(label) cannot have \"\(kind.rawValue)\"",
          help: "move and copy are judged as the remove and add that they do; test only reads")
      }
      return kind
    }
    return allowed.filter(listed.contains)
  }
}
