extension Tree {
  /// The values of up to four members that a reader expects of an object.
  @usableFromInline
  package struct NamedValues {
    /// The first one's, if it is a string: it tells the reader what to make of the others.
    @usableFromInline package var tag = Opening.none
    /// The values as far as they have been found, each ``NodeRef/none`` if it is missing.
    @usableFromInline package var first = NodeRef.none
    @usableFromInline package var second = NodeRef.none
    @usableFromInline package var third = NodeRef.none
    @usableFromInline package var fourth = NodeRef.none
    /// How many members were not expected.
    @usableFromInline var others = 0

    @inlinable
    @inline(__always)
    init() {}
  }

  /// Finds the values of members that are expected, in one go through an object.
  ///
  /// Made part of the reader, for which the names are constants.
  ///
  /// - Returns: `nil` if the value is no object, or if a name is repeated, whether expected or not.
  @inlinable
  @inline(__always)
  package func values(
    of object: NodeRef, named first: Keyword, _ second: Keyword, _ third: Keyword, _ fourth: Keyword
  ) -> NamedValues? {
    let names = (first, second, third, fourth)
    // Most objects come straight from the scanner.
    guard !isEdited, !object.isAdded else { return currentValues(of: object, named: names) }
    let node = parsed[object.index]
    guard node.kind == .object else { return nil }
    var values = NamedValues()
    var name = object.index &+ 1
    let end = object.index &+ Int(node.span)
    while name != end {
      let opening = opening(of: parsed[name], in: parsed.text)
      guard values.take(NodeRef(parsed: name &+ 1), with: opening, of: names) else { return nil }
      name = parsed.nextName(after: name)
    }
    // One member that is not expected cannot be repeated.
    if values.others > 1, repeatsName(object) { return nil }
    if values.first != .none { values.tag = tag(parsed[values.first.index], in: parsed.text) }
    return values
  }

  @usableFromInline
  @inline(never)
  func currentValues(
    of object: NodeRef, named names: (Keyword, Keyword, Keyword, Keyword)
  ) -> NamedValues? {
    guard self[object].kind == .object else { return nil }
    var values = NamedValues()
    var cursor = children(of: object)
    while let member = cursor.next(in: self) {
      let name = self[member.name]
      let opening = opening(of: name, in: textFrame(of: name))
      guard values.take(member.value, with: opening, of: names) else { return nil }
    }
    if values.others > 1, repeatsName(object) { return nil }
    if values.first != .none {
      let node = self[values.first]
      values.tag = tag(node, in: textFrame(of: node))
    }
    return values
  }

  @usableFromInline
  @inline(never)
  func repeatsName(_ object: NodeRef) -> Bool {
    !JSON(storage, object).duplicateMemberNames().isEmpty
  }

  /// What a value of this text begins with, if it is a string.
  @inlinable
  @inline(__always)
  func tag(_ node: Node, in text: TextSlice) -> Opening {
    node.kind == .string ? opening(of: node, in: text) : .none
  }
}

extension Tree.NamedValues {
  /// Takes the value of a member; `false` if it is an expected one and not the first of its name.
  @inlinable
  @inline(__always)
  mutating func take(
    _ value: NodeRef, with name: Opening, of names: (Keyword, Keyword, Keyword, Keyword)
  ) -> Bool {
    if name == names.0 { return Self.set(&first, value) }
    if name == names.1 { return Self.set(&second, value) }
    if name == names.2 { return Self.set(&third, value) }
    if name == names.3 { return Self.set(&fourth, value) }
    others &+= 1
    return true
  }

  @inlinable
  @inline(__always)
  static func set(_ place: inout NodeRef, _ value: NodeRef) -> Bool {
    defer { place = value }
    return place == .none
  }
}
