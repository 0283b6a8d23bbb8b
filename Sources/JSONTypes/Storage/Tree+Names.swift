/// Members as a difference looks for them: in the tapes of objects without edits.
extension Tree {
  /// A place before a member of an object, or behind the last.
  @usableFromInline
  package struct MemberCursor {
    /// The name of the member, if there is one.
    @usableFromInline package private(set) var name: NodeRef
    @usableFromInline let end: NodeRef

    fileprivate init(name: NodeRef, end: NodeRef) {
      self.name = name
      self.end = end
    }

    /// The value of the member, if there is one.
    @inlinable
    @inline(__always)
    package var value: NodeRef { name.advanced(by: 1) }

    @inlinable
    @inline(__always)
    package var isAtEnd: Bool { name == end }

    /// Goes to the next member.
    @inlinable
    @inline(__always)
    package mutating func advance(in tree: Tree) { skip(tree[value].span) }

    /// Goes past a member whose value has so many nodes.
    @inlinable
    @inline(__always)
    mutating func skip(_ span: UInt32) { name = value.advanced(by: span) }
  }

  /// The place before the first member of an object.
  package func firstMember(of object: NodeRef) -> MemberCursor {
    MemberCursor(name: object.advanced(by: 1), end: object.advanced(by: self[object].span))
  }

  /// Goes past members of the same text in both objects.
  package func skipShared(
    _ cursor: inout MemberCursor, of other: Tree, _ otherCursor: inout MemberCursor
  ) {
    let (ours, theirs) = (view(of: cursor.name), other.view(of: otherCursor.name))
    var (one, another) = (cursor, otherCursor)
    while !one.isAtEnd, !another.isAtEnd {
      let (value, otherValue) = (ours[one.value.index], theirs[another.value.index])
      guard value.length == otherValue.length else { break }
      let (name, otherName) = (ours[one.name.index], theirs[another.name.index])
      // The name, the value, and what is between them.
      let length = Int(value.end - name.offset)
      let otherLength = Int(otherValue.end - otherName.offset)
      guard length == otherLength,
        textFrame(of: name).slice(Int(name.offset), count: length)
          == other.textFrame(of: otherName).slice(Int(otherName.offset), count: length)
      else { break }
      one.skip(value.span)
      another.skip(otherValue.span)
    }
    (cursor, otherCursor) = (one, another)
  }

  /// Appends the members of an object from a place on.
  package func appendMembers(from cursor: MemberCursor, to members: inout [Child]) {
    var cursor = cursor
    while !cursor.isAtEnd {
      members.append(Child(name: cursor.name, value: cursor.value))
      cursor.advance(in: self)
    }
  }

  /// Whether an object has more than one member with the name of one.
  package func repeats(_ name: NodeRef, in object: NodeRef) -> Bool {
    let view = view(of: object)
    let wanted = view[name.index]
    let isEscaped = wanted.flags.contains(.escaped)
    let end = object.index + Int(view[object.index].span)
    var index = object.index + 1
    while true {
      if !isEscaped { index = view.firstName(from: index, to: end, ofLength: wanted.length) }
      guard index != end else { return false }
      if index != name.index, haveEqualContent(view[index], of: self, wanted, of: self) {
        return true
      }
      index = view.nextName(after: index)
    }
  }

  /// Whether two members have the same name.
  package func hasName(_ name: NodeRef, as wanted: NodeRef, of other: Tree) -> Bool {
    hasName(self[name], as: other[wanted], of: other)
  }

  /// The position of the first of some members of this tree with the name of one of another; the hint is looked at first.
  package func position(
    of name: NodeRef, of other: Tree, among members: [Child], in range: Range<Int>, near hint: Int
  ) -> Int? {
    let wanted = other[name]
    if range.contains(hint), hasName(self[members[hint].name], as: wanted, of: other) {
      return hint
    }
    var position = range.lowerBound
    while position < range.upperBound {
      if hasName(self[members[position].name], as: wanted, of: other) { return position }
      position += 1
    }
    return nil
  }

  @inline(__always)
  private func hasName(_ name: Node, as wanted: Node, of other: Tree) -> Bool {
    // Most names that differ have another length.
    guard name.flags.union(wanted.flags).contains(.escaped) else {
      return name.length == wanted.length && text(of: name) == other.text(of: wanted)
    }
    return haveEqualContent(name, of: self, wanted, of: other)
  }
}
