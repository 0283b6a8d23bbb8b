/// Writes a document as its text with the edits spliced in.
///
/// Whatever was not edited is copied as it stands, in pieces as large as there is between two edits. The work that
/// is left is a stack of tasks and not the call stack, so that no document is too deep.
struct PreservingWriter {
  private enum Task {
    /// Text of the tape that the node is part of.
    case text(Range<UInt32>, Node)
    case bytes([UInt8])
    /// Consecutive nodes of one tape with the text from the first to the last, edits spliced in.
    case stretch(NodeRef, until: NodeRef, text: Range<UInt32>, Node)
    /// A container that gained or lost children.
    case container(NodeRef)
    /// A value that an edit put where it is.
    case inserted(NodeRef, Layout)
  }

  private let tree: Tree
  private var output = OutputBuffer()
  private var tasks: [Task] = []
  /// The tasks of the task at hand, in order.
  private var next: [Task] = []
  /// The nodes with an entry in the overlay, in the order of the text.
  private let edited: [NodeRef]

  init(_ tree: Tree) {
    self.tree = tree
    guard tree.isEdited, let overlay = tree.storage.overlay else {
      edited = []
      return
    }
    edited = (overlay.replacements.keys + overlay.containers.keys)
      .sorted { $0.rawValue < $1.rawValue }
  }

  /// Writes a value, with the white space around it if it is the whole document.
  mutating func write(_ ref: NodeRef) -> [UInt8] {
    let isWhole = ref == tree.storage.root
    let node = tree[ref]
    let additions = tree.storage.additions?.textCount ?? 0
    output.reserve((isWhole ? tree.storage.parsed.textCount : Int(node.length)) + additions + 64)
    if isWhole { output.append(tree.leadingWhitespace) }
    if isWhole, ref != NodeRef(parsed: 0) {
      tasks = [.inserted(ref, tree.documentLayout)]
    } else {
      tasks = [value(ref)]
    }
    while let task = tasks.popLast() {
      perform(task)
      tasks.append(contentsOf: next.reversed())
      next.removeAll(keepingCapacity: true)
    }
    if isWhole { output.append(tree.trailingWhitespace) }
    return output.bytes
  }

  private mutating func perform(_ task: Task) {
    switch task {
    case .text(let range, let node):
      output.append(tree.text(range, around: node))
    case .bytes(let bytes):
      output.append(bytes)
    case .stretch(let start, let end, let text, let node):
      splice(start, end, text, node)
    case .container(let container):
      if tree[container].kind == .object { writeObject(container) } else { writeArray(container) }
    case .inserted(let ref, let layout):
      var writer = StyledWriter(tree, output: output)
      output = OutputBuffer()
      writer.write(ref, in: layout)
      output = writer.output
    }
  }

  /// The task of writing a value where it was parsed, or on its own.
  private func value(_ ref: NodeRef) -> Task {
    if tree.edits(of: ref) != nil { return .container(ref) }
    let node = tree[ref]
    // From the first child on: what once replaced the value itself is not meant.
    return .stretch(
      ref.advanced(by: 1), until: ref.advanced(by: node.span), text: node.offset..<node.end, node)
  }

  // MARK: Splicing

  private mutating func splice(
    _ start: NodeRef, _ end: NodeRef, _ text: Range<UInt32>, _ node: Node
  ) {
    var position = text.lowerBound
    var from = start
    var index = firstEdit(from: start)
    while index < edited.count, edited[index].rawValue < end.rawValue {
      let ref = edited[index]
      index += 1
      // Edits within something that is not there any more.
      if ref.rawValue < from.rawValue { continue }
      let old = tree[ref]
      next.append(.text(position..<old.offset, node))
      let current = tree.current(ref)
      next.append(current == ref ? .container(ref) : .inserted(current, tree.layout(around: ref)))
      position = old.end
      from = ref.advanced(by: old.span)
    }
    next.append(.text(position..<text.upperBound, node))
  }

  /// The position of the first edited node that is not before another.
  private func firstEdit(from ref: NodeRef) -> Int {
    var low = 0
    var high = edited.count
    while low < high {
      let middle = (low + high) / 2
      if edited[middle].rawValue < ref.rawValue { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Edited containers

  private mutating func writeObject(_ object: NodeRef) {
    guard let edits = tree.edits(of: object), let overlay = tree.storage.overlay else { return }
    let node = tree[object]
    let style = tree.style(of: object)
    var isEmpty = true
    next.append(.bytes([UInt8(ascii: "{")]))
    let end = object.advanced(by: node.span)
    var ref = object.advanced(by: 1)
    var previousEnd = node.offset + 1
    while ref != end {
      let first = tree[ref].offset
      if tree.current(ref.advanced(by: 1)) == .none {
        previousEnd = skipMember(&ref)
        continue
      }
      // A run of members that are still there.
      let start = ref
      var runEnd = first
      while ref != end, tree.current(ref.advanced(by: 1)) != .none { runEnd = skipMember(&ref) }
      next.append(isEmpty ? .bytes(style.lead) : .text(previousEnd..<first, node))
      next.append(.stretch(start, until: ref, text: first..<runEnd, node))
      previousEnd = runEnd
      isEmpty = false
    }
    for member in overlay.objects[edits].members where member.value != .none {
      let name = tree[member.name]
      next.append(.bytes(isEmpty ? style.lead : [UInt8(ascii: ",")] + style.separator))
      next.append(.text(name.offset..<name.end, name))
      next.append(.bytes(style.children.colon))
      next.append(.inserted(member.value, style.children))
      isEmpty = false
    }
    next.append(.bytes((isEmpty ? [] : style.tail) + [UInt8(ascii: "}")]))
  }

  /// Goes on to the next member of the tape and returns where the text of this one ends.
  private func skipMember(_ ref: inout NodeRef) -> UInt32 {
    let value = ref.advanced(by: 1)
    let node = tree[value]
    ref = value.advanced(by: node.span)
    return node.end
  }

  private mutating func writeArray(_ array: NodeRef) {
    guard let edits = tree.edits(of: array), let overlay = tree.storage.overlay else { return }
    let node = tree[array]
    let style = tree.style(of: array)
    let comma = [UInt8(ascii: ",")] + style.separator
    var isEmpty = true
    next.append(.bytes([UInt8(ascii: "[")]))
    for stretch in overlay.arrays[edits].stretches {
      switch stretch {
      case .inserted(let ref):
        next.append(.bytes(isEmpty ? style.lead : comma))
        next.append(.inserted(ref, style.children))
      case .original(let run):
        let first = tree.originalChild(run.lowerBound, of: array, node)
        let last = tree.originalChild(run.upperBound - 1, of: array, node)
        if isEmpty {
          next.append(.bytes(style.lead))
        } else if run.lowerBound == 0 {
          next.append(.bytes(comma))
        } else {
          let previous = tree[tree.originalChild(run.lowerBound - 1, of: array, node)]
          next.append(.text(previous.end..<tree[first].offset, node))
        }
        next.append(
          .stretch(
            first, until: last.advanced(by: tree[last].span),
            text: tree[first].offset..<tree[last].end, node))
      }
      isEmpty = false
    }
    next.append(.bytes((isEmpty ? [] : style.tail) + [UInt8(ascii: "]")]))
  }
}
