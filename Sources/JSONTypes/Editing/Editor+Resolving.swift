extension Editor {
  /// Finds the value that a pointer leads to.
  mutating func locate(_ pointer: TextSlice) throws(FailedStep) -> Found {
    trail.reset()
    return try found(pointer, from: Trail.Start(container: root, position: 0, depth: 0))
  }

  /// Finds the place that an addition goes to: an existing member, a new one, or a position in an array.
  mutating func target(_ pointer: TextSlice) throws(FailedStep) -> Target {
    trail.reset()
    return try target(pointer, from: Trail.Start(container: root, position: 0, depth: 0))
  }

  /// Finds the value that a pointer leads to; the pointer is a string of another document.
  package mutating func locate(
    _ pointer: NodeRef, of source: Tree
  ) throws(FailedStep) -> Found {
    let node = source[pointer]
    guard node.flags.contains(.escaped) else {
      let text = source.content(of: node)
      return try found(text, from: trail.start(text, of: source.storage, root: root))
    }
    let text = decodingEscapes(in: source.content(of: node))
    return try text.withTextSlice { (text) throws(FailedStep) in try locate(text) }
  }

  /// Finds the place that an addition goes to; the pointer is a string of another document.
  package mutating func target(
    _ pointer: NodeRef, of source: Tree
  ) throws(FailedStep) -> Target {
    let node = source[pointer]
    guard node.flags.contains(.escaped) else {
      let text = source.content(of: node)
      return try target(text, from: trail.start(text, of: source.storage, root: root))
    }
    let text = decodingEscapes(in: source.content(of: node))
    return try text.withTextSlice { (text) throws(FailedStep) in try target(text).detached }
  }

  private mutating func found(
    _ pointer: TextSlice, from start: Trail.Start
  ) throws(FailedStep) -> Found {
    guard pointer.count > 0 else {
      return Found(Location(container: root, slot: .root, value: root, depth: 0))
    }
    let (container, token, isEscaped, depth) = try walk(pointer, from: start)
    let (slot, value) = try tree.step(token, isEscaped: isEscaped, from: container, depth: depth)
    return Found(Location(container: container, slot: slot, value: value, depth: depth + 1))
  }

  /// Follows a pointer that is not empty to the container that its last token names something in.
  @inline(__always)
  private mutating func walk(
    _ pointer: TextSlice, from start: Trail.Start
  ) throws(FailedStep) -> (container: NodeRef, last: TextSlice, isEscaped: Bool, depth: Int) {
    var container = start.container
    var depth = start.depth
    var tokens = PointerTokens(pointer, from: start.position)
    while true {
      let token = tokens.next()
      if tokens.isAtEnd { return (container, token, tokens.areEscaped, depth) }
      container =
        try tree.step(token, isEscaped: tokens.areEscaped, from: container, depth: depth).1
      depth += 1
      trail.append(container, position: tokens.position, depth: depth)
    }
  }

  /// Where a value was found.
  package struct Found {
    let location: Location
    init(_ location: Location) { self.location = location }

    package var value: NodeRef { location.value }
    package var depth: Int { location.depth }
    /// The index, if the value is an element of an array.
    package var index: Int? { if case .element(let index) = location.slot { index } else { nil } }
  }

  private mutating func target(
    _ pointer: TextSlice, from start: Trail.Start
  ) throws(FailedStep) -> Target {
    guard pointer.count > 0 else { return Target(container: root, slot: .root, depth: 0) }
    let (container, token, isEscaped, depth) = try walk(pointer, from: start)
    func failure(_ reason: FailedStep.Reason) -> FailedStep {
      FailedStep(reason: reason, container: container, depth: depth)
    }
    let slot: Target.Slot
    switch tree[container].kind {
    case .object:
      if let hit = tree.member(token, isEscaped: isEscaped, of: container) {
        slot = .member(hit)
      } else {
        slot = .newMember(
          token.contains(UInt8(ascii: "~"))
            ? .bytes(JSONPointer.unescapedBytes(token)) : .text(token))
      }
    case .array:
      let count = elementCount(of: container)
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
    return Target(container: container, slot: slot, depth: depth + 1)
  }

  /// The place that an addition goes to.
  package struct Target {
    enum Slot {
      case root
      case member(Tree.Hit)
      case newMember(NewName)
      case element(Int)
    }
    let container: NodeRef
    private(set) var slot: Slot
    let depth: Int

    /// The same place without reference to the text of the pointer.
    fileprivate var detached: Target {
      guard case .newMember(.text(let name)) = slot else { return self }
      var target = self
      target.slot = .newMember(.bytes(Array(name)))
      return target
    }

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

/// The name of a member to be, without escapes.
enum NewName {
  /// As it stands in the text of the pointer.
  case text(TextSlice)
  case bytes([UInt8])

  func withTextSlice<Result, Failure>(
    _ body: (TextSlice) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch self {
    case .text(let text): try body(text)
    case .bytes(let bytes): try bytes.withTextSlice(body)
    }
  }
}
