/// The step of a walk that led nowhere.
package struct FailedStep: Error {
  package enum Reason {
    case memberMissing
    case indexOutOfRange
    case indexSyntax
    case dash
    case notAContainer
  }
  package let reason: Reason
  /// The value at which the walk stopped.
  package let container: NodeRef
  /// How many tokens were resolved.
  package let depth: Int

  init(_ reason: Reason, _ container: NodeRef, _ depth: Int) {
    self.reason = reason
    self.container = container
    self.depth = depth
  }
}

/// The tokens of a pointer, read from its text without taking it apart.
struct PointerTokens {
  private let text: TextSlice
  /// Whether any of the tokens has an escape.
  let areEscaped: Bool
  /// How many bytes have been read: those of the tokens so far and of the slashes before them.
  private(set) var position: Int

  init(_ text: TextSlice) {
    self.init(text, from: 0, areEscaped: text.contains(UInt8(ascii: "~")))
  }

  init(_ text: TextSlice, from position: Int, areEscaped: Bool) {
    self.text = text
    self.position = position
    self.areEscaped = areEscaped
  }

  @inline(__always)
  var isAtEnd: Bool { position >= text.count }

  /// Takes the next token, still escaped.
  @inline(__always)
  mutating func next() -> TextSlice {
    let start = position + 1
    position = text.firstIndex(of: UInt8(ascii: "/"), from: start)
    return text.slice(start, count: position - start)
  }
}

/// What the last token of a pointer names in its container.
enum Slot {
  /// The document itself: the pointer has no tokens.
  case root
  case member(Tree.Hit)
  case element(Int)
}

/// Where a pointer leads: a container, the place in it, and what is there.
struct Location {
  var container: NodeRef
  var slot: Slot
  var value: NodeRef
  var depth: Int
}

extension Tree {
  /// Follows a pointer from a value to a value that exists.
  func locate(
    _ pointer: TextSlice, from root: NodeRef
  ) throws(FailedStep) -> Location {
    var location = Location(container: root, slot: .root, value: root, depth: 0)
    var tokens = PointerTokens(pointer)
    while !tokens.isAtEnd {
      let token = tokens.next()
      location.container = location.value
      location.depth += 1
      (location.slot, location.value) = try step(
        token, isEscaped: tokens.areEscaped, from: location.container, depth: location.depth - 1)
    }
    return location
  }

  /// Whether a pointer leads to a value that contains the one another leads to, or to the same; both are strings.
  package func isPrefix(_ first: NodeRef, of second: NodeRef) -> Bool {
    withDecodedContent(of: self[first]) { prefix in
      withDecodedContent(of: self[second]) { text in
        guard text.count >= prefix.count, text[0..<prefix.count] == prefix else { return false }
        return text.count == prefix.count || text[prefix.count] == UInt8(ascii: "/")
      }
    }
  }

  /// Follows one token; it may be said to be escaped although it is not.
  @inline(__always)
  func step(
    _ token: TextSlice, isEscaped: Bool, from container: NodeRef, depth: Int
  ) throws(FailedStep) -> (Slot, NodeRef) {
    let node = self[container]
    switch node.kind {
    case .object:
      guard let hit = member(token, isEscaped: isEscaped, of: container, node) else {
        throw FailedStep(.memberMissing, container, depth)
      }
      return (.member(hit), hit.value)
    case .array:
      guard let index = JSONPointer.arrayIndex(token) else {
        let isDash = token.count == 1 && token[0] == UInt8(ascii: "-")
        throw FailedStep(isDash ? .dash : .indexSyntax, container, depth)
      }
      guard let element = existingElement(index, of: container, node) else {
        throw FailedStep(.indexOutOfRange, container, depth)
      }
      return (.element(index), element)
    default:
      throw FailedStep(.notAContainer, container, depth)
    }
  }

  /// Finds a member by a token of a pointer.
  @inline(__always)
  func member(
    _ token: TextSlice, isEscaped: Bool, of container: NodeRef, _ node: Node
  ) -> Hit? {
    isEscaped
      ? member(unescaping: token, of: container, node) : member(Name(token), of: container, node)
  }

  @inline(never)
  private func member(unescaping token: TextSlice, of container: NodeRef, _ node: Node) -> Hit? {
    JSONPointer.unescapedBytes(token).withTextSlice { member(Name($0), of: container, node) }
  }

  /// The name of a member that somebody may have meant by another one.
  func nearestName(
    to wanted: String, in container: NodeRef, by spelling: inout Spelling
  ) -> String? {
    guard spelling.canSuggest, self[container].kind == .object else { return nil }
    let names = sequence(state: children(of: container)) { cursor in
      cursor.next(in: self).map { string(of: self[$0.name]) }
    }
    return spelling.nearest(to: wanted, among: names)
  }
}
