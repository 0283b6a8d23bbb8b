/// Writes a document as its text with the edits spliced in.
///
/// Whatever was not edited is copied as it stands, in pieces as large as there is between two edits. What is still to
/// be written is a stack of frames and not the call stack, so that no document is too deep.
struct PreservingWriter {
  private let tree: Tree
  private let root: NodeRef
  /// Whether the root is the whole document, with which the white space around it is written.
  private let isWhole: Bool
  /// Whether all white space between tokens is left out in the end, so that none need be made.
  private let isCompact: Bool
  /// The nodes within the root that have an entry in the overlay.
  private let edited: SortedNodes

  init(_ tree: Tree, root: NodeRef, isWhole: Bool, isCompact: Bool = false) {
    self.tree = tree
    self.root = root
    self.isWhole = isWhole
    self.isCompact = isCompact
    edited = tree.editedNodes(within: root)
  }

  private enum Frame {
    case none
    case stretch(Stretch)
    case object(ObjectFrame)
    case array(ArrayFrame)
  }

  /// Writes the root, unless that takes more than `limit` bytes.
  func write(limit: Int = .max) -> [UInt8]? {
    let node = tree[root]
    let additions = tree.storage.additions?.textCount ?? 0
    let size = isWhole ? tree.storage.parsed.textCount : Int(node.length)
    let estimate = size + additions * 2 + 16 * edited.count
    return OutputBuffer.array(estimate: estimate, limit: limit, compacts: isCompact) { output in
      if isWhole { output.append(tree.leadingWhitespace) }
      if isWhole, root != NodeRef(parsed: 0) {
        writeInserted(root, at: .root, to: &output)
      } else {
        write(frame(of: root), to: &output)
      }
      if isWhole { output.append(tree.trailingWhitespace) }
    }
  }

  private func write(_ first: Frame, to output: inout OutputBuffer) {
    var frame = first
    // Those that the current one interrupts.
    var outer = ShortList<4, Frame>(filler: .none)
    while true {
      let inner: Frame?
      switch frame {
      case .none:
        return
      case .stretch(var stretch):
        inner = advance(&stretch, &output)
        frame = .stretch(stretch)
      case .object(var object):
        inner = advance(&object, &output)
        frame = .object(object)
      case .array(var array):
        inner = advance(&array, &output)
        frame = .array(array)
      }
      if let inner {
        outer.append(frame)
        frame = inner
      } else {
        guard let last = outer.popLast() else { return }
        frame = last
      }
    }
  }

  /// Writes a value that an edit put into a place.
  private func writeInserted(_ ref: NodeRef, at place: Place, to output: inout OutputBuffer) {
    let node = tree[ref]
    guard node.isContainer else { return output.append(tree.text(of: node)) }
    writeInsertedContainer(ref, at: place, to: &output)
  }

  @inline(never)
  private func writeInsertedContainer(
    _ ref: NodeRef, at place: Place, to output: inout OutputBuffer
  ) {
    let writer = StyledWriter(tree, followsExamples: !isCompact)
    guard !isCompact else { return writer.write(ref, in: Layout(), to: &output) }
    var layout = tree.layout(at: place)
    let example = tree.example(for: ref, at: place)
    if let example { layout = tree.settled(layout, by: example) }
    writer.write(ref, in: layout, like: example, to: &output)
  }

  /// Writes the comma and the white space before a child of a container.
  private func separate(_ container: NodeRef, isFirst: Bool, _ output: inout OutputBuffer) {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    guard !isCompact else { return }
    output.append(isFirst ? tree.lead(of: container) : tree.separator(of: container))
  }

  /// Writes the white space after the last child of a container.
  private func writeTail(of container: NodeRef, to output: inout OutputBuffer) {
    if !isCompact { output.append(tree.tail(of: container)) }
  }

  /// The frame of a value where it was parsed, or on its own.
  private func frame(of ref: NodeRef) -> Frame {
    let node = tree[ref]
    if let edits = tree.edits(of: ref) {
      return node.kind == .object
        ? .object(ObjectFrame(ref, node, edits: edits))
        : .array(ArrayFrame(ref, node, edits: edits))
    }
    // From the first child on: what once replaced the value itself is not meant.
    return .stretch(
      stretch(ref.advanced(by: 1), until: ref.advanced(by: node.span), node.offset..<node.end, node)
    )
  }

  // MARK: Stretches

  /// Consecutive nodes of one tape with the text from the first to the last.
  private struct Stretch {
    /// The first node that is still to be looked at.
    var from: NodeRef
    let until: NodeRef
    /// The text that is still to be written.
    var text: Range<UInt32>
    /// A node of the same text.
    let node: Node
    /// The next edited node.
    var edit: Int
  }

  private func stretch(
    _ from: NodeRef, until: NodeRef, _ text: Range<UInt32>, _ node: Node
  ) -> Stretch {
    Stretch(
      from: from, until: until, text: text, node: node, edit: edited.firstPosition(from: from))
  }

