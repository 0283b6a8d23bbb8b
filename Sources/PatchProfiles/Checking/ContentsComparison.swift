internal import JSONPatching

/// Compares what a container has before and after an edit, where rules for what is in it may speak.
struct ContentsComparison {
  /// Something in the container that may not become what it becomes.
  struct Breach {
    let location: Location
    /// Whether there was nothing before.
    let isNew: Bool
    let rule: PatchProfile.Rule
  }

  let profile: PatchProfile
  /// The rules that restrict something below the container.
  let rules: [PatchProfile.Rule]
  /// Whether the value before is known; otherwise it may be anything.
  let knowsOld: Bool

  /// What was found, the first few.
  private(set) var breaches: [Breach] = []
  /// Whether everything was looked at that a rule may speak of.
  private(set) var isComplete = true
  /// How many children may still be looked at.
  private(set) var budget: Int

  /// Values nested deeper than this are not looked into.
  private static let maximumDepth = 256
  /// More breaches say nothing new.
  private static let maximumCount = 8

  init(_ profile: PatchProfile, rules: [PatchProfile.Rule], knowsOld: Bool, budget: Int) {
    self.profile = profile
    self.rules = rules
    self.knowsOld = knowsOld
    self.budget = budget
  }

  /// Compares what two values have below a place, member by member.
  mutating func compare(_ old: JSON?, _ new: JSON?, at location: Location, depth: Int = 0) {
    guard depth < Self.maximumDepth else {
      isComplete = false
      return
    }
    for name in names(in: old, new, at: location) {
      guard breaches.count < Self.maximumCount else { return }
      guard budget > 0 else {
        isComplete = false
        return
      }
      budget -= 1
      let child = location.appending(name)
      let (before, after) = (old?.child(name), new?.child(name))
      if before == nil && after == nil { continue }
      if let ruling = profile.ruling(for: child), ruling.reach == child.count {
        let rule = profile.rules[ruling.rule]
        if knowsOld ? rule.forbids(changing: before, to: after) : rule.forbidsWriting(after) {
          breaches.append(Breach(location: child, isNew: before == nil, rule: rule))
          continue
        }
      }
      guard rules.contains(where: { $0.path.canMatch(below: child) }) else { continue }
      compare(before, after, at: child, depth: depth + 1)
    }
  }

  /// The member names, or the indices as tokens, of both values, as far as a rule may speak of them.
  private func names(in old: JSON?, _ new: JSON?, at location: Location) -> [String] {
    if let names = literalNames(at: location) { return names }
    let names = old?.childNames ?? []
    guard let new else { return names }
    return names + new.childNames.filter { old?.child($0) == nil }
  }

  /// The names that the rules have for the children of a place; `nil` if a rule leaves them open.
  private func literalNames(at location: Location) -> [String]? {
    var names: [String] = []
    for component in rules.flatMap({ $0.path.components(after: location) }) {
      guard case .literal(let bytes) = component else { return nil }
      let name = String(decoding: bytes, as: UTF8.self)
      if !names.contains(where: { $0.utf8.elementsEqual(bytes) }) { names.append(name) }
    }
    return names
  }
}

extension PatchProfile {
  /// The rules that restrict something below a place.
  func restrictions(below location: Location) -> [Rule] {
    rules.filter { $0.isRestrictive && $0.path.canMatch(below: location) }
  }
}

extension PatchProfile.Rule {
  /// Whether some edit of the path is not permitted.
  var isRestrictive: Bool { operations.count < 3 }

  /// Whether the rule stands against a value of which it is not known what it takes the place of.
  func forbidsWriting(_ new: JSON?) -> Bool {
    new != nil && !permits(.add) && !permits(.replace)
  }

  /// Whether the rule stands against what happens to a value when its container is edited.
  ///
  /// A read-only value may not even be written again as it is.
  func forbids(changing old: JSON?, to new: JSON?) -> Bool {
    switch (old, new) {
    case (nil, nil): false
    case (nil, _?): !permits(.add)
    case (_?, nil): !permits(.remove)
    case (let old?, let new?): isReadOnly || (!permits(.replace) && old != new)
    }
  }
}
