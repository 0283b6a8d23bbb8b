public import JSONPatching

extension PathPattern {
  /// Says whether the pattern matches a path as a whole.
  ///
  /// - Complexity: O(*n*) in the number of tokens, times the number of components when the pattern
  ///   has a `**`.
  public func matches(_ pointer: JSONPointer) -> Bool {
    let tokens = pointer.tokens
    return reach(in: tokens) == tokens.count
  }

  /// Says whether the pattern matches a path or an ancestor of it.
  ///
  /// - Complexity: O(*n*) in the number of tokens, times the number of components when the pattern
  ///   has a `**`.
  public func covers(_ pointer: JSONPointer) -> Bool { reach(in: pointer.tokens) != nil }

  /// The number of tokens of the longest ancestor-or-self that the pattern matches; `nil` when it
  /// matches none.
  func reach(in tokens: [String]) -> Int? {
    guard isElastic else {
      guard tokens.count >= components.count, matchesPrefix(of: tokens) else { return nil }
      return components.count
    }
    var reach: Int?
    var states = start
    for depth in 0...tokens.count {
      if states & final != 0 { reach = depth }
      guard depth < tokens.count, states != 0 else { break }
      states = advanced(states, over: tokens[depth])
    }
    return reach
  }

  /// Says whether the pattern can match something strictly below a path.
  func canMatch(below tokens: [String]) -> Bool {
    guard isElastic else {
      return components.count > tokens.count && matchesPrefix(of: tokens)
    }
    let states = tokens.reduce(start) { advanced($0, over: $1) }
    return states & ~final != 0
  }

  /// Compares component by component, as far as there are both components and tokens.
  private func matchesPrefix(of tokens: [String]) -> Bool {
    for (component, token) in zip(components, tokens) where !component.matches(token) {
      return false
    }
    return true
  }
}

/// A pattern with `**` is matched as a finite automaton: bit *i* is set when the first *i*
/// components are matched.
extension PathPattern {
  private var start: UInt64 { closed(1) }

  private var final: UInt64 { 1 << UInt64(components.count) }

  private func advanced(_ states: UInt64, over token: String) -> UInt64 {
    var next: UInt64 = 0
    for (index, component) in components.enumerated() where states & (1 << UInt64(index)) != 0 {
      if component == .anyTokens {
        next |= 1 << UInt64(index)
      } else if component.matches(token) {
        next |= 1 << UInt64(index + 1)
      }
    }
    return closed(next)
  }

  /// Adds the states that are reached by letting a `**` stand for nothing.
  private func closed(_ states: UInt64) -> UInt64 {
    var states = states
    for (index, component) in components.enumerated()
    where component == .anyTokens && states & (1 << UInt64(index)) != 0 {
      states |= 1 << UInt64(index + 1)
    }
    return states
  }
}

extension PathPattern.Component {
  /// Says whether the component can stand for one token.
  ///
  /// `{index}` takes any token: whether it is a good index is a finding of its own, not a reason to
  /// look for another rule.
  func matches(_ token: String) -> Bool {
    switch self {
    case .literal(let name): token.utf8.elementsEqual(name)
    case .prefix(let prefix): token.utf8.starts(with: prefix)
    case .index, .anyToken, .anyTokens: true
    }
  }
}
