internal import JSONPatching

/// One path of which a plain edit needs no examination.
final class Clearance: Sendable {
  /// The text of the path; of an element that of its array, and a slash.
  private let path: [UInt8]
  /// The array, if the edit adds an element.
  private let array: JSONPointer?
  private let allowsAdd: Bool
  private let allowsReplace: Bool
  private let allowsTest: Bool
  /// Whether strict checking permits edits too.
  private let isDocumented: Bool
  private let type: PatchProfile.ValueType
  /// The kind of the values.
  private let kind: JSON.Kind?
  /// Whether an element must not be there yet.
  private let isSet: Bool

  /// More entries than this cannot be told apart by the bits of a word.
  private static let maximumCount = 64

  /// The paths of a profile that its rules alone decide about.
  static func all(of profile: PatchProfile) -> [Clearance] {
    let kinds: [JSONPatch.Operation.Kind] = [.add, .replace, .test]
    guard !profile.namesIndices, kinds.allSatisfy(profile.operations.kinds.contains) else {
      return []
    }
    let made = profile.rules.indices.lazy.compactMap { Clearance($0, of: profile) }
    return Array(made.prefix(maximumCount))
  }

  private init?(_ index: Int, of profile: PatchProfile) {
    let rule = profile.rules[index]
    // Where several kinds are permitted, a change of the kind may be worth a warning.
    guard rule.value.isScalar, rule.value.kinds.count == 1, !rule.isSecret, rule.readName == nil,
      let tokens = rule.path.plainTokens
    else { return nil }
    let isElement = rule.path.components.last == .index
    let location = Location(isElement ? tokens + ["0"] : tokens)
    guard let ruling = profile.ruling(for: location), ruling.rule == index,
      ruling.reach == location.count, profile.restrictions(below: location).isEmpty,
      profile.formVariables.map({ !$0.path.isPrefix(of: location.pointer) }) ?? true
    else { return nil }
    let parent = JSONPointer(tokens: tokens)
    path = Array(parent.description.utf8) + (isElement ? [UInt8(ascii: "/")] : [])
    array = isElement ? parent : nil
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
    kind = type.kinds.first
    isSet = isElement && profile.type(at: Location(tokens)).set != nil
    // In a described object the edit may go against what its description says of the other members.
    guard profile.type(at: Location(tokens.dropLast())).members == nil else { return nil }
  }

  /// Whether the text of a path is the one of this entry.
  func isAbout(_ text: Span<UInt8>) -> Bool {
    guard array == nil ? text.count == path.count : text.count > path.count else { return false }
    for position in path.indices where text[position] != path[position] { return false }
    return array == nil || isIndex(text, from: path.count)
  }

  /// Whether the rest of a path is an index, or `-`.
  private func isIndex(_ text: Span<UInt8>, from start: Int) -> Bool {
    if isDash(text, at: start) { return true }
    for position in start..<text.count
    where !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[position]) {
      return false
    }
    return text[start] != UInt8(ascii: "0") || text.count == start + 1
  }

  private func isDash(_ text: Span<UInt8>, at start: Int) -> Bool {
    text.count == start + 1 && text[start] == UInt8(ascii: "-")
  }

  /// The place of the value that an operation on the path is about: its own, or the array of the element.
  func place(of path: JSONPointer) -> JSONPointer { array ?? path }

  /// Whether an operation on the path can be performed and there is nothing to say about it.
  ///
  /// - Parameters:
  ///   - operation: The operation, not a removal.
  ///   - value: Its value.
  ///   - old: What is at the place.
  ///   - document: The document.
  ///   - isStrict: Whether only documented rules count.
  /// - Returns: Whether nobody has to look at the operation.
  func clears(
    _ operation: JSONPatch.Operation, _ value: JSON, on old: JSON?, in document: JSON,
    isStrict: Bool
  ) -> Bool {
    switch operation {
    case .test:
      return allowsTest && value.kind == kind && old == value
    case .replace:
      // No change would be worth a warning.
      guard allowsReplace, isDocumented || !isStrict, let old else { return false }
      return type.isSatisfied(byScalar: value) && old != value
    case .add(let path, _):
      guard allowsAdd, isDocumented || !isStrict, type.isSatisfied(byScalar: value) else {
        return false
      }
      return array == nil
        ? old != value && path.parent.flatMap { document[$0]?.kind } == .object
        : old.map { canAdd(value, to: $0, at: path) } ?? false
    case .remove, .move, .copy:
      return false
    }
  }

  /// Whether an element can be added, and is not there already if it may be there once only.
  private func canAdd(_ value: JSON, to array: JSON, at path: JSONPointer) -> Bool {
    guard array.kind == .array else { return false }
    let text = path.description
    if !isDash(text.utf8Span.span, at: self.path.count) {
      let token = text.utf8.dropFirst(self.path.count)
      guard let index = Int(Substring(token)), index <= array.count else { return false }
    }
    return !isSet || !array.hasElement(value)
  }
}

extension JSON {
  /// Whether the array has a string among its elements.
  fileprivate func hasElement(_ value: JSON) -> Bool {
    let (tree, other) = (Tree(storage), Tree(value.storage))
    let sought = other[value.ref]
    var children = tree.children(of: ref)
    while let child = children.next(in: tree) {
      let node = tree[child.value]
      // Without escapes, strings of different lengths differ.
      let mayBeEqual =
        node.length == sought.length || node.flags.contains(.escaped)
        || sought.flags.contains(.escaped)
      if mayBeEqual, tree.isEqual(child.value, to: value.ref, of: other) { return true }
    }
    return false
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
