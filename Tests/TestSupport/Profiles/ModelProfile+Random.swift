public import PatchProfiles

extension ModelProfile {
  /// Returns up to six random rules, most of which speak of something in a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - namesIndices: Whether rules may speak of an element by its index.
  ///   - generator: Makes the decisions.
  /// - Returns: The profile.
  public static func random(
    for document: ModelJSON, namesIndices: Bool, using generator: inout some ChoiceSource
  ) -> ModelProfile {
    var rules: [Rule] = []
    let places = document.places()
    for _ in 0...generator.below(6) {
      var tokens = generator.pick(places).pointer.tokens
      if tokens.isEmpty || generator.oneIn(3) {
        tokens.append(ModelJSON.randomName(using: &generator))
      }
      let pattern = tokens.map { component($0, namesIndices: namesIndices, &generator) }
      if rules.contains(where: { Rule(pattern, []).significant == $0.significant }) { continue }
      let operations = ["add", "remove", "replace"].filter { _ in !generator.oneIn(3) }
      rules.append(Rule(pattern, generator.oneIn(3) ? [] : operations))
    }
    return ModelProfile(rules: rules, refusesUnlisted: generator.oneIn(5))
  }

  private static func component(
    _ token: [UInt8], namesIndices: Bool, _ generator: inout some ChoiceSource
  ) -> Component {
    let isNumber = !token.isEmpty && token.allSatisfy { (0x30...0x39).contains($0) }
    switch generator.below(10) {
    case 0: return .any
    case 1: return .deep
    case 2, 3: return .index
    case 4: return .name(Array("-".utf8))
    case 5 where !token.isEmpty && (namesIndices || !isNumber):
      return .prefix(Array(String(decoding: token, as: UTF8.self).prefix(1).utf8))
    default: return isNumber && !namesIndices ? .index : .name(token)
    }
  }
}

extension PatchProfile {
  /// The engine's profile of the same rules.
  public init(_ model: ModelProfile) throws {
    self = try .allowing(
      model.rules.map { ($0.pattern.map { "/\($0.text)" }.joined(), $0.operations) },
      unlisted: model.refusesUnlisted ? "refuse" : "accept")
  }
}

extension ModelProfile.Component {
  /// The component as a pattern spells it.
  fileprivate var text: String {
    switch self {
    case .name(let name): Self.escaped(name)
    case .prefix(let prefix): Self.escaped(prefix) + "*"
    case .index: "{index}"
    case .any: "*"
    case .deep: "**"
    }
  }

  private static func escaped(_ name: [UInt8]) -> String {
    String(
      decoding: name.flatMap { byte -> [UInt8] in
        switch byte {
        case UInt8(ascii: "~"): Array("~0".utf8)
        case UInt8(ascii: "/"): Array("~1".utf8)
        case UInt8(ascii: "*"), UInt8(ascii: "{"): [UInt8(ascii: "~"), byte]
        default: [byte]
        }
      }, as: UTF8.self)
  }
}
