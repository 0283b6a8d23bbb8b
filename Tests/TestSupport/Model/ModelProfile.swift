/// A profile as plainly as it can be put: paths, and the operations that are permitted there.
///
/// It has no code in common with the engine's: each rule is compared with each path anew.
public struct ModelProfile: Sendable {
  /// One token of a pattern.
  public enum Component: Sendable, Equatable {
    /// That member.
    case name([UInt8])
    /// A member whose name begins so.
    case prefix([UInt8])
    /// An element.
    case index
    /// Any one token.
    case any
    /// Any number of tokens.
    case deep
  }

  /// What may be done at some paths, and below them as far as no other rule speaks.
  public struct Rule: Sendable {
    /// The tokens of the path.
    public var pattern: [Component]
    /// Of `add`, `remove` and `replace`, those that are permitted.
    public var operations: [String]

    /// Creates a rule.
    public init(_ pattern: [Component], _ operations: [String]) {
      (self.pattern, self.operations) = (pattern, operations)
    }
  }

  /// The rules.
  public var rules: [Rule]
  /// Whether what no rule covers may not be edited.
  public var refusesUnlisted: Bool

  /// Creates a profile.
  public init(rules: [Rule], refusesUnlisted: Bool) {
    (self.rules, self.refusesUnlisted) = (rules, refusesUnlisted)
  }
}

/// The place of a value; the end of an array has two names, its index and `-`.
struct ModelPlace {
  var tokens: [[UInt8]]
  /// The position of the token that could be `-` as well.
  var end: Int?

  func appending(_ token: [UInt8]) -> ModelPlace {
    ModelPlace(tokens: tokens + [token], end: end)
  }
}

extension ModelProfile {
  /// The rule that speaks for a place, and how many of its tokens the rule's pattern matches: the one that reaches deepest,
  /// among these the more literal one, among these the stricter one.
  func ruling(for place: ModelPlace) -> (rule: Rule, reach: Int)? {
    var best: (rule: Rule, reach: Int)?
    for rule in rules {
      let reach = (0...place.tokens.count).last { rule.matches(place, upTo: $0) }
      guard let reach else { continue }
      guard let other = best else {
        best = (rule, reach)
        continue
      }
      if reach > other.reach || reach == other.reach && rule.goesBefore(other.rule) {
        best = (rule, reach)
      }
    }
    return best
  }

  /// The operations that are permitted at a path by the rule that speaks for it; `nil` without one.
  public func operations(at pointer: ModelPointer) -> [String]? {
    ruling(for: ModelPlace(tokens: pointer.tokens))?.rule.operations
  }
}

extension ModelProfile.Rule {
  /// The pattern without the `**` at its end, which adds nothing.
  var significant: [ModelProfile.Component] {
    Array(pattern.reversed().drop { $0 == .deep }.reversed())
  }

  func matches(_ place: ModelPlace, upTo count: Int) -> Bool {
    Self.matches(significant[...], place, 0..<count)
  }

  private static func matches(
    _ pattern: ArraySlice<ModelProfile.Component>, _ place: ModelPlace, _ range: Range<Int>
  ) -> Bool {
    guard let first = pattern.first else { return range.isEmpty }
    if first == .deep {
      return matches(pattern.dropFirst(), place, range)
        || !range.isEmpty && matches(pattern, place, range.dropFirst())
    }
    guard let position = range.first else { return false }
    let isMatch =
      first.matches(place.tokens[position])
      || position == place.end && first.matches(Array("-".utf8))
    return isMatch && matches(pattern.dropFirst(), place, range.dropFirst())
  }

  /// Whether the pattern is the more literal one of two, or, if none is, the rule the stricter one.
  func goesBefore(_ other: ModelProfile.Rule) -> Bool {
    let (one, two) = (significant.map(\.rank), other.significant.map(\.rank))
    for (left, right) in zip(one, two) where left != right { return left < right }
    if one.count != two.count { return one.count > two.count }
    return operations.count < other.operations.count
  }
}

extension ModelProfile.Component {
  func matches(_ token: [UInt8]) -> Bool {
    switch self {
    case .name(let name): token == name
    case .prefix(let prefix): token.starts(with: prefix)
    case .index, .any, .deep: true
    }
  }

  /// Names go before beginnings of names, the longer ones first; then `{index}`, `*` and `**`.
  fileprivate var rank: Int {
    switch self {
    case .name: 0
    case .prefix(let prefix): 1000 - prefix.count
    case .index: 1001
    case .any: 1002
    case .deep: 1003
    }
  }
}
