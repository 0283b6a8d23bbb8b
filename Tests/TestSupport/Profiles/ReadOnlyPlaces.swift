public import JSONPatching
public import PatchProfiles

/// What the rules of a profile call read-only in a document, worked out the slow way: which rule speaks for a place the model
/// says, which has no code in common with the profile.
public struct ReadOnlyPlaces {
  private let model: ModelProfile
  private let rules: [(tokens: [String], permitsAdding: Bool)]

  /// Reads the rules of a profile.
  public init(profile: PatchProfile) {
    model = ModelProfile(
      rules: profile.rules.map { rule in
        ModelProfile.Rule(
          ModelProfile.Component.all(of: rule.path.description), rule.operations.map(\.rawValue))
      },
      refusesUnlisted: profile.unlisted.verdict == .refuse)
    rules = profile.rules.map {
      (Self.tokens($0.path.description), $0.operations.contains(.add))
    }
  }

  /// What is at a read-only path, with `#` for each index that no rule names: elements without a
  /// name have no other place than the order in which they come.
  private struct Contents: Equatable {
    /// Whether others may follow: appending is permitted even where elements may not be edited.
    let mayBeFollowed: Bool
    var values: [JSON]
  }

  /// Says what read-only place was changed; `nil` if all are as they were.
  public func change(from document: JSON, to result: JSON) -> String? {
    let (before, after) = (contents(of: document), contents(of: result))
    let changed = Set(before.keys).union(after.keys).first { place in
      let (old, new) = (before[place]?.values ?? [], after[place]?.values ?? [])
      if after[place]?.mayBeFollowed ?? false { return !new.starts(with: old) }
      return old != new
    }
    return changed.map { "\(TextBytes($0)) changed in \(document)\n→ \(result)" }
  }

  /// The contents by the bytes of their places, so that no two names are taken for one.
  private func contents(of document: JSON) -> [[UInt8]: Contents] {
    var contents: [[UInt8]: Contents] = [:]
    visit(document, at: [], place: "", mayBeFollowed: false) { tokens, place, follows, value in
      guard isReadOnly(tokens) else { return }
      // A container is there or not; what is in it has places of its own.
      let shape: JSON =
        switch value.kind {
        case .array: []
        case .object: [:]
        default: value
        }
      contents[Array(place.utf8), default: Contents(mayBeFollowed: follows, values: [])]
        .values.append(shape)
    }
    return contents
  }

  private func isReadOnly(_ tokens: [String]) -> Bool {
    let pointer = ModelPointer(tokens: tokens.map { Array($0.utf8) })
    return model.operations(at: pointer)?.isEmpty ?? model.refusesUnlisted
  }

  private func visit(
    _ value: JSON, at tokens: [String], place: String, mayBeFollowed: Bool,
    _ body: ([String], String, Bool, JSON) -> Void
  ) {
    body(tokens, place, mayBeFollowed, value)
    let following = names(after: tokens)
    for (name, child) in value.children {
      var (step, follows) = (name, mayBeFollowed)
      if value.array != nil {
        if !isRuled(name, in: tokens) { follows = follows || mayAppend(to: tokens) }
        if !following.contains(where: { Self.isName($0, of: name) }) { step = "#" }
      }
      visit(
        child, at: tokens + [name], place: "\(place)/\(step)", mayBeFollowed: follows, body)
    }
  }

  /// Whether a rule speaks of an element by its index.
  private func isRuled(_ index: String, in tokens: [String]) -> Bool {
    rules.contains { Self.rests(of: $0.tokens, after: tokens).contains([index]) }
  }

  /// Whether a rule for the end of the array permits to append; what it brings has to be permitted
  /// by that rule or one below it.
  private func mayAppend(to tokens: [String]) -> Bool {
    rules.contains { rule in
      rule.permitsAdding
        && Self.rests(of: rule.tokens, after: tokens).contains { $0.first == "-" }
    }
  }

  /// No rule calls an array what is an object in the document, or the other way round.
  public func hasArraysWhereRulesHaveIndices(_ document: JSON) -> Bool {
    var isFitting = true
    visit(document, at: [], place: "", mayBeFollowed: false) { tokens, _, _, value in
      if value.object != nil, names(after: tokens).contains("{index}") { isFitting = false }
    }
    return isFitting
  }

  /// The tokens that some rule has for the children of a place.
  private func names(after tokens: [String]) -> [String] {
    rules.flatMap { Self.rests(of: $0.tokens, after: tokens).compactMap(\.first) }
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
    let isMatch = ["*", "{index}"].contains(first) || isName(first, of: next)
    return isMatch ? rests(of: rest, after: Array(tokens.dropFirst())) : []
  }

  /// Whether a token of a pattern is a name, or the beginning of one.
  private static func isName(_ token: String, of name: String) -> Bool {
    if token.utf8.elementsEqual(name.utf8) { return true }
    return token.utf8.count > 1 && token.utf8.last == UInt8(ascii: "*")
      && name.utf8.starts(with: token.utf8.dropLast())
  }

  /// The tokens of a pattern without the `**` at its end, which adds nothing.
  static func tokens(_ pattern: String) -> [String] {
    var tokens = pattern.split(separator: "/").map(String.init)
    while tokens.last == "**" { tokens.removeLast() }
    return tokens
  }
}

extension ModelProfile.Component {
  /// The components of a pattern as it is written.
  fileprivate static func all(of pattern: String) -> [ModelProfile.Component] {
    pattern.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
      switch token {
      case "**": .deep
      case "*": .any
      case "{index}": .index
      case _ where token.last == "*" && !token.hasSuffix("~*"): .prefix(unescaped(token.dropLast()))
      default: .name(unescaped(token))
      }
    }
  }

  private static func unescaped(_ token: Substring) -> [UInt8] {
    var rest = token[...]
    var bytes: [UInt8] = []
    while let first = rest.popFirst() {
      let character = first == "~" ? rest.popFirst() ?? first : first
      switch (first, character) {
      case ("~", "0"): bytes.append(UInt8(ascii: "~"))
      case ("~", "1"): bytes.append(UInt8(ascii: "/"))
      default: bytes += String(character).utf8
      }
    }
    return bytes
  }
}
