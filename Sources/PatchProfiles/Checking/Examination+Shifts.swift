internal import JSONPatching

/// Inserting or removing an element moves those behind it.
///
/// Rules with `{index}` or `*` speak of elements wherever they are, so these take their protection
/// along. Where a rule names an index, elements come under another rule by moving, and what is at
/// the index becomes something else.
extension Examination {
  mutating func judgeShifts(
    of kind: JSONPatch.Operation.Kind, at path: JSONPointer, from: JSONPointer?,
    _ replacement: Replacement
  ) {
    guard profile.namesIndices else { return }
    switch kind {
    case .add, .copy:
      judgeShift(inserting: edit(.add, at: path, replacement))
    case .remove:
      judgeShift(removing: edit(.remove, at: path))
    case .move:
      guard let from else { return }
      let removal = edit(.remove, at: from, place: .from)
      let insertion = edit(.add, at: path, replacement, vacated: from)
      if from.parent == path.parent {
        judgeShift(removing: removal, inserting: insertion)
      } else {
        judgeShift(removing: removal)
        judgeShift(inserting: insertion)
      }
    case .replace, .test:
      return
    }
  }

  /// Judges the elements that one or two edits of one array move.
  private mutating func judgeShift(removing removal: Edit? = nil, inserting insertion: Edit? = nil)
  {
    guard !hasFailed, let edit = removal ?? insertion, !edit.pointer.isRoot else { return }
    // Where the other half of a `move` took something away, the array has its new place.
    let vacated = removal == nil ? insertion?.vacated : nil
    let array = Location(edit.tokens.dropLast())
    let count = elements(at: array, vacated: vacated)
    let mayBeArray =
      trial == nil ? profile.type(at: array).kinds.contains(.array) : count != nil
    let names = profile.namedIndices(at: array)
    guard mayBeArray, !names.isEmpty else { return }
    let indices = [removal, insertion].map { $0?.tokens.last.flatMap { Int($0) } }
    guard indices[0] != nil || indices[1] != nil else { return }
    let shift = Shift(array: array, removal: indices[0], insertion: indices[1], count: count)
    if names.hasPrefix(within: shift.range), profile.hasRestrictions(in: array) {
      return reportShift(to: array, of: edit)
    }
    for index in names.neighbourhood(within: shift.range) where !hasFailed {
      judge(shift, at: index, names, vacated: vacated, of: insertion ?? edit)
    }
  }

  /// Judges what becomes of one index.
  private mutating func judge(
    _ shift: Shift, at index: Int, _ names: NamedIndices, vacated: JSONPointer?, of edit: Edit
  ) {
    let place = shift.array.appending(index)
    let (source, destination) = (shift.source(of: index), shift.destination(of: index))
    let hasName = names.literals.contains(index)
    func element(_ index: Int?) -> JSON? {
      index.flatMap { value(at: shift.array.appending($0), vacated: vacated) }
    }
    // At its own index the operation is judged as what it is.
    if let source, let destination {
      let comes = isRuledApart(source, index, in: shift.array)
      let goes = isRuledApart(destination, index, in: shift.array)
      let isForbidden =
        trial == nil
        ? (comes || goes) && mayForbidChanges(at: place)
        : forbids(
          changing: goes ? element(index) : nil, to: comes ? element(source) : nil, at: place)
      if isForbidden { return reportShift(to: place, of: edit) }
    }
    let comes = hasName || source.map(names.literals.contains) ?? false
    let goes = hasName || destination.map(names.literals.contains) ?? false
    let rules = profile.restrictions(below: place)
    guard comes || goes, let first = rules.first else { return }
    if trial == nil {
      if !profile.type(at: place).isScalar { reportPossibleContents(of: edit, by: first) }
      return
    }
    let inserted = index == shift.insertion && hasName ? edit.replacement.value : nil
    _ = judgeContents(
      old: goes ? element(index) : nil, new: comes ? inserted ?? element(source) : nil, at: place,
      of: edit, rules: rules)
  }

  /// Whether different rules speak for two elements of an array.
  private func isRuledApart(_ first: Int, _ second: Int, in array: Location) -> Bool {
    profile.ruling(for: array.appending(first))?.rule
      != profile.ruling(for: array.appending(second))?.rule
  }

  /// Whether the rules stand against what becomes of a value by moving.
  private func forbids(changing old: JSON?, to new: JSON?, at location: Location) -> Bool {
    guard let ruling = profile.ruling(for: location) else {
      return profile.unlisted.verdict == .refuse && (old != nil || new != nil)
    }
    return profile.rules[ruling.rule].forbids(changing: old, to: new)
  }

  /// Whether the rules may stand against what becomes of an unknown value by moving.
  private func mayForbidChanges(at location: Location) -> Bool {
    profile.ruling(for: location).map { profile.rules[$0.rule].isRestrictive }
      ?? (profile.unlisted.verdict == .refuse)
  }

  private mutating func reportShift(to location: Location, of edit: Edit) {
    let rule = profile.ruling(for: location).map { profile.rules[$0.rule] }
    report(
      Finding(
        .pathNotEditable, at: edit.place,
        "this moves other elements, and \(location.pointer) is not editable in \(profile.name)",
        help: "replace elements in their places",
        notes: (rule?.source ?? profile.unlisted.source).notes))
  }
}

extension PatchProfile {
  /// Whether there is something at or below the elements of an array that may not be edited.
  fileprivate func hasRestrictions(in array: Location) -> Bool {
    unlisted.verdict == .refuse || !restrictions(below: array).isEmpty
      || ruling(for: array).map { rules[$0.rule].isRestrictive } ?? false
  }
}
