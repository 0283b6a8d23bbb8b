extension Tree {
  /// The values of up to four members that a reader expects, each ``NodeRef/none`` if it is missing.
  package struct NamedValues {
    package var first = NodeRef.none
    package var second = NodeRef.none
    package var third = NodeRef.none
    package var fourth = NodeRef.none

    var count: Int {
      (first == .none ? 0 : 1) + (second == .none ? 0 : 1) + (third == .none ? 0 : 1)
        + (fourth == .none ? 0 : 1)
    }
  }

  /// Finds the values of members that are expected, in one go through an object.
  ///
  /// - Returns: `nil` if the value is no object, or if a name is repeated, whether expected or not.
  package func values(
    of object: NodeRef, named first: Keyword, _ second: Keyword, _ third: Keyword, _ fourth: Keyword
  ) -> NamedValues? {
    guard self[object].kind == .object else { return nil }
    var values = NamedValues()
    var members = 0
    var cursor = children(of: object)
    while let member = cursor.next(in: self) {
      let keyword = keyword(of: self[member.name])
      let isFirstOfItsName =
        keyword == first
        ? set(&values.first, member.value)
        : keyword == second
          ? set(&values.second, member.value)
          : keyword == third
            ? set(&values.third, member.value)
            : keyword == fourth ? set(&values.fourth, member.value) : true
      guard isFirstOfItsName else { return nil }
      members += 1
    }
    // One member that is not expected cannot be repeated.
    if members > values.count + 1, !JSON(storage, object).duplicateMemberNames().isEmpty {
      return nil
    }
    return values
  }

  @inline(__always)
  private func set(_ place: inout NodeRef, _ value: NodeRef) -> Bool {
    defer { place = value }
    return place == .none
  }
}
