extension Tree {
  /// A child of a container; its name is ``NodeRef/none`` in an array.
  package struct Child {
    package var name: NodeRef
    package var value: NodeRef
  }

  /// Goes through the children of a container as they are now, edits included.
  package struct ChildCursor {
    private let container: NodeRef
    private let isObject: Bool
    private var next: NodeRef
    private let end: NodeRef
    /// What follows the members of the tape, or makes up the whole array, in an edited container.
    private var edits: Edits

    private enum Edits {
      case none
      case object(position: Int, index: Int)
      case array([ChildRope.Stretch], index: Int, current: Range<Int>)
    }

    fileprivate init(_ container: NodeRef, in tree: borrowing Tree) {
      let node = tree[container]
      self.container = container
      isObject = node.kind == .object
      next = container.advanced(by: 1)
      end = container.advanced(by: node.isContainer ? node.span : 1)
      edits = .none
      if let position = tree.edits(of: container), let overlay = tree.storage.overlay {
        edits =
          isObject
          ? .object(position: position, index: 0)
          : .array(overlay.arrays[position].stretches, index: 0, current: 0..<0)
      }
    }

    /// The next child.
    package mutating func next(in tree: borrowing Tree) -> Child? {
      if case .array(let stretches, let index, let current) = edits {
        return nextElement(stretches, index, current, in: tree)
      }
      while next != end {
        var name = NodeRef.none
        if isObject {
          name = next
          next = next.advanced(by: 1)
        }
        let child = next
        next = child.advanced(by: tree[child].span)
        let value = tree.current(child)
        if value != .none { return Child(name: name, value: value) }
      }
      guard case .object(let position, var index) = edits, let overlay = tree.storage.overlay
      else { return nil }
      let members = overlay.objects[position].members
      while index < members.count {
        let member = members[index]
        index += 1
        edits = .object(position: position, index: index)
        if member.value != .none { return Child(name: member.name, value: member.value) }
      }
      return nil
    }

    private mutating func nextElement(
      _ stretches: [ChildRope.Stretch], _ index: Int, _ current: Range<Int>,
      in tree: borrowing Tree
    ) -> Child? {
      if let ordinal = current.first {
        edits = .array(stretches, index: index, current: ordinal + 1..<current.upperBound)
        let child = next
        next = child.advanced(by: tree[child].span)
        return Child(name: .none, value: tree.current(child))
      }
      guard index < stretches.count else { return nil }
      switch stretches[index] {
      case .inserted(let ref):
        edits = .array(stretches, index: index + 1, current: 0..<0)
        return Child(name: .none, value: ref)
      case .original(let run):
        next = tree.originalChild(run.lowerBound, of: container, tree[container])
        return nextElement(stretches, index + 1, run, in: tree)
      }
    }
  }

  /// A cursor before the first child; a scalar has no children.
  package func children(of container: NodeRef) -> ChildCursor { ChildCursor(container, in: self) }

  /// The members that count, sorted by the bytes of their names: of duplicates only the last one.
  func effectiveMembers(of object: NodeRef) -> [Child] {
    let sorted = sortedMembers(of: object)
    var result: [Child] = []
    result.reserveCapacity(sorted.count)
    for child in sorted {
      if let last = result.last,
        haveEqualContent(self[last.name], of: self, self[child.name], of: self)
      {
        result[result.count - 1] = child
      } else {
        result.append(child)
      }
    }
    return result
  }

  /// All members in the order of the bytes of their names; duplicates stay in their order.
  func sortedMembers(of object: NodeRef) -> [Child] {
    var members: [(child: Child, position: Int)] = []
    var cursor = children(of: object)
    while let child = cursor.next(in: self) { members.append((child, members.count)) }
    members.sort { first, second in
      switch compareContent(self[first.child.name], self[second.child.name]) {
      case 0: first.position < second.position
      case let order: order < 0
      }
    }
    return members.map(\.child)
  }

  /// Orders two names by their bytes, which is the order of their code points.
  private func compareContent(_ first: Node, _ second: Node) -> Int {
    withDecodedContent(of: first) { one in
      withDecodedContent(of: second) { other in
        let common = min(one.count, other.count)
        for position in 0..<common where one[position] != other[position] {
          return Int(one[position]) - Int(other[position])
        }
        return one.count - other.count
      }
    }
  }
}
