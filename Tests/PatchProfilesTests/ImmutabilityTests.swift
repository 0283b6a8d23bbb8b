import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// A patch that is accepted leaves everything as it is that the rules call read-only: random rules,
/// documents and patches.
struct ImmutabilityTests {
  @Test func `an accepted patch changes nothing that is read-only`() {
    var accepted = 0
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let trial = Trial(using: &generator)
      let preview = try trial.profile().preview(trial.patch, of: trial.document)
      guard let result = preview.result else { return nil }
      accepted += 1
      return try trial.breach(in: result)
    }
    #expect(counterexample == nil)
    #expect(accepted > Effort.trials(200) || accepted <= 1)
  }

  @Test func `a patch that is accepted unseen changes nothing that is read-only`() {
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let trial = Trial(using: &generator)
      guard trial.hasArraysWhereRulesHaveIndices(trial.document),
        !(try trial.profile().check(trial.patch)).contains(where: { $0.severity == .error }),
        let result = try? trial.document.applying(trial.patch)
      else { return nil }
      return try trial.breach(in: result)
    }
    #expect(counterexample == nil)
  }
}

/// Random rules with a document and a patch that often touch what the rules speak of.
private struct Trial {
  let rules: [(path: String, operations: [String])]
  let unlisted: String
  let document: JSON
  let patch: JSONPatch

  private static let names = ["a", "0", "1"]

  init(using generator: inout SeededGenerator) {
    document = Self.randomValue(depth: 4, &generator)
    var rules: [(String, [String])] = []
    for _ in 0...generator.below(3) {
      let path = Self.randomPattern(for: document, &generator)
      if rules.contains(where: { Self.tokens($0.0) == Self.tokens(path) }) { continue }
      let operations = ["add", "remove", "replace"].filter { _ in !generator.oneIn(3) }
      rules.append((path, generator.oneIn(2) ? [] : operations))
    }
    self.rules = rules
    unlisted = generator.oneIn(4) ? "refuse" : "accept"
    var operations: [JSONPatch.Operation] = []
    var current = document
    for _ in 0...(generator.oneIn(2) ? 0 : 2) {
      let operation = Self.randomOperation(on: current, &generator)
      operations.append(operation)
      try? current.apply([operation])
    }
    patch = JSONPatch(operations)
  }

  func profile() throws -> PatchProfile {
    try PatchProfile.allowing(rules, unlisted: unlisted)
  }

  // MARK: Random parts

  /// A pattern that often speaks of something in the document.
  private static func randomPattern(
    for document: JSON, _ generator: inout SeededGenerator
  ) -> String {
    var tokens = generator.pick(document.places).tokens
    if tokens.isEmpty || generator.oneIn(3) { tokens.append(generator.pick(names)) }
    return tokens.map { token in
      let special = generator.pick(["*", "*", "**", "{index}", "{index}", "-", "1*"])
      return "/" + (generator.oneIn(3) ? special : token)
    }.joined()
  }

  private static func randomValue(depth: Int, _ generator: inout SeededGenerator) -> JSON {
    guard depth > 0, depth == 4 || !generator.oneIn(4) else { return JSON(generator.below(5)) }
    if generator.oneIn(2) {
      return JSON((0..<generator.below(4)).map { _ in randomValue(depth: depth - 1, &generator) })
    }
    let members = names.filter { _ in generator.oneIn(2) }
    return JSON(members: members.map { ($0, randomValue(depth: depth - 1, &generator)) })
  }

