internal import JSONPatching

/// An edit of a container changes what is in it too, so it must not go around the rules below it.
extension Examination {
  mutating func judgeContents(of edit: Edit) {
    judgeDuplicates(in: edit)
    let rules = profile.restrictions(below: edit.location)
    guard let first = rules.first else { return }
    if edit.pointer.isRoot {
      return report(
        Finding(
          .rootReplaced, at: edit.place,
          "the whole document cannot be changed at once: that would change \(first.path) too",
          help: "change its members one by one", notes: [first.source.note]))
    }
    let isHarmless = judgeContents(
      old: insertsElement(edit) ? nil : value(at: edit.location, vacated: edit.vacated),
      new: edit.replacement.value, at: edit.location, of: edit, rules: rules)
    if trial == nil, isHarmless { judgeUnknownContents(of: edit, rules: rules) }
  }

  /// Readers differ in which of two members of the same name they take, so neither can be judged.
  private mutating func judgeDuplicates(in edit: Edit) {
    guard case .written(let value) = edit.replacement, value.count > 0,
      !value.duplicateMembers().isEmpty
    else { return }
    report(
      Finding(
        .jsonDuplicateMember, at: .value, "the value for \(edit.pointer) has a member twice",
        help: "remove one of the two: readers differ in which of them they take"))
  }

  /// Compares what a place has below it before and after an edit.
  ///
  /// - Returns: Whether no rule stands against it.
  mutating func judgeContents(
    old: JSON?, new: JSON?, at location: Location, of edit: Edit, rules: [PatchProfile.Rule]
  ) -> Bool {
    var comparison = ContentsComparison(
      profile, rules: rules, knowsOld: trial != nil, budget: contentsBudget)
    comparison.compare(old, new, at: location)
    contentsBudget = comparison.budget
    for breach in comparison.breaches { report(breach, of: edit) }
    if !comparison.isComplete {
      report(
        Finding(
          .valueContainsUneditable, at: edit.place,
          "the value at \(edit.pointer) is too deep or too large to be judged"))
    }
    return comparison.isComplete && comparison.breaches.isEmpty
  }

  private mutating func report(_ breach: ContentsComparison.Breach, of edit: Edit) {
    let pointer = breach.location.pointer
    report(
      Finding(
        .valueContainsUneditable, at: breach.isNew ? edit.placeOfValue : edit.place,
        breach.isNew
          ? "the value brings \(pointer), which is not editable"
          : "this would change \(pointer), which is not editable",
        help: "change the members of \(edit.pointer) one by one", notes: [breach.rule.source.note]))
  }

  /// Without a document only the new value is known; what it takes the place of may hold anything.
  private mutating func judgeUnknownContents(of edit: Edit, rules: [PatchProfile.Rule]) {
    guard !profile.type(at: edit.location).isScalar, let rule = rules.first(where: \.isReadOnly),
      !insertsElement(edit) || edit.replacement.value == nil
    else { return }
    reportPossibleContents(of: edit, by: rule)
  }

  mutating func reportPossibleContents(of edit: Edit, by rule: PatchProfile.Rule) {
    report(
      Finding(
        .valueContainsUneditable, at: edit.place,
        "\(edit.pointer) may hold \(rule.path), which is not editable",
        help: "change its members one by one, or check the patch together with the document",
        notes: [rule.source.note]))
  }

  /// Whether the edit inserts into an array, so that no value is replaced.
  ///
  /// Without a document, a number or `-` may as well be the name of a member, unless the profile
  /// says that there is an array.
  private func insertsElement(_ edit: Edit) -> Bool {
    guard edit.kind == .add, let last = edit.tokens.last else { return false }
    let parent = Location(edit.tokens.dropLast())
    if trial != nil { return elements(at: parent, vacated: edit.vacated) != nil }
    return last.isArrayIndex && profile.hasArray(at: parent)
  }
}

extension Edit {
  /// Where to look for what the edit brings.
  var placeOfValue: Finding.Place {
    if case .written = replacement { .value } else { place }
  }
}

extension PatchProfile {
  /// Whether the rules say that a value at a place is an array.
  fileprivate func hasArray(at location: Location) -> Bool {
    type(at: location).isArray
      || rules.contains { $0.path.components(after: location).contains(.index) }
  }
}
