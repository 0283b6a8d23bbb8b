/// Members as a difference looks for them: in the tapes of objects without edits.
extension Tree {
  /// Appends the members of an object.
  package func appendMembers(of object: NodeRef, to members: inout [Child]) {
    let view = view(of: object)
    let end = object.advanced(by: view[object.index].span)
    var name = object.advanced(by: 1)
    while name != end {
      let value = name.advanced(by: 1)
      members.append(Child(name: name, value: value))
      name = value.advanced(by: view[value.index].span)
    }
  }

  /// How many of some members of this tree have the name of one of another.
  package func count(
    of name: NodeRef, of other: Tree, among members: [Child], in range: Range<Int>
  ) -> Int {
    let wanted = other[name]
    var count = 0
    var position = range.lowerBound
    while position < range.upperBound {
      if hasName(members[position], wanted, of: other) { count += 1 }
      position += 1
    }
    return count
  }

  /// The position of the first of some members of this tree with the name of one of another; the hint is looked at first.
  package func position(
    of name: NodeRef, of other: Tree, among members: [Child], in range: Range<Int>, near hint: Int
  ) -> Int? {
    let wanted = other[name]
    if range.contains(hint), hasName(members[hint], wanted, of: other) { return hint }
    var position = range.lowerBound
    while position < range.upperBound {
      if hasName(members[position], wanted, of: other) { return position }
      position += 1
    }
    return nil
  }

  @inline(__always)
  private func hasName(_ member: Child, _ wanted: Node, of other: Tree) -> Bool {
    let name = self[member.name]
    // Most names that differ have another length.
    guard name.length == wanted.length || name.flags.union(wanted.flags).contains(.escaped) else {
      return false
    }
    return haveEqualContent(name, of: self, wanted, of: other)
  }
}
