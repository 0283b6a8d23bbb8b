internal import JSONPatching

extension PatchProfile {
  /// The shape that a value must have.
  ///
  /// Types are read from and written to the JSON of a profile; ``description`` is their short form.
  public struct ValueType: Sendable, Hashable {
    let form: Form

    init(_ form: Form) { self.form = form }

    /// A type that every value has.
    public static let any = ValueType(.any)

    /// What a type is made of.
    indirect enum Form: Sendable, Hashable {
      case any
      case kind(JSON.Kind)
      case integer
      case text(Text)
      case choice([String])
      case elements(ValueType)
      case map(ValueType)
      case members(Members)
      case optional(ValueType)
      case named(NamedType)
    }
  }

  /// A type that has a name in its profile.
  struct NamedType: Sendable, Hashable {
    let name: String
    let type: ValueType
  }
}

extension PatchProfile.ValueType: CustomStringConvertible {
  /// The type as a profile would name it: `string[]`, `boolean`, `Statement[]`.
  public var description: String {
    switch form {
    case .any: "any"
    case .kind(.bool): "boolean"
    case .kind(let kind): kind.rawValue
    case .integer: "integer"
    case .text: "string"
    case .choice(let values): values.map { "\"\($0)\"" }.joined(separator: " | ")
    case .elements(let type): "\(type)[]"
    case .map, .members: "object"
    case .optional(let type): "\(type)?"
    case .named(let type): type.name
    }
  }
}
