public import JSONPatching

extension PatchProfile {
  /// The rule that speaks for a path.
  ///
  /// - Parameter pointer: The path; a `-` in it counts as an index.
  /// - Returns: `nil` for a path that the profile does not list: then ``unlisted`` decides.
  /// - Complexity: O(*r* × *t*) for *r* rules and *t* tokens, times the number of components where a pattern has a `**`.
  public func rule(for pointer: JSONPointer) -> Rule? {
    ruling(for: Location(pointer)).map { rules[$0.rule] }
  }

  /// The rule that speaks for a path, and how far its pattern reaches.
  struct Ruling {
    /// The index of the rule.
    var rule: Int
    /// The number of tokens that the pattern matches; the rest is below it.
    var reach: Int
  }

  /// Finds the rule that reaches deepest, and among equals the more literal one.
  func ruling(for location: Location) -> Ruling? {
    var ruling: Ruling?
    for index in ranking {
      guard let reach = rules[index].path.reach(in: location) else { continue }
      if reach > ruling?.reach ?? -1 { ruling = Ruling(rule: index, reach: reach) }
    }
    return ruling
  }

  /// The type of the values at a path; `any` when nothing is known about it.
  func type(at location: Location) -> ValueType {
    guard let ruling = ruling(for: location) else { return .any }
    var type = rules[ruling.rule].value
    for token in location.tokens[ruling.reach...] {
      guard case .type(let child) = type.child(token) else { return .any }
      type = child
    }
    return type
  }
}
