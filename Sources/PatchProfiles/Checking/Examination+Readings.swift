internal import JSONPatching

/// Without a document a path can mean several places, and has to be permitted at all of them.
extension Examination {
  mutating func judgeOtherReadings(of edit: Edit) {
    guard trial == nil, edit.kind == .add, !hasFailed, let last = edit.tokens.last else { return }
    let parent = Location(edit.tokens.dropLast())
    guard last.isArrayIndex, profile.type(at: parent).kinds.contains(.array) else { return }
    guard last.isDash else {
      // An index may be the end of its array.
      return judge(edit, asAt: Location(edit.tokens, end: parent.count))
    }
    for index in profile.namedIndices(at: parent).examples where !hasFailed {
      judge(edit, asAt: parent.appending(index))
    }
  }

  /// Judges an addition at another place than the one that its path spells.
  private mutating func judge(_ edit: Edit, asAt location: Location) {
    let rule = profile.ruling(for: location).map { profile.rules[$0.rule] }
    guard rule?.permits(edit.kind) ?? (profile.unlisted.verdict != .refuse) else {
      return report(
        Finding(
          .pathNotEditable, at: edit.place,
          "\(edit.pointer) may be \(rule?.path.description ?? location.pointer.description), "
            + "which is not editable",
          help: "check the patch together with the document",
          notes: (rule?.source ?? profile.unlisted.source).notes))
    }
    let rules = profile.restrictions(below: location)
    guard let first = rules.first(where: \.isReadOnly) else { return }
    guard let value = edit.replacement.value else {
      return reportPossibleContents(of: edit, by: first)
    }
    _ = judgeContents(old: nil, new: value, at: location, of: edit, rules: rules)
  }
}
