public import JSONPatching

extension PatchProfile {
  /// The version of the format that is read and written.
  static let formatVersion = 1

  /// The profile in the format that ``init(parsing:)`` reads.
  ///
  /// Reading it again gives an equal profile.
  public var json: JSON {
    JSON(present: [
      ("formatVersion", JSON(Self.formatVersion)),
      ("name", JSON(name)),
      ("title", JSON(title)),
      ("area", area.map { JSON($0) }),
      ("reference", reference.map { JSON($0) }),
      ("asOf", asOf.map { JSON($0) }),
      ("method", JSON(method)),
      ("path", JSON(path)),
      ("beta", JSON(true, when: isBeta)),
      ("dryRun", JSON(true, when: hasDryRun)),
      ("endpoint", endpoint.json),
      ("operations", operations.json),
      ("envelope", envelope.json),
      ("otherFormats", otherFormats.json),
      ("representation", representation?.json),
      ("sources", JSON(members: sources.map { ($0.name, $0.json) })),
      ("types", JSON(JSON(members: types.map { ($0.name, $0.type.json) }), when: !types.isEmpty)),
      ("rules", JSON(rules.map(\.json))),
      ("unlisted", unlisted.json),
      ("formVariables", formVariables?.json),
    ])
  }
}

extension PatchProfile.DocumentedOperations {
  fileprivate var json: JSON? {
    source.map { ["documented": JSON(kinds: kinds), "source": JSON($0.name)] }
  }
}

extension PatchProfile.DocumentedFormats {
  fileprivate var json: JSON? {
    source.map {
      ["documented": JSON(strings: formats.map(\.rawValue)), "source": JSON($0.name)]
    }
  }
}

extension PatchProfile.Representation {
  fileprivate var json: JSON {
    ["required": JSON(strings: required), "optional": JSON(strings: optional)]
  }
}

extension PatchProfile.Policy {
  /// `nil` for a policy that is taken by default.
  fileprivate var json: JSON? {
    source.map { ["verdict": JSON(verdict.rawValue), "source": JSON($0.name)] }
  }
}

extension PatchProfile.Source {
  fileprivate var json: JSON {
    JSON(present: [
      ("quotation", quotation.map { JSON($0) }),
      ("reason", reason.map { JSON($0) }),
      ("origin", JSON(origin)),
    ])
  }
}

extension PatchProfile.Rule {
  fileprivate var json: JSON {
    JSON(present: [
      ("path", JSON(path.description)),
      ("allow", JSON(kinds: operations)),
      ("value", JSON(value.json, when: value != .any)),
      ("evidence", JSON(evidence.rawValue)),
      ("source", JSON(source.name)),
      ("reason", reason.map { JSON($0) }),
      ("help", help.map { JSON($0) }),
      ("serverManaged", JSON(true, when: isServerManaged)),
      ("readAs", readName.map { JSON($0.description) }),
      ("secret", JSON(true, when: isSecret)),
      ("unchecked", unchecked.map { JSON($0) }),
      ("warning", warning?.json),
    ])
  }
}

extension PatchProfile.Rule.Warning {
  fileprivate var json: JSON {
    JSON(present: [
      ("code", JSON(code.rawValue)),
      ("operations", JSON(kinds: operations)),
      ("source", JSON(source.name)),
      ("message", JSON(message)),
      ("help", help.map { JSON($0) }),
    ])
  }
}

extension JSON {
  fileprivate init(kinds: [JSONPatch.Operation.Kind]) {
    self.init(strings: kinds.map(\.rawValue))
  }
}

extension JSON {
  /// An object of the members that are there.
  init(present members: [(String, JSON?)]) {
    self.init(members: members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// A value that is there on a condition.
  init?(_ value: @autoclosure () -> JSON, when condition: Bool) {
    guard condition else { return nil }
    self = value()
  }

  /// An array of strings.
  init(strings: some Sequence<String>) { self.init(strings.map { JSON($0) }) }

  /// An array; `nil` when it would have no elements.
  init?(unlessEmpty elements: [JSON]) {
    guard !elements.isEmpty else { return nil }
    self.init(elements)
  }
}
