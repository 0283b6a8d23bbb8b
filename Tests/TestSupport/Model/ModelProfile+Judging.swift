extension ModelProfile {
  /// The indices of the operations that are not permitted or cannot be performed; the others are performed one after the other.
  ///
  /// Rules that speak of an element by its index are not understood: elements that move come under them and leave them.
  public func objections(
    to operations: [ModelOperation], on document: ModelJSON
  ) -> [Int] {
    var patcher = ReferencePatcher(document)
    return operations.enumerated().compactMap { index, operation in
      let isGood =
        permits(operation, on: patcher.document) && (try? patcher.perform(operation)) != nil
      return isGood ? nil : index
    }
  }

  private func permits(_ operation: ModelOperation, on document: ModelJSON) -> Bool {
    let path = operation.path
    func value(at pointer: ModelPointer) -> ModelJSON? {
      try? ReferencePatcher.value(at: pointer, in: document)
    }
    switch operation.kind {
    case .test: return true
    case .add(let value): return permitsAdding(value, at: path, in: document)
    case .replace(let new): return permits("replace", at: place(path), value(at: path), new)
    case .remove: return permits("remove", at: place(path), value(at: path), nil)
    case .copy(let from): return permitsAdding(value(at: from), at: path, in: document)
    case .move(let from):
      var rest = ReferencePatcher(document)
      // The whole document can only be moved onto itself, which does nothing.
      guard from.tokens.isEmpty || (try? rest.perform(ModelOperation(.remove, from))) != nil else {
        return false
      }
      return permits("remove", at: place(from), value(at: from), nil)
        && permitsAdding(value(at: from), at: path, in: rest.document)
    }
  }

  private func place(_ pointer: ModelPointer) -> ModelPlace {
    ModelPlace(tokens: pointer.tokens)
  }

  private func permitsAdding(
    _ value: ModelJSON?, at path: ModelPointer, in document: ModelJSON
  ) -> Bool {
    var place = place(path)
    var old = try? ReferencePatcher.value(at: path, in: document)
    let parent = ModelPointer(tokens: path.tokens.dropLast())
    if let last = path.tokens.last,
      let elements = (try? ReferencePatcher.value(at: parent, in: document))?.elements
    {
      // The others make room for an element, so that it takes nobody's place.
      old = nil
      let index = Array("\(elements.count)".utf8)
      if last == index || last == Array("-".utf8) {
        place = ModelPlace(tokens: parent.tokens + [index], end: parent.tokens.count)
      }
    }
    return permits("add", at: place, old, value)
  }

  /// Whether an edit of a place is permitted, and with it what it does to the places below.
  private func permits(
    _ operation: String, at place: ModelPlace, _ old: ModelJSON?, _ new: ModelJSON?
  ) -> Bool {
    if let (rule, _) = ruling(for: place) {
      guard rule.operations.contains(operation),
        rule.hasIndices(where: place, isAddition: operation == "add")
      else { return false }
    } else if refusesUnlisted || isLookalike(place) {
      return false
    }
    if place.tokens.isEmpty {
      return !rules.contains { $0.isRestrictive && !$0.significant.isEmpty }
    }
    return permitsContents(at: place, old, new)
  }

  private func permitsContents(at place: ModelPlace, _ old: ModelJSON?, _ new: ModelJSON?) -> Bool {
    var names = old?.childNames ?? []
    names += (new?.childNames ?? []).filter { !names.contains($0) }
    return names.allSatisfy { name in
      let (child, before, after) = (place.appending(name), old?.child(name), new?.child(name))
      if let (rule, reach) = ruling(for: child), reach == child.tokens.count,
        rule.forbids(changing: before, to: after)
      {
        return false
      }
      return permitsContents(at: child, before, after)
    }
  }

  /// Whether a place differs from what a read-only rule covers in nothing but case or Unicode normalisation.
  private func isLookalike(_ place: ModelPlace) -> Bool {
    func isLookalike(_ component: Component, _ token: [UInt8]) -> Bool {
      if component.matches(token) { return true }
      guard case .name(let name) = component else { return false }
      // Strings are compared by canonical equivalence.
      return String(decoding: name, as: UTF8.self).lowercased()
        == String(decoding: token, as: UTF8.self).lowercased()
    }
    return rules.contains { rule in
      let pattern = rule.significant
      return rule.operations.isEmpty && !pattern.isEmpty && pattern.count <= place.tokens.count
        && zip(pattern, place.tokens).allSatisfy(isLookalike)
    }
  }
}

extension ModelProfile.Rule {
  fileprivate var isRestrictive: Bool { operations.count < 3 }

  /// Whether a place has indices where the pattern says so, as far as no `**` leaves open which token is meant; `-` is one
  /// only as the last token of an addition.
  fileprivate func hasIndices(where place: ModelPlace, isAddition: Bool) -> Bool {
    zip(significant.prefix { $0 != .deep }, place.tokens.enumerated()).allSatisfy {
      component, token in
      if component != .index { return true }
      if token.element == Array("-".utf8) {
        return isAddition && token.offset == place.tokens.count - 1
      }
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      return !token.element.isEmpty && token.element.allSatisfy(digits.contains)
        && (token.element.count == 1 || token.element[0] != digits.lowerBound)
    }
  }

  /// Whether the rule stands against what happens to a value when its container is edited; what is read-only may not even be
  /// written again as it is.
  fileprivate func forbids(changing old: ModelJSON?, to new: ModelJSON?) -> Bool {
    switch (old, new) {
    case (nil, nil): false
    case (nil, _): !operations.contains("add")
    case (_, nil): !operations.contains("remove")
    case (let old?, let new?):
      operations.isEmpty || !operations.contains("replace") && old != new
    }
  }
}

extension ModelJSON {
  /// The tokens of the children.
  fileprivate var childNames: [[UInt8]] {
    switch self {
    case .array(let elements): elements.indices.map { Array("\($0)".utf8) }
    case .object: withoutDuplicates.members?.map(\.name) ?? []
    default: []
    }
  }

  fileprivate func child(_ token: [UInt8]) -> ModelJSON? {
    try? ReferencePatcher.value(at: ModelPointer(tokens: [token]), in: self)
  }
}
