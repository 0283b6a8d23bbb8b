/// Writes a document as its text with the edits spliced in.
///
/// The text is gone through once, from one edited node to the next. What lies between two edits is copied as it stands,
/// in one piece; what was removed is left out, and what was added is written where it belongs. The containers that this
/// leads into are a stack of frames and not the call stack, so that no document is too deep.
///
/// What changes on the way is a state of its own, so that the tree need not be held anew by whoever changes it.
struct PreservingWriter {
  let tree: Tree
  private let root: NodeRef
  /// Whether the root is the whole document, with which the white space around it is written.
  private let isWhole: Bool
  /// Whether all white space between tokens is left out in the end, so that none need be made.
  let isCompact: Bool
  /// The tape that the root and all that is gone through are nodes of.
  private let nodes: TapeView
  /// The text that the root is part of, and what of it is gone through.
  let text: TextSlice
  private let range: Range<UInt32>

  /// How far the writing has come.
  struct State: ~Copyable {
    var output = OutputBuffer()
    /// What stands in the text before this offset has been written or left out.
    var offset: UInt32
    /// The first node that has not been dealt with.
    var next: NodeRef
    /// The edited nodes that have not been dealt with.
    fileprivate var edited: EditedNodes
    /// What is gone through.
    var frame: Frame
    /// The containers that this one is part of.
    var outer: ShortList<1, Frame>
  }

  /// A part of the text that is gone through: the root, or a container in it that gained or lost children.
  struct Frame {
    enum Kind {
      case root
      case array
      case object
    }
    let kind: Kind
    let container: NodeRef
    /// The position in the overlay's arrays or objects.
    let edits: Int
    /// The node behind those that come before anything else is to be written.
    var until: NodeRef
    /// Where their text ends.
    var end: UInt32
    /// How many elements an array has.
    var total = 0
    /// How many of them have been written.
    var count = 0
    /// The element of the tape that was gone through last; at first, and in an object, the first node.
    ///
    /// There is none in a container that was empty.
    var last: NodeRef?
    /// Whether no child comes before what is written next.
    var isEmpty = true
  }

  @inline(__always)
  init(_ tree: Tree, root: NodeRef, isWhole: Bool, isCompact: Bool = false) {
    nodes = tree.view(of: root)
    let node = nodes[root.index]
    self.tree = tree
    self.root = root
    self.isCompact = isCompact
    self.isWhole = isWhole
    text = tree.textFrame(of: node)
    range =
      isWhole
      ? 0..<UInt32(truncatingIfNeeded: tree.storage.parsed.textCount) : node.offset..<node.end
  }

  /// A node of what is gone through.
  @inline(__always)
  func node(_ ref: NodeRef) -> Node { nodes[ref.index] }

  /// What is gone through outside of all containers that gained or lost children.
  @inline(__always)
  private var rootFrame: Frame {
    Frame(
      kind: .root, container: root, edits: 0, until: root.advanced(by: node(root).span),
      end: range.upperBound)
  }

  /// Writes the root, unless that takes more than `limit` bytes.
  func write(limit: Int = .max) -> [UInt8]? {
    let additions = tree.storage.additions?.textCount ?? 0
    let estimate = range.count + additions * 2 + 16 * (tree.overlay?.count ?? 0)
    let frame = rootFrame
    var state = State(
      offset: range.lowerBound, next: root, edited: tree.editedNodes(within: root), frame: frame,
      outer: ShortList(filler: frame))
    return OutputBuffer.array(estimate: estimate, limit: limit, compacts: isCompact) {
      write(to: &$0, &state)
    }
  }

  @inline(__always)
  private func write(to buffer: inout OutputBuffer, _ state: inout State) {
    // Whatever turns out to be larger than its array is written twice.
    if state.offset > range.lowerBound { restart(&state) }
    state.output = buffer
    if isWhole, root != NodeRef(parsed: 0) {
      writeNewDocument(&state)
    } else {
      writeText(&state)
    }
    buffer = state.output
  }

