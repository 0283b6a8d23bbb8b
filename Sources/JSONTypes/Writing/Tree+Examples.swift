/// Where an edit put a value: what stands around it says how it is written.
enum Place {
  /// The value is the document now.
  case root
  /// The value stands where a value of the text stood.
  case replaced(NodeRef)
  /// The value came into a container of the text, near one of its children if it had any.
  case child(of: NodeRef, near: NodeRef?)
}

/// How a container is written that an edit brought in.
struct Style {
  var layout = Layout()
  /// A container of the text that is written in the same way.
  var example: NodeRef?

  static var compact: Style { Style() }
}

/// A place that edits put several values into, and how the containers among them are written.
struct Site {
  private let place: Place
  /// What has been found out for each sort of containers.
  private var known: ContiguousArray<(wanted: Tree.Wanted, style: Style)> = []

  init(_ place: Place) { self.place = place }

  mutating func style(for container: NodeRef, in tree: Tree) -> Style {
    let wanted = Tree.Wanted(container, in: tree)
    for sort in known where sort.wanted == wanted { return sort.style }
    let style = tree.style(for: wanted, at: place)
    known.append((wanted, style))
    return style
  }
}

/// Examples: the containers of the text that show how another one is to be written.
///
/// A value that an edit brings in is laid out like the nearest container of its kind in the same place: on one line
/// or on several, with the spacing of that one. What is inside of it is laid out like what is inside of the example.
/// Looking for an example takes a bounded number of steps, however large the containers are.
extension Tree {
  /// How many nodes are looked at on either side for an example.
  private static let reach = 64
  /// How many children of an example are looked at.
  private static let sampleSize = 8

  // MARK: Examples for a place

  /// How a container is written that an edit put into a place.
  func style(for wanted: Wanted, at place: Place) -> Style {
    let example = example(for: wanted, at: place)
    let layout = layout(at: place)
    return Style(layout: example.map { settled(layout, by: $0) } ?? layout, example: example)
  }

  /// The example for a container that an edit put into a place.
  func example(for wanted: Wanted, at place: Place) -> NodeRef? {
    switch place {
    case .root: example(for: wanted, near: NodeRef(parsed: 0))
    case .replaced(let old): example(for: wanted, near: old)
    case .child(_, let sibling?): example(for: wanted, near: sibling)
    case .child(let container, nil):
      example(for: Wanted(container, in: self), near: container)
        .flatMap { example(for: wanted, in: $0) { _ in false } }
    }
  }

  /// The layout of a place.
  private func layout(at place: Place) -> Layout {
    switch place {
    case .root: documentLayout
    case .replaced(let old): layout(around: old)
    case .child(let container, _): childLayout(of: container)
    }
  }

  /// The example near a value of the text: that value itself, the nearest sibling before it, or one after it.
  func example(for wanted: Wanted, near value: NodeRef) -> NodeRef? {
    guard !value.isAdded else { return nil }
    if isExample(value, for: wanted) { return value }
    return example(for: wanted, before: value) ?? example(for: wanted, after: value)
  }

  private func example(for wanted: Wanted, before value: NodeRef) -> NodeRef? {
    let text = parsed.text
    var value = value
    var steps = 0
    while value.index > 0 {
      let name = NodeRef(rawValue: value.rawValue - 1)
      let first = self[name].kind == .name ? name : value
      // The comma before the value, and what ends before the comma.
      guard var end = text.lastToken(before: Int(self[first].offset)),
        text[end - 1] == UInt8(ascii: ","), let previous = text.lastToken(before: end - 1)
      else { return nil }
      end = previous
      value = first
      repeat {
        guard value.index > 0, steps < Self.reach else { return nil }
        steps += 1
        value = NodeRef(rawValue: value.rawValue - 1)
      } while Int(self[value].end) != end
      if isExample(value, for: wanted) { return value }
    }
    return nil
  }

