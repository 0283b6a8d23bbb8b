internal import JSONPatching

/// One path of which a plain edit needs no examination.
final class Clearance: Sendable {
  /// The text of the path; of an element that of its array, and a slash.
  private let path: [UInt8]
  /// The value that an operation on the path is about: its own, or the array of the element.
  let place: JSONPointer
  private let parent: JSONPointer
  private let isElement: Bool
  private let allowsAdd: Bool
  private let allowsReplace: Bool
  private let allowsTest: Bool
  /// Whether strict checking permits edits too.
  private let isDocumented: Bool
  private let type: PatchProfile.ValueType
  /// The kind of the values.
  private let kind: JSON.Kind?
  /// The form variable whose value it is, if it is one.
  private let variable: PatchProfile.FormVariable?
  /// Whether an element must not be there yet.
  private let isSet: Bool

  /// The paths of a profile that its rules alone decide about.
  static func all(of profile: PatchProfile) -> [Clearance] {
    guard profile.hasPlainEdits else { return [] }
    return profile.rules.indices.compactMap { Clearance($0, of: profile) }
  }

  /// The form variables of an integration that its manifest and the rules alone decide about.
  static func all(
    of integration: PatchProfile.FormVariables.Integration, in profile: PatchProfile
  ) -> [Clearance] {
    guard profile.hasPlainEdits, let path = profile.formVariables?.path else { return [] }
    return integration.variables.compactMap { Clearance($0, at: path, of: profile) }
  }

  private convenience init?(_ index: Int, of profile: PatchProfile) {
    let rule = profile.rules[index]
    // Where several kinds are permitted, a change of the kind may be worth a warning.
    guard rule.value.isScalar, rule.value.kinds.count == 1, let tokens = rule.path.plainTokens
    else { return nil }
    let isElement = rule.path.components.last == .index
    let location = Location(isElement ? tokens + ["0"] : tokens)
    guard profile.ruling(for: location)?.rule == index,
      profile.formVariables.map({ !$0.path.isPrefix(of: location.pointer) }) ?? true
    else { return nil }
    self.init(tokens, isElement: isElement, kind: rule.value.kinds.first, nil, of: profile)
  }

  private convenience init?(
    _ variable: PatchProfile.FormVariable, at path: JSONPointer, of profile: PatchProfile
  ) {
    guard let kind = variable.plainKind else { return nil }
    let tokens = path.tokens + [variable.key]
    self.init(tokens, isElement: false, kind: kind, variable, of: profile)
  }

  private init?(
    _ tokens: [String], isElement: Bool, kind: JSON.Kind?, _ variable: PatchProfile.FormVariable?,
    of profile: PatchProfile
  ) {
    let location = Location(isElement ? tokens + ["0"] : tokens)
    guard let ruling = profile.ruling(for: location), ruling.reach == location.count,
      profile.restrictions(below: location).isEmpty
    else { return nil }
    let rule = profile.rules[ruling.rule]
    guard !rule.isSecret, rule.readName == nil else { return nil }
    place = JSONPointer(tokens: tokens)
    parent = JSONPointer(tokens: tokens.dropLast())
    path = Array(place.description.utf8) + (isElement ? [UInt8(ascii: "/")] : [])
    self.isElement = isElement
    let warned = rule.warning?.operations ?? []
    func allows(_ kind: JSONPatch.Operation.Kind) -> Bool {
      rule.permits(kind) && !warned.contains(kind)
    }
    allowsAdd = allows(.add)
    // The elements of an array move, so that only the document knows which one is meant.
    allowsReplace = allows(.replace) && !isElement
    allowsTest = allows(.test) && !isElement
    isDocumented = rule.evidence == .documented
    type = rule.value.withoutNames
    self.kind = kind
    self.variable = variable
    isSet = isElement && profile.type(at: Location(tokens)).set != nil
    // In a described object the edit may go against what its description says of the other members.
    guard profile.type(at: Location(tokens.dropLast())).members == nil else { return nil }
  }

  /// Whether the text of a path is the one of this entry.
  func isAbout(_ text: TextSlice) -> Bool {
    guard isElement ? text.count > path.count : text.count == path.count,
      path.withTextSlice({ $0 == text[0..<path.count] })
    else { return false }
    return !isElement || isIndex(text, from: path.count)
  }

