public import JSONPatching

extension PathPattern {
  /// Says whether the pattern matches a path as a whole.
  ///
  /// - Complexity: O(*n*) in the number of tokens, times the number of components when the pattern
  ///   has a `**`.
  public func matches(_ pointer: JSONPointer) -> Bool {
    let location = Location(pointer)
    return reach(in: location) == location.count
  }

  /// Says whether the pattern matches a path or an ancestor of it.
  ///
  /// - Complexity: O(*n*) in the number of tokens, times the number of components when the pattern
  ///   has a `**`.
  public func covers(_ pointer: JSONPointer) -> Bool { reach(in: Location(pointer)) != nil }

  /// The number of tokens of the longest ancestor-or-self that the pattern matches; `nil` when it
  /// matches none.
  func reach(in location: Location) -> Int? {
    guard isElastic else {
      guard location.count >= components.count, matchesPrefix(of: location) else { return nil }
      return components.count
    }
    var reach: Int?
    var states = start
    for depth in 0...location.count {
      if states & final != 0 { reach = depth }
      guard depth < location.count, states != 0 else { break }
      states = advanced(states, over: depth, of: location)
    }
    return reach
  }

  /// Says whether the pattern can match something strictly below a path.
  func canMatch(below location: Location) -> Bool {
    guard isElastic else {
      return components.count > location.count && matchesPrefix(of: location)
    }
    return states(after: location) & ~final != 0
  }

  /// The components that the next token after a path has to match, a `**` among them.
  func components(after location: Location) -> [Component] {
    guard isElastic else {
      return canMatch(below: location) ? [components[location.count]] : []
    }
    let states = states(after: location)
    return components.enumerated().filter { states & (1 << UInt64($0.offset)) != 0 }
      .map(\.element)
  }

  /// Compares component by component, as far as there are both components and tokens.
  private func matchesPrefix(of location: Location) -> Bool {
    for depth in 0..<min(components.count, location.count)
    where !components[depth].matches(depth, of: location) {
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

  private func states(after location: Location) -> UInt64 {
    (0..<location.count).reduce(start) { advanced($0, over: $1, of: location) }
  }

  private func advanced(_ states: UInt64, over depth: Int, of location: Location) -> UInt64 {
    var next: UInt64 = 0
    for (index, component) in components.enumerated() where states & (1 << UInt64(index)) != 0 {
      if component == .anyTokens {
        next |= 1 << UInt64(index)
      } else if component.matches(depth, of: location) {
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

  /// Says whether the component can stand for a token of a path, in whatever way it is spelt.
  fileprivate func matches(_ depth: Int, of location: Location) -> Bool {
    matches(location.tokens[depth]) || (depth == location.end && matches("-"))
  }
}
