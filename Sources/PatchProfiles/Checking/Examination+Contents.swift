internal import JSONPatching

/// An edit of a container changes what is in it too, so it must not go around the rules below it.
extension Examination {
  /// Values nested deeper than this are refused when a rule could speak at any depth.
  private static let maximumDepth = 256

  mutating func judgeContents(of edit: Edit) {
    judgeDuplicates(in: edit)
    let rules = profile.rules.filter { $0.isRestrictive && $0.path.canMatch(below: edit.tokens) }
    guard let first = rules.first else { return }
    if edit.pointer.isRoot {
      return report(
        Finding(
          .rootReplaced, at: edit.place,
          "the whole document cannot be changed at once: that would change \(first.path) too",
          help: "change its members one by one", notes: [first.source.note]))
    }
    guard let trial else { return judgeContentsUnseen(of: edit, rules: rules) }
    let old = edit.insertsElement(in: trial.document) ? nil : trial.document[edit.pointer]
    judgeContents(
      old: old, new: edit.replacement.value, at: edit.tokens, of: edit, rules: rules, depth: 0)
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

  /// Compares what a container has before and after, member by member, where a rule may speak.
  private mutating func judgeContents(
    old: JSON?, new: JSON?, at tokens: [String], of edit: Edit, rules: [PatchProfile.Rule],
    depth: Int
  ) {
    guard depth < Self.maximumDepth else {
      return report(
        Finding(
          .valueContainsUneditable, at: edit.place,
          "the value at \(edit.pointer) is nested too deeply to be judged"))
    }
    for name in Self.childNames(of: old, new) {
      let child = tokens + [name]
      let (before, after) = (old?.child(name), new?.child(name))
      if let ruling = profile.ruling(for: child), ruling.reach == child.count {
        let rule = profile.rules[ruling.rule]
        if trial == nil ? rule.forbidsWriting(after) : rule.forbids(changing: before, to: after) {
          reportContents(JSONPointer(tokens: child), isNew: before == nil, of: edit, by: rule)
          continue
        }
      }
      guard rules.contains(where: { $0.path.canMatch(below: child) }) else { continue }
      judgeContents(
        old: before, new: after, at: child, of: edit, rules: rules, depth: depth + 1)
    }
  }

  /// Without a document only the new value is known; what it takes the place of may hold anything.
  private mutating func judgeContentsUnseen(of edit: Edit, rules: [PatchProfile.Rule]) {
    let found = findings.count
    judgeContents(
      old: nil, new: edit.replacement.value, at: edit.tokens, of: edit, rules: rules, depth: 0)
    guard findings.count == found, !profile.type(at: edit.tokens).isScalar,
      let rule = rules.first(where: \.isReadOnly), !edit.addsKnownElement
    else { return }
    report(
      Finding(
        .valueContainsUneditable, at: edit.place,
        "\(edit.pointer) may hold \(rule.path), which is not editable",
        help: "change its members one by one, or check the patch together with the document",
        notes: [rule.source.note]))
  }

  private mutating func reportContents(
    _ pointer: JSONPointer, isNew: Bool, of edit: Edit, by rule: PatchProfile.Rule
  ) {
    report(
      Finding(
        .valueContainsUneditable, at: isNew ? .value : edit.place,
        isNew
          ? "the value brings \(pointer), which is not editable"
          : "this would change \(pointer), which is not editable",
        help: "change the members of \(edit.pointer) one by one", notes: [rule.source.note]))
  }

  /// The member names, or the indices as tokens, of both values.
  private static func childNames(of old: JSON?, _ new: JSON?) -> [String] {
    let names = old?.childNames ?? []
    guard let new else { return names }
    return names + new.childNames.filter { old?.child($0) == nil }
  }
}

extension PatchProfile.Rule {
  /// Whether some edit of the path is not permitted.
  fileprivate var isRestrictive: Bool { operations.count < 3 }

  /// Whether the rule stands against a value of which it is not known what it takes the place of.
  fileprivate func forbidsWriting(_ new: JSON?) -> Bool {
    new != nil && !permits(.add) && !permits(.replace)
  }

  /// Whether the rule stands against what happens to a value when its container is edited.
  ///
  /// A read-only value may not even be written again as it is.
  fileprivate func forbids(changing old: JSON?, to new: JSON?) -> Bool {
    switch (old, new) {
    case (nil, nil): false
    case (nil, _?): !permits(.add)
    case (_?, nil): !permits(.remove)
    case (let old?, let new?): isReadOnly || (!permits(.replace) && old != new)
    }
  }
}

extension Edit {
  /// Whether the edit looks like the insertion of a known element, which takes the place of
  /// nothing.
  fileprivate var addsKnownElement: Bool {
    kind == .add && replacement.value != nil && tokens.last?.isArrayIndex ?? false
  }

  /// Whether the edit inserts into an array, so that no value is replaced.
  func insertsElement(in document: JSON) -> Bool {
    guard kind == .add, let parent = pointer.parent else { return false }
    return document[parent]?.kind == .array
  }
}
