internal import JSONPatching

/// Makes the document that an old one may become: the new one wherever the profile lets it, else the old one.
struct DifferenceFilter {
  private let judge: DifferenceJudge
  private let options: JSONPatch.DifferenceOptions
  /// The places that stay as they are, because of what a patch as a whole would bring about.
  private let withdrawn: [JSONPointer: DifferenceJudge.Objection]
  /// What is left out.
  private(set) var omissions: [PatchProfile.Difference.Omission] = []
  /// The containers that may be edited, but not replaced.
  private(set) var edited: Set<JSONPointer> = []

  /// Values that nest deeper are accepted or left out as a whole: this bounds the stack, and the work, since a value is
  /// looked at again on each level.
  private static let maximumDepth = 32

  init(
    _ judge: DifferenceJudge, _ options: JSONPatch.DifferenceOptions,
    withdrawn: [JSONPointer: DifferenceJudge.Objection]
  ) {
    self.judge = judge
    self.options = options
    self.withdrawn = withdrawn
  }

  /// The document that the old one may become.
  mutating func target(of new: JSON) -> JSON {
    merged(judge.old, new, at: Place()) ?? judge.old
  }

  /// Where values are: in the old document for the profile, and for whoever reads of an omission.
  private struct Place {
    var pointer: JSONPointer = .root
    var shown: JSONPointer = .root

    func member(_ name: String) -> Place {
      Place(pointer: pointer.appending(name), shown: shown.appending(name))
    }

    func element(_ index: Int) -> Place {
      Place(pointer: pointer.appending(index), shown: shown.appending(index))
    }

    /// A new element, which has no place in the old document yet.
    func newElement(_ index: Int) -> Place {
      Place(pointer: pointer.appending("-"), shown: shown.appending(index))
    }
  }

  // MARK: Values

  /// What becomes of a value; `nil` where there is none.
  private mutating func merged(_ old: JSON?, _ new: JSON?, at place: Place) -> JSON? {
    // Not `==` of optionals, which takes `nil` for the JSON `null`.
    if let old, let new, old == new { return old }
    if let objection = withdrawn[place.pointer] { return omit(old, new, at: place, objection) }
    guard let old, let new, old.kind == new.kind,
      old.kind == .object || old.kind == .array, place.pointer.count < Self.maximumDepth
    else { return exchanged(old, new, at: place) }
    if judge.accepts(.replace(place.pointer, new)),
      !withdrawn.keys.contains(where: { place.pointer.isPrefix(of: $0) })
    {
      return new
    }
    let result =
      old.kind == .object
      ? mergedMembers(old, new, at: place) : mergedElements(old, new, at: place)
    if result != old, !judge.accepts(.replace(place.pointer, result)) {
      edited.insert(place.pointer)
    }
    return result
  }

  /// What becomes of a value that is added, removed or replaced as a whole.
  private mutating func exchanged(_ old: JSON?, _ new: JSON?, at place: Place) -> JSON? {
    let operation: JSONPatch.Operation
    switch (old, new) {
    case (nil, nil): return nil
    case (nil, let new?): operation = .add(place.pointer, new)
    case (_?, nil): operation = .remove(place.pointer)
    case (_?, let new?): operation = .replace(place.pointer, new)
    }
    guard let objection = judge.objection(to: operation) else { return new }
    if case let new? = new, let rest = permittedPart(of: new, insteadOf: old, at: place) {
      return rest
    }
    return omit(old, new, at: place, objection)
  }

  // MARK: Containers

  private mutating func mergedMembers(_ old: JSON, _ new: JSON, at place: Place) -> JSON {
    guard let before = old.object, let after = new.object else { return old }
    var members: [(String, JSON)] = []
    // A name that occurs twice has one value, which the lookup finds.
    for name in before.names {
      if let value = merged(before[name], after[name], at: place.member(name)) {
        members.append((name, value))
      }
    }
    for name in after.names where before[name] == nil {
      if let value = merged(.none, after[name], at: place.member(name)) {
        members.append((name, value))
      }
    }
    return JSON(members: members)
  }

  private mutating func mergedElements(_ old: JSON, _ new: JSON, at place: Place) -> JSON {
    guard let before = old.array, let after = new.array else { return old }
    let identity = options.arrayIdentity.filter { $0.arrays?.matches(place.pointer) ?? true }
      .map { JSONPatch.DifferenceOptions.ArrayIdentity(member: $0.member) }
    var elements: [JSON] = []
    for pair in new.elementPairs(from: old, identifiedBy: identity) {
      let element: JSON? =
        switch (pair.old, pair.new) {
        case (let first?, let second):
          merged(before[first], second.map { after[$0] }, at: place.element(first))
        case (nil, let second?):
          merged(.none, after[second], at: place.newElement(second))
        case (nil, nil): .none
        }
      if let element { elements.append(element) }
    }
    return JSON(elements)
  }

  // MARK: Parts of new values

  /// A new value without the members that nobody may add; `nil` if that does not make it acceptable.
  private mutating func permittedPart(
    of new: JSON, insteadOf old: JSON?, at place: Place
  ) -> JSON? {
    var dropped: [(place: Place, value: JSON)] = []
    let rest = withoutReadOnly(new, at: place, &dropped)
    guard !dropped.isEmpty else { return .none }
    let operation: JSONPatch.Operation =
      old == nil ? .add(place.pointer, rest) : .replace(place.pointer, rest)
    guard judge.objection(to: operation) == nil else { return .none }
    for (place, value) in dropped {
      let objection = DifferenceJudge.Objection(
        code: .pathNotEditable, message: "\(place.shown) is not editable in \(judge.profile.name)")
      _ = omit(.none, value, at: place, objection)
    }
    return rest
  }

  private func withoutReadOnly(
    _ value: JSON, at place: Place, _ dropped: inout [(place: Place, value: JSON)]
  ) -> JSON {
    let location = Location(place.pointer)
    guard location.tokens.count < Self.maximumDepth,
      judge.profile.rules.contains(where: { $0.isReadOnly && $0.path.canMatch(below: location) })
    else { return value }
    if let object = value.object {
      var members: [(String, JSON)] = []
      for member in object {
        let child = place.member(member.name)
        if let rule = judge.profile.rule(for: child.pointer), rule.isReadOnly {
          dropped.append((child, member.value))
        } else {
          members.append((member.name, withoutReadOnly(member.value, at: child, &dropped)))
        }
      }
      return JSON(members: members)
    }
    guard let array = value.array else { return value }
    return JSON(
      array.enumerated().map { withoutReadOnly($1, at: place.element($0), &dropped) })
  }

  /// Leaves a difference out.
  private mutating func omit(
    _ old: JSON?, _ new: JSON?, at place: Place, _ objection: DifferenceJudge.Objection
  ) -> JSON? {
    let rule = judge.profile.rule(for: place.pointer)
    omissions.append(
      PatchProfile.Difference.Omission(
        pointer: place.shown, old: old, new: new,
        reason: PatchProfile.Difference.Reason(objection.code, by: rule), code: objection.code,
        message: objection.message, rule: rule,
        sensitivePointers: judge.hiddenPlaces(in: [old, new], at: place.shown)))
    return old
  }
}
