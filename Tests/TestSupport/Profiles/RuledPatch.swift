public import JSONPatching
public import PatchProfiles

/// A profile with a document and a patch that often touch what the rules speak of.
public struct RuledPatch: Sendable {
  /// The profile.
  public let profile: PatchProfile
  /// The document.
  public let document: JSON
  /// The patch.
  public let patch: JSONPatch

  /// Creates a trial of given parts.
  public init(profile: PatchProfile, document: JSON, patch: JSONPatch) {
    (self.profile, self.document, self.patch) = (profile, document, patch)
  }

  /// Creates a trial of a made-up profile with up to four rules.
  public init(using generator: inout some ChoiceSource) throws {
    document = Self.randomValue(depth: 4, &generator)
    var rules: [(path: String, operations: [String])] = []
    for _ in 0...generator.below(3) {
      let path = Self.randomPattern(for: document, &generator)
      let tokens = ReadOnlyPlaces.tokens(path)
      if rules.contains(where: { ReadOnlyPlaces.tokens($0.path) == tokens }) { continue }
      let operations = ["add", "remove", "replace"].filter { _ in !generator.oneIn(3) }
      rules.append((path, generator.oneIn(2) ? [] : operations))
    }
    profile = try .allowing(rules, unlisted: generator.oneIn(4) ? "refuse" : "accept")
    var operations: [JSONPatch.Operation] = []
    var current = document
    for _ in 0...(generator.oneIn(2) ? 0 : 2) {
      let operation = Self.randomOperation(on: current, &generator)
      operations.append(operation)
      try? current.apply([operation])
    }
    patch = JSONPatch(operations)
  }
}

/// Random parts.
extension RuledPatch {
  private static let names = ["a", "0", "1"]

  /// A pattern that often speaks of something in the document.
  private static func randomPattern(
    for document: JSON, _ generator: inout some ChoiceSource
  ) -> String {
    var tokens = generator.pick(document.places).tokens
    if tokens.isEmpty || generator.oneIn(3) { tokens.append(generator.pick(names)) }
    return tokens.map { token in
      let special = generator.pick(["*", "*", "**", "{index}", "{index}", "-", "1*"])
      return "/" + (generator.oneIn(3) ? special : token)
    }.joined()
  }

  private static func randomValue(depth: Int, _ generator: inout some ChoiceSource) -> JSON {
    guard depth > 0, depth == 4 || !generator.oneIn(4) else { return JSON(generator.below(5)) }
    if generator.oneIn(2) {
      return JSON((0..<generator.below(4)).map { _ in randomValue(depth: depth - 1, &generator) })
    }
    let members = names.filter { _ in generator.oneIn(2) }
    return JSON(members: members.map { ($0, randomValue(depth: depth - 1, &generator)) })
  }

  private static func randomOperation(
    on document: JSON, _ generator: inout some ChoiceSource
  ) -> JSONPatch.Operation {
    let places = document.places
    let place = generator.pick(places)
    let target =
      generator.oneIn(3)
      ? generator.pick(places) : generator.pick(places).appending(generator.pick(names + ["-"]))
    let value = randomValue(depth: 2, &generator)
    switch generator.below(6) {
    case 0, 1: return .add(target, value)
    case 2: return .remove(place)
    case 3: return .replace(place, value)
    case 4: return .move(from: place, to: target)
    default: return .copy(from: place, to: target)
    }
  }
}

extension RuledPatch: CustomStringConvertible {
  /// The rules, the document and the patch.
  public var description: String {
    let rules = profile.rules.map { "\($0.path) \($0.operations)" }.joined(separator: ", ")
    return """
      \(profile), rules: \(rules); others: \(profile.unlisted.verdict)
      document: \(document)
      patch: \(patch.json)
      """
  }
}

extension JSON {
  /// The children of a container with the tokens that lead to them.
  var children: [(token: String, value: JSON)] {
    if let array { return array.enumerated().map { ("\($0.offset)", $0.element) } }
    return object?.map { ($0.name, $0.value) } ?? []
  }

  /// The pointers of all values in the value.
  fileprivate var places: [JSONPointer] {
    [.root]
      + children.flatMap { token, child in
        child.places.map { JSONPointer(tokens: [token] + $0.tokens) }
      }
  }
}