  /// Writes the text up to the next container that gained or lost children, or to the end.
  private func advance(_ stretch: inout Stretch, _ output: inout OutputBuffer) -> Frame? {
    while stretch.edit < edited.count {
      let ref = edited[stretch.edit]
      guard ref.rawValue < stretch.until.rawValue else { break }
      stretch.edit += 1
      // Edits within something that is not there any more.
      if ref.rawValue < stretch.from.rawValue { continue }
      let old = tree[ref]
      output.append(tree.text(stretch.text.lowerBound..<old.offset, around: stretch.node))
      stretch.text = old.end..<stretch.text.upperBound
      stretch.from = ref.advanced(by: old.span)
      let current = tree.current(ref)
      if current == ref { return frame(of: ref) }
      writeInserted(current, at: .replaced(ref), to: &output)
    }
    output.append(tree.text(stretch.text, around: stretch.node))
    return nil
  }

  // MARK: Objects

  private struct ObjectFrame {
    let object: NodeRef
    let edits: Int
    /// The next member of the tape.
    var next: NodeRef
    let end: NodeRef
    /// The value of the member before it.
    var last: NodeRef?
    /// Where the text of that member ends.
    var previousEnd: UInt32
    var isEmpty = true

    init(_ object: NodeRef, _ node: Node, edits: Int) {
      self.object = object
      self.edits = edits
      next = object.advanced(by: 1)
      end = object.advanced(by: node.span)
      previousEnd = node.offset + 1
    }
  }

  private func advance(_ frame: inout ObjectFrame, _ output: inout OutputBuffer) -> Frame? {
    if frame.isEmpty, frame.next == frame.object.advanced(by: 1) {
      output.append(UInt8(ascii: "{"))
    }
    let node = tree[frame.object]
    while frame.next != frame.end {
      let first = tree[frame.next].offset
      if isRemoved(frame.next) {
        frame.previousEnd = skipMember(&frame)
        continue
      }
      // A run of members that are still there.
      let start = frame.next
      var runEnd = first
      while frame.next != frame.end, !isRemoved(frame.next) { runEnd = skipMember(&frame) }
      if frame.isEmpty {
        separate(frame.object, isFirst: true, &output)
      } else {
        output.append(tree.text(frame.previousEnd..<first, around: node))
      }
      frame.previousEnd = runEnd
      frame.isEmpty = false
      return .stretch(stretch(start, until: frame.next, first..<runEnd, node))
    }
    writeAddedMembers(&frame, &output)
    return nil
  }

  private func writeAddedMembers(_ frame: inout ObjectFrame, _ output: inout OutputBuffer) {
    lazy var colon: TextSlice = isCompact ? ":" : tree.colon(of: frame.object)
    var position = 0
    while let (found, member) = tree.overlay?.nextMember(frame.edits, from: position) {
      position = found + 1
      separate(frame.object, isFirst: frame.isEmpty, &output)
      output.append(tree.text(of: tree[member.name]))
      output.append(colon)
      writeInserted(member.value, at: .child(of: frame.object, near: frame.last), to: &output)
      frame.isEmpty = false
    }
    if !frame.isEmpty { writeTail(of: frame.object, to: &output) }
    output.append(UInt8(ascii: "}"))
  }

  private func isRemoved(_ name: NodeRef) -> Bool {
    tree.current(name.advanced(by: 1)) == .none
  }

  /// Goes on to the next member of the tape and returns where the text of this one ends.
  private func skipMember(_ frame: inout ObjectFrame) -> UInt32 {
    let value = frame.next.advanced(by: 1)
    let node = tree[value]
    frame.last = value
    frame.next = value.advanced(by: node.span)
    return node.end
  }

  // MARK: Arrays

  private struct ArrayFrame {
    let array: NodeRef
    let edits: Int
    /// The next element.
    var index = 0
    /// The element of the tape that was written last, or else the first one.
    var last: NodeRef?

    init(_ array: NodeRef, _ node: Node, edits: Int) {
      self.array = array
      self.edits = edits
      last = node.span > 1 ? array.advanced(by: 1) : nil
    }
  }

  private func advance(_ frame: inout ArrayFrame, _ output: inout OutputBuffer) -> Frame? {
    if frame.index == 0 { output.append(UInt8(ascii: "[")) }
    let node = tree[frame.array]
    let array = frame.array
    while let stretch = tree.overlay?.stretch(frame.edits, at: frame.index) {
      let isFirst = frame.index == 0
      frame.index += stretch.count
      switch stretch {
      case .inserted(let ref):
        separate(array, isFirst: isFirst, &output)
        writeInserted(ref, at: .child(of: array, near: frame.last), to: &output)
      case .original(let run):
        let first = tree.originalChild(run.lowerBound, of: array, node)
        let last = tree.originalChild(run.upperBound - 1, of: array, node)
        let start = tree[first].offset
        if isFirst || run.lowerBound == 0 {
          separate(array, isFirst: isFirst, &output)
        } else {
          let previous = tree[tree.originalChild(run.lowerBound - 1, of: array, node)]
          output.append(tree.text(previous.end..<start, around: node))
        }
        let lastNode = tree[last]
        frame.last = last
        return .stretch(
          self.stretch(
            first, until: last.advanced(by: lastNode.span), start..<lastNode.end, node))
      }
    }
    if frame.index > 0 { writeTail(of: array, to: &output) }
    output.append(UInt8(ascii: "]"))
    return nil
  }
}
