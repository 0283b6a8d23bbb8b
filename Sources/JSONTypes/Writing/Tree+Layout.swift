extension Tree {
  // MARK: Text around nodes

  /// Some bytes of the text that a node is part of.
  @inline(__always)
  func text(_ range: Range<UInt32>, around node: Node) -> TextSlice {
    textFrame(of: node).slice(Int(range.lowerBound), count: range.count)
  }

  /// The white space before the value of the whole document.
  var leadingWhitespace: TextSlice {
    let node = self[NodeRef(parsed: 0)]
    return text(0..<node.offset, around: node)
  }

  /// The white space after the value of the whole document.
  var trailingWhitespace: TextSlice {
    let node = self[NodeRef(parsed: 0)]
    let end = UInt32(truncatingIfNeeded: storage.parsed.textCount)
    return text(node.end..<end, around: node)
  }

  // MARK: The white space of containers

  /// The white space between a comma in a container that has children and the next child.
  func separator(of container: NodeRef) -> Whitespace {
    let node = self[container]
    let lead = lead(of: container, node)
    if lead.isMultiline { return Whitespace(lead) }
    if let separator = separator(of: container, node) { return Whitespace(separator) }
    return Whitespace(isSpaced(gaps(of: container, node)) ? " " : "")
  }

  /// The last member that an object has in its tape.
  func lastMember(of object: NodeRef) -> NodeRef? {
    var last: NodeRef?
    var name = object.advanced(by: 1)
    let end = object.advanced(by: self[object].span)
    while name != end {
      let value = name.advanced(by: 1)
      name = value.advanced(by: self[value].span)
      last = value
    }
    return last
  }

  /// What stands between the name and the value of a member.
  func colon(of container: NodeRef) -> TextSlice {
    let node = self[container]
    guard node.span > 1 else { return layoutOfEmpty(container).colon }
    let gaps = gaps(of: container, node)
    if let colon = gaps.colon, !colon.isMultiline { return colon }
    return isSpaced(gaps) ? ": " : ":"
  }

  private func isSpaced(_ gaps: Gaps) -> Bool {
    if gaps.lead.count > 0 { return true }
    if let separator = gaps.separator { return separator.count > 0 }
    return gaps.colon.map { $0.count > 1 } ?? isSpacedText
  }

  /// The white space that an empty container would have if it had children.
  func whitespaceOfEmpty(
    _ container: NodeRef
  ) -> (lead: Whitespace, separator: Whitespace, tail: Whitespace) {
    let layout = layoutOfEmpty(container)
    guard layout.isMultiline else {
      let isObject = self[container].kind == .object
      let padding = Whitespace(isObject ? layout.objectPadding : layout.arrayPadding)
      return (padding, Whitespace(layout.afterComma), padding)
    }
    let tail = Whitespace(layout.newline, layout.indentation)
    let lead = Whitespace(layout.newline, layout.indentation, layout.unit)
    return (lead, lead, tail)
  }

  // MARK: Gaps

  private func lead(of container: NodeRef, _ node: Node) -> TextSlice {
    text(node.offset + 1..<self[container.advanced(by: 1)].offset, around: node)
  }

  private func separator(of container: NodeRef, _ node: Node) -> TextSlice? {
    let value = container.advanced(by: node.kind == .object ? 2 : 1)
    let valueNode = self[value]
    let second = value.advanced(by: valueNode.span)
    guard second != container.advanced(by: node.span) else { return nil }
    let gap = text(valueNode.end..<self[second].offset, around: node)
    return gap[gap.firstIndex(of: UInt8(ascii: ","), from: 0) + 1..<gap.count]
  }

  private func tail(of node: Node) -> TextSlice { whitespace(before: node.end - 1, around: node) }

  /// What stands between the brackets, children and names of a container that has children.
  private struct Gaps {
    var lead: TextSlice
    /// After the first comma; `nil` if there is none.
    var separator: TextSlice?
    var tail: TextSlice
    /// Between the first name and its value; `nil` in an array.
    var colon: TextSlice?
  }

  private func gaps(of container: NodeRef, _ node: Node) -> Gaps {
    var gaps = Gaps(
      lead: lead(of: container, node), separator: separator(of: container, node),
      tail: tail(of: node))
    if node.kind == .object {
      let name = self[container.advanced(by: 1)]
      gaps.colon = text(name.end..<self[container.advanced(by: 2)].offset, around: node)
    }
    return gaps
  }

  // MARK: The layout of values

  /// The layout of the parsed document, as its outermost container shows it.
  var documentLayout: Layout {
    var layout = childLayout(of: NodeRef(parsed: 0))
    layout.indentation = ""
    return layout
  }

  /// The layout of the values in a container.
  func childLayout(of container: NodeRef) -> Layout {
    let node = self[container]
    guard node.isContainer else { return Layout() }
    guard node.span > 1 else {
      var layout = layoutOfEmpty(container)
      layout.level = 1
      return layout
    }
    let gaps = gaps(of: container, node)
    var layout = layout(of: node, gaps)
    if layout.isMultiline { layout.indentation = gaps.lead.indentation }
    return layout
  }

  /// The layout of a container that is written as another one of the text is.
  func layout(like example: NodeRef, within surroundings: Layout) -> Layout {
    let node = self[example]
    let gaps = gaps(of: example, node)
    var layout = layout(of: node, gaps)
    layout.indentation = surroundings.indentation
    if !surroundings.isMultiline, !layout.isMultiline {
      // What the example does not show goes on as it is around it.
      if gaps.separator == nil { layout.afterComma = surroundings.afterComma }
      if gaps.colon == nil { layout.colon = surroundings.colon }
    }
    return layout
  }

  /// The layout of a place with the indentation of its line, which on a line of its own only the neighbours show.
  func settled(_ layout: Layout, by neighbour: NodeRef) -> Layout {
    guard !layout.isMultiline else { return layout }
    let node = self[neighbour]
    let tail = gaps(of: neighbour, node).tail
    var layout = layout
    if tail.isMultiline { layout.indentation = tail.indentation }
    return layout
  }

  /// Whether a container that is not empty has lines of its own.
  func isMultiline(_ container: NodeRef) -> Bool {
    gaps(of: container, self[container]).lead.isMultiline
  }

  /// The layout that the white space of a container shows, for no indentation in particular.
  private func layout(of node: Node, _ gaps: Gaps) -> Layout {
    guard let newline = gaps.lead.newline else {
      var layout = Layout.singleLine(isSpaced: isSpaced(gaps))
      if let separator = gaps.separator, !separator.isMultiline { layout.afterComma = separator }
      if let colon = gaps.colon, !colon.isMultiline { layout.colon = colon }
      if node.kind == .object {
        layout.objectPadding = gaps.lead
      } else {
        layout.arrayPadding = gaps.lead
      }
      return layout
    }
    let indentation = gaps.lead.indentation
    let closing = gaps.tail.indentation
    let isIndented =
      gaps.tail.isMultiline && closing.count <= indentation.count
      && indentation[0..<closing.count] == closing
    var layout = Layout.multiline(
      newline: newline, unit: isIndented ? indentation[closing.count..<indentation.count] : "  ")
    if let colon = gaps.colon, !colon.isMultiline { layout.colon = colon }
    return layout
  }

  /// The layout of an empty container as soon as it has children.
  private func layoutOfEmpty(_ container: NodeRef) -> Layout {
    let surroundings = layout(around: container)
    guard let example = example(for: Wanted(container, in: self), near: container)
    else { return surroundings }
    return layout(like: example, within: settled(surroundings, by: example))
  }

  /// The layout of the place in the text where a value stands.
  func layout(around value: NodeRef) -> Layout {
    let node = self[value]
    guard value.index > 0 else { return Layout() }
    let name = NodeRef(rawValue: value.rawValue - 1)
    // The name of an added value may be anywhere.
    let isMember = !value.isAdded && self[name].kind == .name
    let before = whitespace(before: isMember ? self[name].offset : node.offset, around: node)
    let colon = isMember ? text(self[name].end..<node.offset, around: node) : nil
    var layout: Layout
    if let newline = before.newline {
      let unit = documentLayout.unit
      layout = .multiline(newline: newline, unit: unit.isEmpty ? "  " : unit)
      layout.indentation = before.indentation
    } else {
      layout = .singleLine(
        isSpaced: before.count > 0 || (colon.map { $0.count > 1 } ?? isSpacedText))
    }
    if let colon, !colon.isMultiline { layout.colon = colon }
    return layout
  }

  /// Whether the parsed text has white space where it need not: after its first bracket or colon.
  private var isSpacedText: Bool {
    let node = self[NodeRef(parsed: 0)]
    guard node.isContainer, node.span > 1 else { return false }
    let first = self[NodeRef(parsed: 1)]
    if first.offset > node.offset + 1 { return true }
    guard first.kind == .name else { return false }
    return self[NodeRef(parsed: 2)].offset > first.end + 1
  }

  private func whitespace(before offset: UInt32, around node: Node) -> TextSlice {
    text(textFrame(of: node).startOfWhitespace(before: offset)..<offset, around: node)
  }
}

