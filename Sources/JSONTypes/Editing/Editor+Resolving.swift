extension Editor {
  /// Finds the value that a pointer leads to.
  func locate(_ pointer: TextSlice) throws(FailedStep) -> Found {
    Found(try tree.locate(pointer, from: root))
  }

  /// Finds the value that a pointer leads to; the pointer is a string of another document.
  package func locate(_ pointer: NodeRef, of source: Tree) throws(FailedStep) -> Found {
    let node = source[pointer]
    guard node.flags.contains(.escaped) else { return try locate(source.content(of: node)) }
    return try decodingEscapes(in: source.content(of: node)).withTextSlice {
      (text) throws(FailedStep) in try locate(text)
    }
  }

  /// Finds the place that an addition goes to; the pointer is a string of another document.
  package func target(_ pointer: NodeRef, of source: Tree) throws(FailedStep) -> Target {
    let node = source[pointer]
    guard node.flags.contains(.escaped) else { return try target(source.content(of: node)) }
    return try decodingEscapes(in: source.content(of: node)).withTextSlice {
      (text) throws(FailedStep) in try target(text)
    }
  }

  /// Where a value was found.
  package struct Found {
    let location: Location
    init(_ location: Location) { self.location = location }

    package var value: NodeRef { location.value }
    package var depth: Int { location.depth }
    package var isRoot: Bool { if case .root = location.slot { true } else { false } }
    /// The index, if the value is an element of an array.
    package var index: Int? { if case .element(let index) = location.slot { index } else { nil } }
  }

  /// Finds the place that an addition goes to: an existing member, a new one, or a position in an array.
  func target(_ pointer: TextSlice) throws(FailedStep) -> Target {
    guard let slash = pointer.lastIndex(of: UInt8(ascii: "/")) else {
      return Target(container: root, slot: .root, depth: 0)
    }
    let parent = try tree.locate(
      pointer[0..<slash], from: root)
    let token = pointer[slash + 1..<pointer.count]
    let container = parent.value
    func failure(_ reason: FailedStep.Reason) -> FailedStep {
      FailedStep(reason: reason, container: container, depth: parent.depth)
    }
    let slot: Target.Slot
    switch tree[container].kind {
    case .object:
      if let hit = tree.member(escaped: token, of: container) {
        slot = .member(hit)
      } else {
        slot = .newMember(JSONPointer.unescapedBytes(token))
      }
    case .array:
      let count = tree.childCount(of: container)
      if token.count == 1, token[0] == UInt8(ascii: "-") {
        slot = .element(count)
      } else if let index = JSONPointer.arrayIndex(token) {
        guard index <= count else { throw failure(.indexOutOfRange) }
        slot = .element(index)
      } else {
        throw failure(.indexSyntax)
      }
    default:
      throw failure(.notAContainer)
    }
    return Target(container: container, slot: slot, depth: parent.depth + 1)
  }

  /// The place that an addition goes to.
  package struct Target {
    enum Slot {
      case root
      case member(Tree.Hit)
      case newMember([UInt8])
      case element(Int)
    }
    let container: NodeRef
    let slot: Slot
    let depth: Int

    /// The index of the element to be, if the place is in an array.
    package var index: Int? { if case .element(let index) = slot { index } else { nil } }

    /// The value that is there now and will not be there any more.
    package func replacedValue(root: NodeRef) -> NodeRef? {
      switch slot {
      case .root: root
      case .member(let hit): hit.value
      case .newMember, .element: nil
      }
    }
  }
}