  private func example(for wanted: Wanted, after value: NodeRef) -> NodeRef? {
    let text = parsed.text
    var value = value
    for _ in 0..<Self.reach {
      guard let comma = text.firstToken(from: Int(self[value].end)),
        text[comma] == UInt8(ascii: ",")
      else { return nil }
      value = value.advanced(by: self[value].span)
      if self[value].kind == .name { value = value.advanced(by: 1) }
      if isExample(value, for: wanted) { return value }
    }
    return nil
  }

  // MARK: Examples within examples

  /// The example for a child of a container that is written like another one: the member of the same name, or else
  /// the first child that will do.
  func example(for child: Child, of values: Tree, in example: NodeRef) -> NodeRef? {
    self.example(for: Wanted(child.value, in: values), in: example) { name in
      child.name != .none && haveEqualContent(name, of: self, values[child.name], of: values)
    }
  }

  private func example(
    for wanted: Wanted, in example: NodeRef, isName: (Node) -> Bool
  ) -> NodeRef? {
    let end = example.advanced(by: self[example].span)
    var next = example.advanced(by: 1)
    var found: NodeRef?
    for _ in 0..<Self.sampleSize where next != end {
      let isMember = self[next].kind == .name
      let value = isMember ? next.advanced(by: 1) : next
      if isExample(value, for: wanted) {
        if isMember, isName(self[next]) { return value }
        found = found ?? value
      }
      next = value.advanced(by: self[value].span)
    }
    return found
  }

  /// Whether a container shows by its own text how it is to be written: it is from the document, and not of lines
  /// where everything else stands on one.
  func isOwnExample(_ container: NodeRef, within surroundings: Layout) -> Bool {
    let node = self[container]
    guard node.span > 1, !node.flags.contains(.addedText) else { return false }
    return surroundings.isMultiline || !isMultiline(container)
  }

  /// Whether a container that is written like an example has no white space, wherever it stands.
  ///
  /// Otherwise it may have some where the example has nothing that would show it.
  func leavesNoWhitespace(_ example: NodeRef, in container: Node) -> Bool {
    guard self[example].count > 1, isTight(example) else { return false }
    return container.kind == .object || container.flags.contains(.flat)
  }

  // MARK: What an example must be

  /// What is looked for: an example for a container, which may be of another document.
  struct Wanted {
    let kind: NodeKind
    /// Whether it is an array with containers among its first elements.
    let isNested: Bool

    static func == (first: Wanted, second: Wanted) -> Bool {
      first.kind == second.kind && first.isNested == second.isNested
    }

    init(_ container: NodeRef, in tree: Tree) {
      kind = tree[container].kind
      isNested = kind == .array && Self.hasContainer(in: container, of: tree)
    }

    private static func hasContainer(in array: NodeRef, of tree: Tree) -> Bool {
      var elements = tree.children(of: array)
      for _ in 0..<Tree.sampleSize {
        guard let element = elements.next(in: tree) else { return false }
        if tree[element.value].isContainer { return true }
      }
      return false
    }
  }

  /// Whether a value of the text is an example: a container of the same kind that is not empty.
  ///
  /// A list of scalars on one line says nothing about how a list of objects is written.
  private func isExample(_ value: NodeRef, for wanted: Wanted) -> Bool {
    let node = self[value]
    return node.kind == wanted.kind && node.span > 1
      && !(wanted.isNested && node.flags.contains(.flat))
  }
}

extension TextSlice {
  /// Where the text ends that the white space before an offset follows; `nil` if there is none.
  fileprivate func lastToken(before offset: Int) -> Int? {
    var end = offset
    while end > 0, Self.isWhitespace(self[end - 1]) { end -= 1 }
    return end > 0 ? end : nil
  }

  /// Where the text goes on after the white space at an offset; `nil` if it does not.
  fileprivate func firstToken(from offset: Int) -> Int? {
    self[offset..<count].firstIndex { !Self.isWhitespace($0) }.map { $0 + offset }
  }
}