extension TextSlice {
  /// The white space of RFC 8259 section 2.
  @inline(__always)
  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Where the white space before an offset begins.
  @inline(__always)
  func startOfWhitespace(before offset: UInt32) -> UInt32 {
    guard offset > 0, Self.isWhitespace(self[Int(offset) &- 1]) else { return offset }
    return startOfSpaces(before: offset)
  }

  @inline(never)
  private func startOfSpaces(before offset: UInt32) -> UInt32 {
    var start = Int(offset)
    while start > 0, Self.isWhitespace(self[start - 1]) { start -= 1 }
    return UInt32(truncatingIfNeeded: start)
  }

  private var lastLineEnd: Int? { lastIndex { $0 == 0x0A || $0 == 0x0D } }

  fileprivate var isMultiline: Bool { lastLineEnd != nil }

  /// How the last line of some white space is set off, if it has more than one.
  fileprivate var newline: TextSlice? {
    guard let end = lastLineEnd else { return nil }
    let isPair = self[end] == 0x0A && end > 0 && self[end - 1] == 0x0D
    return self[(isPair ? end - 1 : end)..<end + 1]
  }

  /// What follows the last line break of some white space.
  fileprivate var indentation: TextSlice {
    self[(lastLineEnd.map { $0 + 1 } ?? 0)..<count]
  }
}
