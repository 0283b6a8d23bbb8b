/// Writes values in a layout of its own choice, whatever their text looks like.
///
/// Strings, names and numbers keep their spelling; only the white space between them is new.
struct StyledWriter {
  private let tree: Tree
  private let sortsMembers: Bool
  /// The document whose text shows how containers are written, where it has examples.
  private let document: Tree?
  /// Whether a container may itself show that, since it is part of the document.
  private let isOfDocument: Bool

  init(_ tree: Tree, sortsMembers: Bool = false, followsExamples: Bool = false) {
    self.tree = tree
    self.sortsMembers = sortsMembers
    document = followsExamples ? tree : nil
    isOfDocument = followsExamples
  }

  /// Creates a writer of values that come into a document from another one.
  init(_ tree: Tree, likeExamplesIn document: Tree) {
    self.tree = tree
    self.document = document
    sortsMembers = false
    isOfDocument = false
  }

  /// A container whose closing bracket is still to be written.
  private struct Frame {
    var children: Children
    let isObject: Bool
    /// The container of the text that this one is written like, if it has a layout of its own.
    let example: NodeRef?
    var isEmpty = true

    enum Children {
      case inOrder(Tree.ChildCursor)
      case sorted([Tree.Child], next: Int)

      mutating func next(in tree: Tree) -> Tree.Child? {
        switch self {
        case .inOrder(var cursor):
          let child = cursor.next(in: tree)
          self = .inOrder(cursor)
          return child
        case .sorted(let members, let next):
          guard next < members.count else { return nil }
          self = .sorted(members, next: next + 1)
          return members[next]
        }
      }
    }
  }

  /// What a writer is in the middle of.
  private struct State {
    var open: [Frame] = []
    var layout: Layout
    /// The layouts around the containers that have one of their own.
    var surroundings: [Layout] = []
    /// The indentation of the line.
    var indentation: [UInt8] = []

    init(_ layout: Layout) {
      self.layout = layout
      // Room for the few levels that most values have.
      open.reserveCapacity(4)
      indentation.reserveCapacity(layout.indentation.count + 4 * layout.unit.count)
      indent(by: layout.indentation)
      for _ in 0..<layout.level { indent(by: layout.unit) }
    }

    mutating func indent(by unit: TextSlice) {
      for byte in unit { indentation.append(byte) }
    }

    /// Keeps the layout for what comes after a container that has one of its own.
    mutating func keepLayout() {
      // Nothing comes after the outermost one.
      guard !open.isEmpty else { return }
      if surroundings.isEmpty { surroundings.reserveCapacity(4) }
      surroundings.append(layout)
    }
  }

  /// Writes a value.
  ///
  /// - Parameters:
  ///   - ref: The value.
  ///   - layout: The layout of its place.
  ///   - example: The container of the text that shows how it is to be written, if there is one.
  ///   - output: Where it is written to.
  func write(
    _ ref: NodeRef, in layout: Layout, like example: NodeRef? = nil, to output: inout OutputBuffer
  ) {
    if isTight(ref, in: layout, like: example) {
      return output.append(padded: tree.text(of: tree[ref]))
    }
    var state = State(layout)
    begin(ref, like: example, &state, &output)
    while !state.open.isEmpty {
      let last = state.open.count - 1
      guard let child = state.open[last].children.next(in: tree) else {
        end(state.open.removeLast(), &state, &output)
        continue
      }
      let isFirst = state.open[last].isEmpty
      if !isFirst { output.append(UInt8(ascii: ",")) }
      separate(isFirst: isFirst, isObject: state.open[last].isObject, &state, &output)
      state.open[last].isEmpty = false
      if child.name != .none {
        output.append(tree.text(of: tree[child.name]))
        output.append(state.layout.colon)
      }
      let outer = state.open[last].example
      begin(child.value, like: outer.flatMap { inner(child, of: $0) }, &state, &output)
    }
  }

  /// Whether a value has no white space and would be written without any.
  private func isTight(_ ref: NodeRef, in layout: Layout, like example: NodeRef?) -> Bool {
    guard !sortsMembers, !tree.isEdited else { return false }
    var layout = layout
    if let document, let example {
      // Examples within the example that do not show everything leave the rest as it is around them.
      guard document.isTight(example) else { return false }
      layout = document.layout(like: example, within: layout)
    }
    return layout.isTight && tree.isTight(ref)
  }

  private func inner(_ child: Tree.Child, of example: NodeRef) -> NodeRef? {
    tree[child.value].isContainer ? document?.example(for: child, of: tree, in: example) : nil
  }

  private func begin(
    _ ref: NodeRef, like example: NodeRef?, _ state: inout State, _ output: inout OutputBuffer
  ) {
    let node = tree[ref]
    guard node.isContainer else {
      output.append(tree.text(of: node))
      return
    }
    let isObject = node.kind == .object
    output.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    let children: Frame.Children =
      isObject && sortsMembers
      ? .sorted(tree.sortedMembers(of: ref), next: 0) : .inOrder(tree.children(of: ref))
    var example = example
    if let document {
      if example == nil, isOfDocument, tree.isOwnExample(ref, within: state.layout) {
        example = ref
      }
      if let example {
        state.keepLayout()
        state.layout = document.layout(like: example, within: state.layout)
      }
    }
    state.open.append(Frame(children: children, isObject: isObject, example: example))
  }

  private func separate(
    isFirst: Bool, isObject: Bool, _ state: inout State, _ output: inout OutputBuffer
  ) {
    let layout = state.layout
    guard layout.isMultiline else {
      output.append(
        !isFirst ? layout.afterComma : isObject ? layout.objectPadding : layout.arrayPadding)
      return
    }
    if isFirst { state.indent(by: layout.unit) }
    output.append(layout.newline)
    output.append(state.indentation)
  }

  private func end(
    _ frame: Frame, _ state: inout State, _ output: inout OutputBuffer
  ) {
    if !frame.isEmpty {
      if state.layout.isMultiline {
        state.indentation.removeLast(state.layout.unit.count)
        output.append(state.layout.newline)
        output.append(state.indentation)
      } else {
        output.append(frame.isObject ? state.layout.objectPadding : state.layout.arrayPadding)
      }
    }
    output.append(frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    if frame.example != nil, let outer = state.surroundings.popLast() { state.layout = outer }
  }
}
