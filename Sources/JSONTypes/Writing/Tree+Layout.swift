extension Tree {
  // MARK: Text around nodes

  /// Some bytes of the text that a node is part of.
  func text(_ range: Range<UInt32>, around node: Node) -> TextSlice {
    textFrame(of: node)[Int(range.lowerBound)..<Int(range.upperBound)]
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

  // MARK: Containers

  /// The layout of the parsed document, as its outermost container shows it.
  var documentLayout: Layout {
    let root = NodeRef(parsed: 0)
    let node = self[root]
    guard node.isContainer, node.span > 1 else { return .singleLine(isSpaced: false) }
    var layout = style(of: root, node).children
    layout.indentation = []
    return layout
  }

  /// The white space of a container of the text, or what it would have if it had children.
  func style(of container: NodeRef) -> ContainerStyle {
    let node = self[container]
    if node.span > 1 { return style(of: container, node) }
    let layout = layout(around: container)
    guard layout.isMultiline else {
      return ContainerStyle(lead: [], separator: layout.afterComma, tail: [], children: layout)
    }
    var children = layout
    children.indentation += layout.unit
    let lead = layout.newline + children.indentation
    return ContainerStyle(
      lead: lead, separator: lead, tail: layout.newline + layout.indentation, children: children)
  }

  private func style(of container: NodeRef, _ node: Node) -> ContainerStyle {
    let first = container.advanced(by: 1)
    let firstNode = self[first]
    let lead = Array(text(node.offset + 1..<firstNode.offset, around: node))
    let isObject = node.kind == .object
    let firstValue = isObject ? first.advanced(by: 1) : first
    var colon: [UInt8]?
    if isObject {
      colon = Array(text(firstNode.end..<self[firstValue].offset, around: node))
    }
    let tail = whitespace(before: node.end - 1, around: node)
    if let newline = Self.newline(in: lead) {
      let indentation = Self.indentation(in: lead)
      let closing = Self.indentation(in: tail)
      let hasOwnLine = Self.newline(in: tail) != nil
      let unit =
        hasOwnLine && indentation.starts(with: closing) && indentation.count > closing.count
        ? Array(indentation.dropFirst(closing.count)) : [0x20, 0x20]
      var children = Layout.multiline(newline: newline, unit: unit, indentation: indentation)
      if let colon, Self.newline(in: colon) == nil { children.colon = colon }
      return ContainerStyle(lead: lead, separator: lead, tail: tail, children: children)
    }
    let second = firstValue.advanced(by: self[firstValue].span)
    var separator: [UInt8]?
    if second != container.advanced(by: node.span) {
      let gap = text(self[firstValue].end..<self[second].offset, around: node)
      separator = Array(gap.drop { $0 != UInt8(ascii: ",") }.dropFirst())
    }
    let isSpaced = separator.map { !$0.isEmpty } ?? (colon.map { $0.count > 1 } ?? isSpacedText)
    var children = Layout.singleLine(isSpaced: isSpaced || !lead.isEmpty)
    if let separator, Self.newline(in: separator) == nil { children.afterComma = separator }
    if let colon, Self.newline(in: colon) == nil { children.colon = colon }
    if isObject { children.objectPadding = lead } else { children.arrayPadding = lead }
    return ContainerStyle(
      lead: lead, separator: separator ?? children.afterComma, tail: tail, children: children)
  }

  /// The layout of the place in the text where a value stands.
  func layout(around value: NodeRef) -> Layout {
    let node = self[value]
    guard value != NodeRef(parsed: 0) else { return .singleLine(isSpaced: false) }
    let name = NodeRef(rawValue: value.rawValue &- 1)
    let isMember = value.index > 0 && self[name].kind == .name
    let start = isMember ? self[name].offset : node.offset
    let before = whitespace(before: start, around: node)
    let colon: [UInt8]? =
      isMember ? Array(text(self[name].end..<node.offset, around: node)) : nil
    if let newline = Self.newline(in: before) {
      let unit = documentLayout.unit
      var layout = Layout.multiline(
        newline: newline, unit: unit.isEmpty ? [0x20, 0x20] : unit,
        indentation: Self.indentation(in: before))
      if let colon, Self.newline(in: colon) == nil { layout.colon = colon }
      return layout
    }
    let isSpaced = !before.isEmpty || (colon.map { $0.count > 1 } ?? isSpacedText)
    var layout = Layout.singleLine(isSpaced: isSpaced)
    if let colon, Self.newline(in: colon) == nil { layout.colon = colon }
    return layout
  }

  /// Whether the parsed text has white space where it need not: after its first colon or bracket.
  private var isSpacedText: Bool {
    let node = self[NodeRef(parsed: 0)]
    guard node.isContainer, node.span > 1 else { return false }
    let first = self[NodeRef(parsed: 1)]
    if first.offset > node.offset + 1 { return true }
    guard first.kind == .name else { return false }
    return self[NodeRef(parsed: 2)].offset > first.end + 1
  }

  // MARK: White space

  private func whitespace(before offset: UInt32, around node: Node) -> [UInt8] {
    let text = text(0..<offset, around: node)
    var start = text.count
    while start > 0, [0x20, 0x0A, 0x0D, 0x09].contains(text[start - 1]) { start -= 1 }
    return Array(text[start...])
  }

  /// How the lines of some white space end, if it has more than one.
  private static func newline(in whitespace: [UInt8]) -> [UInt8]? {
    guard let end = whitespace.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    let isPair = whitespace[end] == 0x0A && end > 0 && whitespace[end - 1] == 0x0D
    return isPair ? [0x0D, 0x0A] : [whitespace[end]]
  }

  /// What follows the last line break of some white space.
  private static func indentation(in whitespace: [UInt8]) -> [UInt8] {
    let end = whitespace.lastIndex { $0 == 0x0A || $0 == 0x0D }
    return Array(whitespace[(end.map { $0 + 1 } ?? 0)...])
  }
}
