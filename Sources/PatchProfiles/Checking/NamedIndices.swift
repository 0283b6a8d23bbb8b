/// The indices of an array that rules speak of by name.
struct NamedIndices {
  /// Those that a rule names.
  private(set) var literals: Set<Int> = []
  /// The numbers that a rule lets indices begin with.
  private(set) var prefixes: Set<Int> = []

  /// Takes the indices out of what rules have for the children of a place.
  init(_ components: [PathPattern.Component]) {
    for component in components {
      switch component {
      case .literal(let name): if let index = Self.index(name) { literals.insert(index) }
      case .prefix(let name): if let index = Self.index(name) { prefixes.insert(index) }
      case .index, .anyToken, .anyTokens: break
      }
    }
    // No other index begins with a zero.
    if prefixes.remove(0) != nil { literals.insert(0) }
  }

  /// The index that a name spells, unless it is too large for any array.
  private static func index(_ name: [UInt8]) -> Int? {
    let token = String(decoding: name, as: UTF8.self)
    return token.isArrayIndex ? Int(token).flatMap { $0 < .max - 1 ? $0 : nil } : nil
  }

  var isEmpty: Bool { literals.isEmpty && prefixes.isEmpty }

  /// The indices that a rule names and the ones beside them, with which they exchange elements.
  func neighbourhood(within range: ClosedRange<Int>) -> [Int] {
    Set(literals.flatMap { [$0 - 1, $0, $0 + 1] }).filter(range.contains).sorted()
  }

  /// Whether a range has an index of which a rule names the beginning.
  func hasPrefix(within range: ClosedRange<Int>) -> Bool {
    prefixes.contains { prefix in
      var (lower, upper) = (prefix, prefix)
      while lower <= range.upperBound {
        if range.lowerBound <= upper { return true }
        let (nextLower, overflowsLower) = lower.multipliedReportingOverflow(by: 10)
        let (nextUpper, overflowsUpper) = upper.multipliedReportingOverflow(by: 10)
        guard !overflowsLower, !overflowsUpper, nextUpper <= .max - 9 else { return true }
        (lower, upper) = (nextLower, nextUpper + 9)
      }
      return false
    }
  }

  /// An index for each rule that names one or a beginning, of which no other rule speaks more
  /// precisely.
  var examples: [Int] {
    literals.sorted()
      + prefixes.sorted().compactMap { prefix in
        let text = String(prefix)
        let longer = [text] + (0..<100).map { text + String($0) }
        return longer.lazy.compactMap { Int($0) }.first { index in
          !literals.contains(index)
            && !prefixes.contains { $0 > prefix && String(index).hasPrefix(String($0)) }
        }
      }
  }
}

extension PatchProfile {
  /// The indices of an array that rules speak of by name.
  func namedIndices(at location: Location) -> NamedIndices {
    guard namesIndices else { return NamedIndices([]) }
    return NamedIndices(rules.flatMap { $0.path.components(after: location) })
  }
}
