extension Tree {
  /// A child of a container; its name is ``NodeRef/none`` in an array.
  @usableFromInline
  package struct Child: Sendable {
    @usableFromInline package var name: NodeRef
    @usableFromInline package var value: NodeRef

    @inlinable
    init(name: NodeRef, value: NodeRef) {
      self.name = name
      self.value = value
    }
  }

  /// Goes through the children of a container as they are now, edits included.
  @usableFromInline
  package struct ChildCursor: Sendable {
    private let container: NodeRef
    @usableFromInline let isObject: Bool
    @usableFromInline var next: NodeRef
    @usableFromInline let end: NodeRef
    /// What follows the members of the tape, or makes up the whole array, in an edited container.
    private var edits: Edits

    private enum Edits: Sendable {
      case none
      /// The position in the overlay's objects, and the next of the added members.
      case object(Int, next: Int)
      /// The position in the overlay's arrays, the next element, and what is left of a run of the tape.
      case array(Int, next: Int, run: Int)
    }

    fileprivate init(_ container: NodeRef, _ node: Node, edits position: Int?) {
      self.container = container
      isObject = node.kind == .object
      next = container.advanced(by: 1)
      end = container.advanced(by: node.isContainer ? node.span : 1)
      edits = .none
      if let position {
        edits = isObject ? .object(position, next: 0) : .array(position, next: 0, run: 0)
      }
    }

    /// The next child.
    @inlinable
    @inline(__always)
    package mutating func next(in tree: Tree) -> Child? {
      guard !tree.isEdited else { return nextEdited(in: tree) }
      guard next != end else { return nil }
      var name = NodeRef.none
      if isObject {
        name = next
        next = next.advanced(by: 1)
      }
      return Child(name: name, value: nextOriginal(in: tree))
    }

    /// The next child of a container that may have edits.
    @usableFromInline
    mutating func nextEdited(in tree: Tree) -> Child? {
      if case .array(let position, let index, let run) = edits {
        return nextElement(position, index, run, in: tree)
      }
      while next != end {
        var name = NodeRef.none
        if isObject {
          name = next
          next = next.advanced(by: 1)
        }
        let value = tree.current(nextOriginal(in: tree))
        if value != .none { return Child(name: name, value: value) }
      }
      guard case .object(let position, let index) = edits,
        let (found, member) = tree.overlay?.nextMember(position, from: index)
      else { return nil }
      edits = .object(position, next: found + 1)
      return Child(name: member.name, value: member.value)
    }

    @inlinable
    @inline(__always)
    mutating func nextOriginal(in tree: Tree) -> NodeRef {
      let child = next
      next = child.advanced(by: tree[child].span)
      return child
    }

    private mutating func nextElement(
      _ position: Int, _ index: Int, _ run: Int, in tree: Tree
    ) -> Child? {
      if run > 0 {
        edits = .array(position, next: index + 1, run: run - 1)
        return Child(name: .none, value: tree.current(nextOriginal(in: tree)))
      }
      guard let stretch = tree.overlay?.stretch(position, at: index) else { return nil }
      switch stretch {
      case .inserted(let ref):
        edits = .array(position, next: index + 1, run: 0)
        return Child(name: .none, value: ref)
      case .original(let ordinals):
        next = tree.originalChild(ordinals.lowerBound, of: container, tree[container])
        return nextElement(position, index, ordinals.count, in: tree)
      }
    }
  }

  /// A cursor before the first child; a scalar has no children.
  package func children(of container: NodeRef) -> ChildCursor {
    ChildCursor(container, self[container], edits: isEdited ? edits(of: container) : nil)
  }

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