  /// Whether the rest of a path is an index, or `-`.
  private func isIndex(_ text: TextSlice, from start: Int) -> Bool {
    if isDash(text, at: start) { return true }
    for position in start..<text.count
    where !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[position]) {
      return false
    }
    return text[start] != UInt8(ascii: "0") || text.count == start + 1
  }

  private func isDash(_ text: TextSlice, at start: Int) -> Bool {
    text.count == start + 1 && text[start] == UInt8(ascii: "-")
  }

  /// Whether an operation on the path can be performed and there is nothing to say about it.
  ///
  /// - Parameters:
  ///   - write: The operation.
  ///   - source: The document of the operation.
  ///   - old: What is at the place.
  ///   - document: The document that is patched.
  ///   - root: The root of that document.
  ///   - isStrict: Whether only documented rules count.
  /// - Returns: Whether nobody has to look at the operation.
  func clears(
    _ write: JSONPatch.Write, of source: Tree, on old: NodeRef?, of document: Tree,
    below root: NodeRef, isStrict: Bool
  ) -> Bool {
    func isNew() -> Bool {
      old.map { !document.isEqual($0, to: write.value, of: source) } ?? true
    }
    switch write.kind {
    case .test:
      return allowsTest && source.kind(of: write.value) == kind && !isNew()
    case .replace:
      // No change would be worth a warning.
      guard allowsReplace, isDocumented || !isStrict, let old else { return false }
      return isFitting(write.value, of: source, for: document.kind(of: old)) && isNew()
    case .add:
      guard allowsAdd, isDocumented || !isStrict else { return false }
      if isElement {
        guard let old, isFitting(write.value, of: source, for: nil) else { return false }
        return canAdd(write, of: source, to: old, of: document)
      }
      return isFitting(write.value, of: source, for: old.map { document.kind(of: $0) }) && isNew()
        && document.node(at: parent, below: root).map { document.kind(of: $0) } == .object
    case .remove, .move, .copy:
      return false
    }
  }

  /// Whether a value has the right type, that of the value in whose place it comes.
  private func isFitting(_ ref: NodeRef, of source: Tree, for old: JSON.Kind?) -> Bool {
    let value = JSON(source.storage, ref)
    guard type.isSatisfied(byScalar: value) else { return false }
    guard let variable else { return true }
    return value.kind == kind && old ?? kind == kind && variable.problem(in: value) == nil
  }

  /// Whether an element can be added, and is not there already if it may be there once only.
  private func canAdd(
    _ write: JSONPatch.Write, of source: Tree, to array: NodeRef, of document: Tree
  ) -> Bool {
    guard document.kind(of: array) == .array else { return false }
    if !isDash(write.path, at: path.count) {
      let index = JSONPointer.arrayIndex(write.path[path.count..<write.path.count])
      guard let index, index <= document.childCount(of: array) else { return false }
    }
    return !isSet || !document.hasElement(write.value, of: source, in: array)
  }
}

extension Tree {
  /// Whether an array has a value among its elements.
  fileprivate func hasElement(_ value: NodeRef, of other: Tree, in array: NodeRef) -> Bool {
    var children = children(of: array)
    while let child = children.next(in: self) {
      if isEqual(child.value, to: value, of: other) { return true }
    }
    return false
  }
}

extension PatchProfile {
  /// Whether there can be edits that need no examination.
  fileprivate var hasPlainEdits: Bool {
    let kinds: [JSONPatch.Operation.Kind] = [.add, .replace, .test]
    return !namesIndices && kinds.allSatisfy(operations.kinds.contains)
  }
}

extension PatchProfile.FormVariable {
  /// The kind of the values, if a value of that kind may be shown and changed.
  fileprivate var plainKind: JSON.Kind? {
    guard !isSecret, !isFixed else { return nil }
    return switch kind {
    case .string, .dynamicEnum, .uri, .enum: .string
    case .boolean: .bool
    case .multiselect, .environmentSelector, .oauth, .generated, .publicKey: nil
    }
  }
}

extension PatchProfile.ValueType {
  /// The type that a name stands for.
  fileprivate var withoutNames: Self {
    if case .named(let named) = form { named.type.withoutNames } else { self }
  }
}

extension PathPattern {
  /// The names of a path of literal names, without the `{index}` at its end; `nil` for other patterns.
  fileprivate var plainTokens: [String]? {
    var names: [String] = []
    for (position, component) in components.enumerated() {
      switch component {
      case .literal(let name) where !name.elementsEqual("-".utf8):
        names.append(String(decoding: name, as: UTF8.self))
      case .index where position > 0 && position == components.count - 1: break
      default: return nil
      }
    }
    return names.isEmpty ? nil : names
  }
}
