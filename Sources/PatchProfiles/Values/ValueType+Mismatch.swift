internal import JSONPatching

/// The messages about a value of the wrong kind.
extension PatchProfile.ValueType.Problem {
  /// A value of another kind than its type.
  static func mismatch(
    of value: JSON, with type: PatchProfile.ValueType, at place: JSONPointer, isPart: Bool
  ) -> Self {
    Self(
      code: isPart ? .schema : .type,
      message: "\(place) takes \(type.noun), not \(value.noun)",
      help: type.help(for: value))
  }
}

extension PatchProfile.ValueType {
  /// The type with its article: `a boolean`, `an array of strings`.
  var noun: String {
    switch form {
    case .any: "any value"
    case .kind(let kind): kind.noun
    case .integer: "an integer"
    case .text: "a string"
    case .choice(let values): values.alternatives
    case .elements(let type): "an array of \(type.plural)"
    case .map, .members: "an object"
    case .optional(let type): "\(type.noun) or null"
    case .named(let named): named.type.noun
    }
  }

  private var plural: String {
    switch form {
    case .any, .optional: "values"
    case .kind(.null): "nulls"
    case .kind(let kind): kind == .bool ? "booleans" : "\(kind.rawValue)s"
    case .integer: "integers"
    case .text, .choice: "strings"
    case .elements: "arrays"
    case .map, .members: "objects"
    case .named(let named): named.type.plural
    }
  }

  /// What to write in place of a value of the wrong kind, where that can be said.
  ///
  /// The type is neither a name nor optional: the checker has looked behind those.
  fileprivate func help(for value: JSON) -> String? {
    switch (value.kind, form) {
    case (.string, .kind(.bool)), (.string, .kind(.number)), (.string, .integer):
      "write the value without quotes"
    case (.number, .kind(.string)), (.bool, .kind(.string)), (.number, .text), (.bool, .text):
      "write the value in quotes"
    case (let kind, .elements(let type)) where type.kinds.contains(kind):
      "write an array of one element, or add the element to the array"
    case (.array, _) where isScalar: "this is one value: use one operation for each element"
    default: nil
    }
  }
}

extension JSON {
  /// The kind of the value with its article.
  fileprivate var noun: String { kind.noun }
}

extension JSON.Kind {
  /// The kind with its article.
  var noun: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension [String] {
  /// The strings in quotes, joined by commas and "or".
  var alternatives: String { joined(with: "or") }

  /// The strings in quotes, joined by commas and "and".
  var enumeration: String { joined(with: "and") }

  private func joined(with conjunction: String) -> String {
    let quoted = map { "\"\($0)\"" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}
