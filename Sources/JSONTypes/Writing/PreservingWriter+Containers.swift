/// Containers that gained or lost children.
///
/// What was there is text, with the white space around it: only a container that was empty shows nothing of how its
/// children are set off.
extension PreservingWriter {
  /// Begins a container of the text, if it has gained or lost children and still has any.
  @inline(__always)
  func begin(_ ref: NodeRef, _ node: Node, _ state: inout State) {
    state.next = ref.advanced(by: 1)
    guard let edits = tree.edits(of: ref) else { return }
    let isArray = node.kind == .array
    let end = ref.advanced(by: node.span)
    let total =
      isArray ? tree.overlay?.elementCount(edits) : tree.overlay?.memberCount(edits)
    guard let total, total > 0 else {
      state.next = end
      return leaveOut(from: node.offset + 1, to: node.end - 1, &state)
    }
    if state.frame.kind != .root { state.outer.append(state.frame) }
    if node.span == 1 {
      state.frame = Frame(
        kind: isArray ? .array : .object, container: ref, edits: edits, until: end,
        end: node.offset + 1, total: total)
    } else if isArray {
      let first = state.next
      state.frame = Frame(
        kind: .array, container: ref, edits: edits, until: first, end: self.node(first).offset,
        total: total, last: first)
    } else {
      state.frame = Frame(
        kind: .object, container: ref, edits: edits, until: end, end: startOfTail(of: node),
        last: state.next, isEmpty: false)
    }
  }

  /// Goes to where children come into a container, and returns the white space that stands between them.
  @inline(__always)
  private func beginInsertion(_ state: inout State) -> Whitespace? {
    copy(upTo: state.frame.end, &state)
    if isCompact { return nil }
    guard state.frame.last == nil else {
      return isTight(state.frame.container) ? nil : tree.separator(of: state.frame.container)
    }
    return beginEmpty(&state)
  }

  /// Begins a container that was empty; what other containers begin with is part of their text.
  @inline(never)
  private func beginEmpty(_ state: inout State) -> Whitespace {
    let whitespace = tree.whitespaceOfEmpty(state.frame.container)
    if state.frame.isEmpty { whitespace.lead.write(to: &state.output) }
    return whitespace.separator
  }

  /// Whether a container has two children, and nothing but a comma stands before and between them.
  @inline(__always)
  private func isTight(_ container: NodeRef) -> Bool {
    let node = node(container)
    let first = container.advanced(by: 1)
    let value = node.kind == .object ? first.advanced(by: 1) : first
    let valueNode = self.node(value)
    let second = value.advanced(by: valueNode.span)
    return self.node(first).offset == node.offset &+ 1
      && second != container.advanced(by: node.span)
      && self.node(second).offset == valueNode.end &+ 1
  }

  /// Writes what comes before a child that comes into a container.
  @inline(__always)
  private func separate(by separator: Whitespace?, _ state: inout State) {
    if !state.frame.isEmpty {
      state.output.append(UInt8(ascii: ","))
      if let separator { separator.write(to: &state.output) }
    }
    state.frame.isEmpty = false
  }

  /// Where the white space between the last child of a container that has children and the closing bracket begins.
  @inline(__always)
  private func startOfTail(of node: Node) -> UInt32 {
    text.startOfWhitespace(before: node.end &- 1)
  }

  /// Ends a container that was empty.
  @inline(never)
  private func endEmpty(_ state: inout State) {
    let container = state.frame.container
    if !isCompact { tree.whitespaceOfEmpty(container).tail.write(to: &state.output) }
    state.offset = node(container).end - 1
  }

  // MARK: Objects

  /// Leaves out a member that was removed.
  @inline(never)
  func leaveOutMember(_ value: NodeRef, _ node: Node, _ state: inout State) {
    let name = NodeRef(rawValue: value.rawValue - 1)
    let start = self.node(name).offset
    if name == state.frame.last || start == state.offset {
      // No member comes before it: the next one takes its place.
      state.frame.isEmpty = state.next == state.frame.until
      let end = state.frame.isEmpty ? node.end : self.node(state.next).offset
      leaveOut(from: start, to: end, &state)
    } else {
      let comma = text.startOfWhitespace(before: start) - 1
      leaveOut(from: text.startOfWhitespace(before: comma), to: node.end, &state)
    }
  }

  /// Writes the members that an object gained.
  @inline(never)
  func writeAddedMembers(_ state: inout State) {
    guard let members = tree.overlay?.members(state.frame.edits),
      let first = members.firstIndex(where: { $0.value != .none })
    else { return }
    let object = state.frame.container
    let separator = beginInsertion(&state)
    let colon: TextSlice = isCompact ? ":" : tree.colon(of: object)
    var site = Site(.child(of: object, near: isCompact ? nil : tree.lastMember(of: object)))
    for member in members[first...] where member.value != .none {
      separate(by: separator, &state)
      state.output.append(padded: tree.text(of: tree[member.name]))
      state.output.append(colon)
      writeInserted(member.value, at: &site, &state)
    }
    if state.frame.last == nil { endEmpty(&state) }
  }

  // MARK: Arrays

  /// Writes the elements that an array gained, up to the next ones of the tape, if there are any.
  @inline(__always)
  func continueArray(_ state: inout State) -> Bool {
    while state.frame.count < state.frame.total,
      let part = tree.overlay?.part(state.frame.edits, at: state.frame.count)
    {
      switch part {
      case .inserted(let places):
        state.frame.count += places.count
        writeElements(places, &state)
      case .original(let run):
        state.frame.count += run.count
        goThrough(run, &state)
        return true
      }
    }
    if state.frame.last == nil {
      endEmpty(&state)
    } else {
      let end = startOfTail(of: node(state.frame.container))
      leaveOut(from: state.frame.end, to: end, &state)
    }
    return false
  }

  /// Writes elements that an array gained.
  @inline(__always)
  private func writeElements(_ places: Range<Int>, _ state: inout State) {
    let separator = beginInsertion(&state)
    var site = Site(.child(of: state.frame.container, near: state.frame.last))
    for place in places {
      guard let element = tree.overlay?.insertedNode(at: place) else { return }
      separate(by: separator, &state)
      writeInserted(element, at: &site, &state)
    }
  }

  /// Begins a run of elements of the tape.
  @inline(__always)
  private func goThrough(_ run: Range<Int>, _ state: inout State) {
    let array = state.frame.container
    let node = node(array)
    let first = tree.originalChild(run.lowerBound, of: array, node)
    var start = self.node(first).offset
    if !state.frame.isEmpty {
      if run.lowerBound == 0 {
        separate(by: beginInsertion(&state), &state)
      } else {
        // With the comma before it.
        start = self.node(tree.originalChild(run.lowerBound - 1, of: array, node)).end
      }
    }
    leaveOut(from: state.frame.end, to: start, &state)
    let last = tree.originalChild(run.upperBound - 1, of: array, node)
    let lastNode = self.node(last)
    state.next = first
    state.frame.until = last.advanced(by: lastNode.span)
    state.frame.end = lastNode.end
    state.frame.last = last
    state.frame.isEmpty = false
  }
}
