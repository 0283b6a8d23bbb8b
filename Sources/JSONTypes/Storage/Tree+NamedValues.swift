extension Tree {
  /// The values of up to four members that a reader expects, each ``NodeRef/none`` if it is missing.
  package struct NamedValues {
    package var first = NodeRef.none
    package var second = NodeRef.none
    package var third = NodeRef.none
    package var fourth = NodeRef.none
  }

  /// Finds the values of members that are expected, in one go through an object.
  ///
  /// - Returns: `nil` if the value is no object, or if a name is repeated, whether expected or not.
  package func values(
    of object: NodeRef, named first: StaticString, _ second: StaticString,
    _ third: StaticString, _ fourth: StaticString
  ) -> NamedValues? {
    guard self[object].kind == .object else { return nil }
    var values = NamedValues()
    var others = 0
    var cursor = children(of: object)
    while let member = cursor.next(in: self) {
      let name = self[member.name]
      if has(name, content: first) {
        if !set(&values.first, member.value) { return nil }
      } else if has(name, content: second) {
        if !set(&values.second, member.value) { return nil }
      } else if has(name, content: third) {
        if !set(&values.third, member.value) { return nil }
      } else if has(name, content: fourth) {
        if !set(&values.fourth, member.value) { return nil }
      } else {
        others += 1
      }
    }
    if others > 1, !JSON(storage, object).duplicateMemberNames().isEmpty { return nil }
    return values
  }

  private func set(_ place: inout NodeRef, _ value: NodeRef) -> Bool {
    defer { place = value }
    return place == .none
  }

  /// Whether a value is a string with the content of a literal.
  package func isString(_ ref: NodeRef, _ literal: StaticString) -> Bool {
    guard ref != .none else { return false }
    let node = self[ref]
    return node.kind == .string && has(node, content: literal)
  }
}
