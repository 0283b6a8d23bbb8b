extension PathPattern {
  /// Says whether this pattern is the more literal of two.
  ///
  /// The first component that differs decides: a literal goes before a prefix, a longer prefix
  /// before a shorter one, then come `{index}`, `*` and `**`.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
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
