extension Tree {
  /// The values of up to four members that a reader expects of an object.
  package struct NamedValues {
    /// The first one's, if it is a string: it tells the reader what to make of the others.
    package let tag: Keyword
    /// The others, each ``NodeRef/none`` if it is missing.
    package let second: NodeRef
    package let third: NodeRef
    package let fourth: NodeRef
  }

  /// Finds the values of members that are expected, in one go through an object.
  ///
  /// - Returns: `nil` if the value is no object, or if a name is repeated, whether expected or not.
  package func values(
    of object: NodeRef, named first: Keyword, _ second: Keyword, _ third: Keyword, _ fourth: Keyword
  ) -> NamedValues? {
    let members = ExpectedMembers(first, second, third, fourth)
    // Most objects come straight from the scanner.
    return isEdited || object.isAdded
      ? currentValues(members, of: object) : parsedValues(members, of: object)
  }

  @inline(__always)
  private func parsedValues(_ expected: ExpectedMembers, of object: NodeRef) -> NamedValues? {
    let node = parsed[object.index]
    guard node.kind == .object else { return nil }
    var members = expected
    var name = object.index &+ 1
    let end = object.index &+ Int(node.span)
    while name != end {
      let keyword = keyword(of: parsed[name], in: parsed.text)
      guard members.take(NodeRef(parsed: name &+ 1), named: keyword) else { return nil }
      name = parsed.nextName(after: name)
    }
    return values(members, of: object)
  }

  @inline(never)
  private func currentValues(_ expected: ExpectedMembers, of object: NodeRef) -> NamedValues? {
    guard self[object].kind == .object else { return nil }
    var members = expected
    var cursor = children(of: object)
    while let member = cursor.next(in: self) {
      let name = self[member.name]
      let keyword = keyword(of: name, in: textFrame(of: name))
      guard members.take(member.value, named: keyword) else { return nil }
    }
    return values(members, of: object)
  }

  @inline(__always)
  private func values(_ members: ExpectedMembers, of object: NodeRef) -> NamedValues? {
    // One member that is not expected cannot be repeated.
    if members.others > 1, !JSON(storage, object).duplicateMemberNames().isEmpty { return nil }
    return NamedValues(
      tag: keyword(of: members.first), second: members.second, third: members.third,
      fourth: members.fourth)
  }
}

/// The members that a reader expects, and what has been found of them so far.
private struct ExpectedMembers {
  private let names: (Keyword, Keyword, Keyword, Keyword)
  private(set) var first = NodeRef.none
  private(set) var second = NodeRef.none
  private(set) var third = NodeRef.none
  private(set) var fourth = NodeRef.none
  /// How many members were not expected.
  private(set) var others = 0

  @inline(__always)
  init(_ first: Keyword, _ second: Keyword, _ third: Keyword, _ fourth: Keyword) {
    names = (first, second, third, fourth)
  }

  /// Takes the value of a member; `false` if it is an expected one and not the first of its name.
  @inline(__always)
  mutating func take(_ value: NodeRef, named name: Keyword) -> Bool {
    if name == names.0 { return Self.set(&first, value) }
    if name == names.1 { return Self.set(&second, value) }
    if name == names.2 { return Self.set(&third, value) }
    if name == names.3 { return Self.set(&fourth, value) }
    others &+= 1
    return true
  }

  @inline(__always)
  private static func set(_ place: inout NodeRef, _ value: NodeRef) -> Bool {
    defer { place = value }
    return place == .none
  }
}