  /// Goes back to the beginning.
  @inline(never)
  private func restart(_ state: inout State) {
    state.offset = range.lowerBound
    state.next = root
    state.edited.restart()
  }

  /// Writes a value that has replaced the whole document.
  @inline(never)
  private func writeNewDocument(_ state: inout State) {
    state.output.append(tree.leadingWhitespace)
    writeInserted(root, at: .root, &state)
    state.output.append(tree.trailingWhitespace)
  }

  /// Writes the root where it was parsed, or on its own.
  ///
  /// All that most edits need is made part of this function, since it is little each time.
  @inline(__always)
  private func writeText(_ state: inout State) {
    while true {
      if let edit = nextEdit(&state) {
        let node = node(edit.node)
        if edit.current == edit.node || edit.node == root {
          // What once replaced the root itself is not meant.
          begin(edit.node, node, &state)
        } else {
          state.next = edit.node.advanced(by: node.span)
          if edit.current == .none {
            leaveOutMember(edit.node, node, &state)
          } else {
            leaveOut(from: node.offset, to: node.end, &state)
            writeInserted(edit.current, at: .replaced(edit.node), &state)
          }
        }
        continue
      }
      switch state.frame.kind {
      case .root: return copy(upTo: state.frame.end, &state)
      case .array: if continueArray(&state) { continue }
      case .object: writeAddedMembers(&state)
      }
      let container = state.frame.container
      state.next = container.advanced(by: node(container).span)
      if state.outer.count > 0 {
        state.frame = state.outer[state.outer.count &- 1]
        state.outer.removeLast()
      } else {
        state.frame = rootFrame
      }
    }
  }

  /// The next edit in the frame of a node that is still in the text.
  @inline(__always)
  private func nextEdit(_ state: inout State) -> EditedNodes.Entry? {
    while let edit = state.edited.next, edit.node.rawValue < state.frame.until.rawValue {
      state.edited.advance()
      // Others are within something that is not there any more.
      if edit.node.rawValue >= state.next.rawValue { return edit }
    }
    return nil
  }

  // MARK: The text

  /// Copies the text before an offset.
  @inline(__always)
  func copy(upTo end: UInt32, _ state: inout State) {
    let count = Int(end - state.offset)
    state.output.append(padded: text.slice(Int(state.offset), count: count))
    state.offset = end
  }

  /// Copies the text before an offset, and goes on at another one.
  @inline(__always)
  func leaveOut(from start: UInt32, to end: UInt32, _ state: inout State) {
    precondition(start <= end, "text goes backwards")
    if start == end { return }
    copy(upTo: start, &state)
    state.offset = end
  }

  // MARK: Values

  /// Writes a value that an edit put into a place.
  @inline(__always)
  private func writeInserted(_ ref: NodeRef, at place: Place, _ state: inout State) {
    let node = tree[ref]
    guard node.isContainer else { return state.output.append(padded: tree.text(of: node)) }
    writeContainer(ref, at: place, &state.output)
  }

  /// Writes one of the values that edits put into a place.
  @inline(__always)
  func writeInserted(_ ref: NodeRef, at site: inout Site, _ state: inout State) {
    let node = tree[ref]
    guard node.isContainer else { return state.output.append(padded: tree.text(of: node)) }
    writeContainer(ref, at: &site, &state.output)
  }

  @inline(never)
  private func writeContainer(_ ref: NodeRef, at place: Place, _ output: inout OutputBuffer) {
    let style =
      isCompact ? .compact : tree.style(for: Tree.Wanted(ref, in: tree), at: place)
    writeContainer(ref, in: style, &output)
  }

  @inline(never)
  private func writeContainer(_ ref: NodeRef, at site: inout Site, _ output: inout OutputBuffer) {
    writeContainer(ref, in: isCompact ? .compact : site.style(for: ref, in: tree), &output)
  }

  private func writeContainer(_ ref: NodeRef, in style: Style, _ output: inout OutputBuffer) {
    let writer = StyledWriter(tree, followsExamples: !isCompact)
    writer.write(ref, in: style.layout, like: style.example, to: &output)
  }
}
