/// A pattern over the paths of a document, written like a JSON Pointer.
///
/// | token | stands for |
/// |---|---|
/// | `name` | that member, or that array index |
/// | `na*` | one member whose name begins with `na` |
/// | `{index}` | one element of an array, or `-` |
/// | `-` | the place after the last element of an array, where an `add` appends |
/// | `*` | any one token |
/// | `**` | any number of tokens, none included |
///
/// `~0`, `~1`, `~*` and `~{` stand for `~`, `/`, `*` and `{` themselves. A pattern covers what it
/// matches and everything below, so a `**` at its end adds nothing. Tokens are compared by their
/// UTF-8 bytes after unescaping, so names that differ only by Unicode normalisation are different
/// names.
///
/// ```swift
/// let pattern = try PathPattern("/environments/*/targets/{index}")
/// pattern.matches("/environments/test/targets/-")          // true
/// pattern.covers("/environments/test/targets/0/values/3")  // true
/// ```
public struct PathPattern: Sendable {
  /// One token of a pattern.
  enum Component: Sendable, Hashable {
    case literal([UInt8])
    case prefix([UInt8])
    case index
    case anyToken
    case anyTokens
  }

  /// The pattern as it was written.
  let text: String
  /// The tokens of the pattern, without the `**` at its end.
  let components: [Component]
  /// Whether a `**` is among the components, so that matching has to follow several possibilities.
  let isElastic: Bool

  init(text: String, components: [Component]) {
    self.text = text
    self.components = components
    isElastic = components.contains(.anyTokens)
  }
}

extension PathPattern: Hashable {
  /// Compares two patterns by what they match.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public static func == (left: Self, right: Self) -> Bool { left.components == right.components }

  /// Hashes what the pattern matches.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(components) }
}

extension PathPattern: CustomStringConvertible {
  /// The pattern as it was written.
  public var description: String { text }
}

extension PathPattern {
  /// Says whether this pattern is the more literal of two.
  ///
  /// The first component that differs decides: a literal goes before a prefix, a longer prefix
  /// before a shorter one, then come `{index}`, `*` and `**`.
  ///
  /// - Complexity: O(*n*) for *n* components.
  public func isMoreSpecific(than other: PathPattern) -> Bool {
    for (left, right) in zip(components, other.components) where left.rank != right.rank {
      return left.rank < right.rank
    }
    return components.count > other.components.count
  }
}

extension PathPattern.Component {
  /// The place in the order of specificity: first the class, then the length that is left open.
  fileprivate var rank: (Int, Int) {
    switch self {
    case .literal: (0, 0)
    case .prefix(let prefix): (1, -prefix.count)
    case .index: (2, 0)
    case .anyToken: (3, 0)
    case .anyTokens: (4, 0)
    }
  }
}