  private static func randomOperation(
    on document: JSON, _ generator: inout SeededGenerator
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

/// What the rules call read-only, worked out the slow way.
extension Trial {
  /// What is at a read-only path, with `#` for each index that no rule names: elements without a
  /// name have no other place than the order in which they come.
  private struct Fixture: Equatable {
    let place: String
    /// Whether others may follow: appending is permitted even where elements may not be edited.
    let mayBeFollowed: Bool
    var values: [String]
  }

  /// What became of something read-only; `nil` if all is as it was.
  func breach(in result: JSON) throws -> String? {
    let profile = try profile()
    let (before, after) = (fixtures(document, profile), fixtures(result, profile))
    let places = Set(before.keys).union(after.keys)
    let changed = places.first { place in
      let (old, new) = (before[place]?.values ?? [], after[place]?.values ?? [])
      if after[place]?.mayBeFollowed ?? false { return !new.starts(with: old) }
      return old != new
    }
    return changed.map { "\($0) changed:\n\(self)\n→ \(result)" }
  }

  private func fixtures(_ document: JSON, _ profile: PatchProfile) -> [String: Fixture] {
    var fixtures: [String: Fixture] = [:]
    visit(document, at: [], place: "", mayBeFollowed: false) { tokens, place, follows, value in
      guard isReadOnly(tokens, profile) else { return }
      fixtures[
        place, default: Fixture(place: place, mayBeFollowed: follows, values: [])
      ].values.append(value.object != nil || value.array != nil ? value.kind.rawValue : "\(value)")
    }
    return fixtures
  }

  private func isReadOnly(_ tokens: [String], _ profile: PatchProfile) -> Bool {
    guard let rule = profile.rule(for: JSONPointer(tokens: tokens)) else {
      return profile.unlisted.verdict == .refuse
    }
    return rule.isReadOnly
  }

  private func visit(
    _ value: JSON, at tokens: [String], place: String, mayBeFollowed: Bool,
    _ body: ([String], String, Bool, JSON) -> Void
  ) {
    body(tokens, place, mayBeFollowed, value)
    let following = names(after: tokens)
    for name in value.childNames {
      var (step, follows) = (name, mayBeFollowed)
      if value.array != nil {
        if !isRuled(name, in: tokens) { follows = follows || mayAppend(to: tokens) }
        let isNamed =
          following.contains(name) || (name.hasPrefix("1") && following.contains("1*"))
        if !isNamed { step = "#" }
      }
      guard let child = value.child(name) else { continue }
      visit(
        child, at: tokens + [name], place: "\(place)/\(step)", mayBeFollowed: follows, body)
    }
  }

  /// Whether a rule speaks of an element by its index.
  private func isRuled(_ index: String, in tokens: [String]) -> Bool {
    rules.contains { Self.rests(of: Self.tokens($0.path), after: tokens).contains([index]) }
  }

  /// Whether a rule for the end of the array permits to append; what it brings has to be permitted
  /// by that rule or one below it.
  private func mayAppend(to tokens: [String]) -> Bool {
    rules.contains { rule in
      rule.operations.contains("add")
        && Self.rests(of: Self.tokens(rule.path), after: tokens).contains { $0.first == "-" }
    }
  }

  /// No rule calls an array what is an object in the document, or the other way round.
  func hasArraysWhereRulesHaveIndices(_ document: JSON) -> Bool {
    var isFitting = true
    visit(document, at: [], place: "", mayBeFollowed: false) { tokens, _, _, value in
      if value.object != nil, names(after: tokens).contains("{index}") { isFitting = false }
    }
    return isFitting
  }

  /// The tokens that some rule has for the children of a place.
  private func names(after tokens: [String]) -> Set<String> {
    Set(
      rules.flatMap { rule in
        Self.rests(of: Self.tokens(rule.path), after: tokens).compactMap(\.first)
      })
  }

  /// What of a pattern can be left after some tokens.
  private static func rests(of pattern: [String], after tokens: [String]) -> [[String]] {
    guard let first = pattern.first else { return tokens.isEmpty ? [[]] : [] }
    let rest = Array(pattern.dropFirst())
    if first == "**" {
      let skipping = rests(of: rest, after: tokens)
      if tokens.isEmpty { return skipping + [pattern] }
      return skipping + rests(of: pattern, after: Array(tokens.dropFirst()))
    }
    guard let next = tokens.first else { return [pattern] }
    let isMatch =
      ["*", "{index}", next].contains(first) || (first == "1*" && next.hasPrefix("1"))
    return isMatch ? rests(of: rest, after: Array(tokens.dropFirst())) : []
  }

  private static func tokens(_ pattern: String) -> [String] {
    var tokens = pattern.split(separator: "/").map(String.init)
    while tokens.last == "**" { tokens.removeLast() }
    return tokens
  }
}

extension Trial: CustomStringConvertible {
  var description: String {
    let rules = rules.map { "\($0.path) \($0.operations)" }.joined(separator: ", ")
    return "rules: \(rules); others: \(unlisted)\ndocument: \(document)\npatch: \(patch.json)"
  }
}

extension JSON {
  /// The pointers of all values in the value.
  fileprivate var places: [JSONPointer] {
    var places: [JSONPointer] = [.root]
    for name in childNames {
      guard let child = child(name) else { continue }
      places += child.places.map { JSONPointer(tokens: [name] + $0.tokens) }
    }
    return places
  }
}
