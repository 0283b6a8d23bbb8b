internal import JSONPatching

/// Reading types from the text of a profile.
extension PatchProfile.ValueType {
  /// Reads a type: a name with `[]` and `?` behind it, or an object that describes it.
  ///
  /// A type may refer to the types that are declared before it, so there are no circles.
  init(_ node: ProfileNode, named: [PatchProfile.NamedType]) throws(PatchProfileError) {
    if let text = node.value.string {
      self = try Self(text: text[...], node, named: named)
      return
    }
    let fields = try node.fields(
      "enum", "string", "array", "map", "nullable", "members", "required", "conditions",
      "exclusive", "discouraged", "others", "reason")
    if let choices = fields["enum"] {
      self.init(.choice(try choices.strings()))
    } else if let text = fields["string"] {
      self.init(.text(try Text(text)))
    } else if let element = fields["array"] {
      self.init(.elements(try Self(element, named: named)))
    } else if let member = fields["map"] {
      self.init(.map(try Self(member, named: named)))
    } else if let type = fields["nullable"] {
      self.init(.optional(try Self(type, named: named)))
    } else {
      self.init(.members(try Members(fields, named: named)))
    }
  }

  private init(
    text: Substring, _ node: ProfileNode, named: [PatchProfile.NamedType]
  ) throws(PatchProfileError) {
    if text.hasSuffix("[]") {
      self.init(.elements(try Self(text: text.dropLast(2), node, named: named)))
    } else if text.hasSuffix("?") {
      self.init(.optional(try Self(text: text.dropLast(), node, named: named)))
    } else if let form = Self.form(named: text) {
      self.init(form)
    } else if let type = named.first(where: { $0.name.utf8.elementsEqual(text.utf8) }) {
      self.init(.named(type))
    } else {
      let known = Self.formNames + named.map(\.name)
      let nearest = Spelling.nearest(to: String(text), among: known)
      throw node.error(
        .nameUnknown, "there is no type \"\(text)\"",
        help: nearest.map { "did you mean \"\($0)\"?" }
          ?? "a type is one of \(known.enumeration), or one declared above this one in \"types\"")
    }
  }

  private static let formNames =
    ["any", "null", "boolean", "integer", "number", "string", "array", "object"]

  private static func form(named name: Substring) -> Form? {
    switch name {
    case "any": .any
    case "integer": .integer
    case "boolean": .kind(.bool)
    default: JSON.Kind(rawValue: String(name)).flatMap { $0 == .bool ? nil : .kind($0) }
    }
  }
}

extension PatchProfile.ValueType.Text {
  fileprivate init(_ node: ProfileNode) throws(PatchProfileError) {
    let fields = try node.fields(
      "minimum", "maximum", "characters", "verdict", "reason", "set")
    minimum = try fields["minimum"]?.count()
    maximum = try fields["maximum"]?.count()
    alphabet = try fields["characters"].map { node throws(PatchProfileError) in
      Alphabet(try node.string())
    }
    let verdict = try fields["verdict"]?.choice(PatchProfile.Policy.Verdict.self)
    severity = verdict == .warn ? .warning : .error
    reason = try fields["reason"]?.string()
    set = try fields["set"]?.string()
  }
}

extension PatchProfile.ValueType.Members {
  fileprivate init(
    _ fields: ProfileFields, named: [PatchProfile.NamedType]
  ) throws(PatchProfileError) {
    types = try fields.required("members").entries().map { entry throws(PatchProfileError) in
      .init(name: entry.name, type: try .init(entry.node, named: named))
    }
    required = try fields["required"]?.strings() ?? []
    conditions = try (fields["conditions"]?.elements() ?? []).map {
      node throws(PatchProfileError) in
      try .init(node)
    }
    exclusive = try Self.groups(fields["exclusive"])
    discouraged = try Self.groups(fields["discouraged"])
    others = try fields["others"]?.choice() ?? .accept
    reason = try fields["reason"]?.string()
  }

  private static func groups(_ node: ProfileNode?) throws(PatchProfileError) -> [[String]] {
    try (node?.elements() ?? []).map { node throws(PatchProfileError) in try node.strings() }
  }
}

extension PatchProfile.ValueType.Condition {
  fileprivate init(_ node: ProfileNode) throws(PatchProfileError) {
    let fields = try node.fields("member", "value", "required")
    member = try fields.required("member").string()
    value = try fields.required("value").string()
    required = try fields.required("required").strings()
  }
}

/// Writing types.
extension PatchProfile.ValueType {
  /// The type as a profile has it.
  var json: JSON {
    switch form {
    case .any: "any"
    case .integer: "integer"
    case .kind(let kind): JSON(kind == .bool ? "boolean" : kind.rawValue)
    case .named(let type): JSON(type.name)
    case .choice(let choices): ["enum": JSON(strings: choices)]
    case .text(let text): ["string": text.json]
    case .map(let type): ["map": type.json]
    case .members(let members): members.json
    case .elements(let type):
      type.json.string.map { JSON("\($0)[]") } ?? ["array": type.json]
    case .optional(let type):
      type.json.string.map { JSON("\($0)?") } ?? ["nullable": type.json]
    }
  }
}

extension PatchProfile.ValueType.Text {
  fileprivate var json: JSON {
    JSON(present: [
      ("minimum", minimum.map { JSON($0) }),
      ("maximum", maximum.map { JSON($0) }),
      ("characters", alphabet.map { JSON($0.text) }),
      ("verdict", JSON("warn", when: severity == .warning)),
      ("reason", reason.map { JSON($0) }),
      ("set", set.map { JSON($0) }),
    ])
  }
}

extension PatchProfile.ValueType.Members {
  fileprivate var json: JSON {
    JSON(present: [
      ("members", JSON(members: types.map { ($0.name, $0.type.json) })),
      ("required", JSON(unlessEmpty: required.map { JSON($0) })),
      ("conditions", JSON(unlessEmpty: conditions.map(\.json))),
      ("exclusive", JSON(unlessEmpty: exclusive.map { JSON(strings: $0) })),
      ("discouraged", JSON(unlessEmpty: discouraged.map { JSON(strings: $0) })),
      ("others", JSON(JSON(others.rawValue), when: others != .accept)),
      ("reason", reason.map { JSON($0) }),
    ])
  }
}

extension PatchProfile.ValueType.Condition {
  fileprivate var json: JSON {
    ["member": JSON(member), "value": JSON(value), "required": JSON(strings: required)]
  }
}
