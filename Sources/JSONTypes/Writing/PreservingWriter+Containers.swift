/// Containers that gained or lost children.
///
/// What was there is text, with the white space around it: only a container that was empty shows nothing of how its
/// children are set off.
extension PreservingWriter {
  /// Begins a container of the text, if it has gained or lost children and still has any.
  mutating func begin(_ ref: NodeRef, _ node: Node) {
    next = ref.advanced(by: 1)
    guard let edits = tree.edits(of: ref) else { return }
    let isArray = node.kind == .array
    let end = ref.advanced(by: node.span)
    let total =
      isArray ? tree.overlay?.elementCount(edits) : tree.overlay?.memberCount(edits)
    guard let total, total > 0 else {
      next = end
      return leaveOut(from: node.offset + 1, to: node.end - 1)
    }
    outer.append(frame)
    if node.span == 1 {
      frame = Frame(
        kind: isArray ? .array : .object, container: ref, edits: edits, until: end,
        end: node.offset + 1, total: total)
    } else if isArray {
      frame = Frame(
        kind: .array, container: ref, edits: edits, until: next, end: tree[next].offset,
        total: total, last: next)
    } else {
      frame = Frame(
        kind: .object, container: ref, edits: edits, until: end, end: tree.startOfTail(of: node),
        last: next, isEmpty: false)
    }
  }

  /// Goes to where children come into a container, and returns the white space that stands between them.
  private mutating func beginInsertion() -> Whitespace {
    copy(upTo: frame.end)
    if isCompact { return Whitespace("") }
    guard frame.last == nil else { return tree.separator(of: frame.container) }
    // What other containers begin with is part of their text.
    let whitespace = tree.whitespaceOfEmpty(frame.container)
    if frame.isEmpty { whitespace.lead.write(to: &output) }
    return whitespace.separator
  }

  /// Writes what comes before a child that comes into a container.
  @inline(__always)
  private mutating func separate(by separator: Whitespace) {
    if !frame.isEmpty {
      output.append(UInt8(ascii: ","))
      separator.write(to: &output)
    }
    frame.isEmpty = false
  }

  /// Ends a container that was empty.
  private mutating func endEmpty() {
    if !isCompact { tree.whitespaceOfEmpty(frame.container).tail.write(to: &output) }
    offset = tree[frame.container].end - 1
  }

  // MARK: Objects

  /// Leaves out a member that was removed.
  mutating func leaveOutMember(_ value: NodeRef, _ node: Node) {
    let name = NodeRef(rawValue: value.rawValue - 1)
    let start = tree[name].offset
    if name == frame.last || start == offset {
      // No member comes before it: the next one takes its place.
      frame.isEmpty = next == frame.until
      leaveOut(from: start, to: frame.isEmpty ? node.end : tree[next].offset)
    } else {
      let comma = tree.startOfWhitespace(before: start, around: node) - 1
      leaveOut(from: tree.startOfWhitespace(before: comma, around: node), to: node.end)
    }
  }

  /// Writes the members that an object gained.
  mutating func writeAddedMembers() {
    guard let members = tree.overlay?.members(frame.edits),
      let first = members.firstIndex(where: { $0.value != .none })
    else { return }
    let object = frame.container
    let separator = beginInsertion()
    let colon: TextSlice = isCompact ? ":" : tree.colon(of: object)
    var site = Site(.child(of: object, near: isCompact ? nil : tree.lastMember(of: object)))
    for member in members[first...] where member.value != .none {
      separate(by: separator)
      output.append(padded: tree.text(of: tree[member.name]))
      output.append(colon)
      writeInserted(member.value, at: &site)
    }
    if frame.last == nil { endEmpty() }
  }

  // MARK: Arrays

  /// Writes the elements that an array gained, up to the next ones of the tape, if there are any.
  mutating func continueArray() -> Bool {
    while frame.count < frame.total, let part = tree.overlay?.part(frame.edits, at: frame.count) {
      switch part {
      case .inserted(let places):
        frame.count += places.count
        writeElements(places)
      case .original(let run):
        frame.count += run.count
        goThrough(run)
        return true
      }
    }
    if frame.last == nil {
      endEmpty()
    } else {
      leaveOut(from: frame.end, to: tree.startOfTail(of: tree[frame.container]))
    }
    return false
  }

  /// Writes elements that an array gained.
  private mutating func writeElements(_ places: Range<Int>) {
    let separator = beginInsertion()
    var site = Site(.child(of: frame.container, near: frame.last))
    for place in places {
      guard let element = tree.overlay?.insertedNode(at: place) else { return }
      separate(by: separator)
      writeInserted(element, at: &site)
    }
  }

  /// Begins a run of elements of the tape.
  private mutating func goThrough(_ run: Range<Int>) {
    let array = frame.container
    let node = tree[array]
    let first = tree.originalChild(run.lowerBound, of: array, node)
    var start = tree[first].offset
    if !frame.isEmpty {
      if run.lowerBound == 0 {
        separate(by: beginInsertion())
      } else {
        // With the comma before it.
        start = tree[tree.originalChild(run.lowerBound - 1, of: array, node)].end
      }
    }
    leaveOut(from: frame.end, to: start)
    let last = tree.originalChild(run.upperBound - 1, of: array, node)
    let lastNode = tree[last]
    next = first
    frame.until = last.advanced(by: lastNode.span)
    frame.end = lastNode.end
    frame.last = last
    frame.isEmpty = false
  }
}
