/// Writes a document as its text with the edits spliced in.
///
/// The text is gone through once, from one edited node to the next. What lies between two edits is copied as it stands,
/// in one piece; what was removed is left out, and what was added is written where it belongs. The containers that this
/// leads into are a stack of frames and not the call stack, so that no document is too deep.
struct PreservingWriter: ~Copyable {
  let tree: Tree
  private let root: NodeRef
  /// Whether the root is the whole document, with which the white space around it is written.
  private let isWhole: Bool
  /// Whether all white space between tokens is left out in the end, so that none need be made.
  let isCompact: Bool
  /// The text that the root is part of, and what of it is gone through.
  private let text: TextSlice
  private let range: Range<UInt32>
  var output = OutputBuffer()
  /// What stands in the text before this offset has been written or left out.
  var offset: UInt32
  /// The first node that has not been dealt with.
  var next: NodeRef
  /// The edited nodes that have not been dealt with.
  private var edited: EditedNodes
  /// What is gone through.
  var frame: Frame
  /// What that is part of.
  var outer: ShortList<2, Frame>

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

  init(_ tree: consuming Tree, root: NodeRef, isWhole: Bool, isCompact: Bool = false) {
    let node = tree[root]
    self.root = root
    self.isCompact = isCompact
    self.isWhole = isWhole
    text = tree.textFrame(of: node)
    range =
      isWhole
      ? 0..<UInt32(truncatingIfNeeded: tree.storage.parsed.textCount) : node.offset..<node.end
    offset = range.lowerBound
    next = root
    edited = tree.editedNodes(within: root)
    frame = Frame(
      kind: .root, container: root, edits: 0, until: root.advanced(by: node.span),
      end: range.upperBound)
    outer = ShortList(filler: frame)
    self.tree = tree
  }

  /// Writes the root, unless that takes more than `limit` bytes.
  consuming func write(limit: Int = .max) -> [UInt8]? {
    let additions = tree.storage.additions?.textCount ?? 0
    let estimate = range.count + additions * 2 + 16 * (tree.overlay?.count ?? 0)
    return OutputBuffer.array(estimate: estimate, limit: limit, compacts: isCompact) {
      self.write(to: &$0)
    }
  }

  private mutating func write(to buffer: inout OutputBuffer) {
    // Whatever turns out to be larger than its array is written twice.
    if offset > range.lowerBound { restart() }
    output = buffer
    if isWhole, root != NodeRef(parsed: 0) {
      writeNewDocument()
    } else {
      writeText()
    }
    buffer = output
  }

  /// Goes back to the beginning.
  private mutating func restart() {
    offset = range.lowerBound
    next = root
    edited.restart()
  }

  /// Writes a value that has replaced the whole document.
  private mutating func writeNewDocument() {
    output.append(tree.leadingWhitespace)
    writeInserted(root, at: .root)
    output.append(tree.trailingWhitespace)
  }

  /// Writes the root where it was parsed, or on its own.
  private mutating func writeText() {
    while true {
      if let edit = nextEdit() {
        let node = tree[edit.node]
        if edit.current == edit.node || edit.node == root {
          // What once replaced the root itself is not meant.
          begin(edit.node, node)
        } else {
          next = edit.node.advanced(by: node.span)
          if edit.current == .none {
            leaveOutMember(edit.node, node)
          } else {
            leaveOut(from: node.offset, to: node.end)
            writeInserted(edit.current, at: .replaced(edit.node))
          }
        }
        continue
      }
      switch frame.kind {
      case .root: return copy(upTo: frame.end)
      case .array: if continueArray() { continue }
      case .object: writeAddedMembers()
      }
      next = frame.container.advanced(by: tree[frame.container].span)
      guard let last = outer.popLast() else { return }
      frame = last
    }
  }

  /// The next edit in the frame of a node that is still in the text.
  @inline(__always)
  private mutating func nextEdit() -> EditedNodes.Entry? {
    while let edit = edited.next, edit.node.rawValue < frame.until.rawValue {
      edited.advance()
      // Others are within something that is not there any more.
      if edit.node.rawValue >= next.rawValue { return edit }
    }
    return nil
  }

  // MARK: The text

  /// Copies the text before an offset.
  mutating func copy(upTo end: UInt32) {
    output.append(padded: text.slice(Int(offset), count: Int(end - offset)))
    offset = end
  }

  /// Copies the text before an offset, and goes on at another one.
  mutating func leaveOut(from start: UInt32, to end: UInt32) {
    precondition(start <= end, "text goes backwards")
    if start == end { return }
    copy(upTo: start)
    offset = end
  }

  // MARK: Values

  /// Writes a value that an edit put into a place.
  @inline(__always)
  private mutating func writeInserted(_ ref: NodeRef, at place: Place) {
    let node = tree[ref]
    guard node.isContainer else { return output.append(padded: tree.text(of: node)) }
    writeContainer(ref, in: isCompact ? .compact : tree.style(for: ref, at: place))
  }

  /// Writes one of the values that edits put into a place.
  @inline(__always)
  mutating func writeInserted(_ ref: NodeRef, at site: inout Site) {
    let node = tree[ref]
    guard node.isContainer else { return output.append(padded: tree.text(of: node)) }
    writeContainer(ref, in: isCompact ? .compact : site.style(for: ref, in: tree))
  }

  @inline(never)
  private mutating func writeContainer(_ ref: NodeRef, in style: Style) {
    let writer = StyledWriter(tree, followsExamples: !isCompact)
    writer.write(ref, in: style.layout, like: style.example, to: &output)
  }
}
