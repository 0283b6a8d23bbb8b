extension JSON {
  /// The value with all edits worked into one tape: itself if there are none.
  package var flattened: JSON { Tree(storage).hasEdits(below: ref) ? detached() : self }

  /// Takes a text that is known to be JSON because other values were put together to make it.
  package init(assembled text: [UInt8]) { self.init(builtText: text) }
}

extension Tree {
  /// Whether two values have the same text, and so are equal; neither has edits.
  package func hasText(of first: NodeRef, as second: NodeRef, of other: Tree) -> Bool {
    let one = self[first]
    let two = other[second]
    return one.length == two.length && text(of: one) == other.text(of: two)
  }

  /// How many bytes the name of a member has as a token of a ``PointerText``.
  package func tokenLength(of name: NodeRef) -> Int {
    let node = self[name]
    guard !node.flags.contains(.escaped) else { return escapedToken(of: name).count }
    let content = content(of: node)
    return content.count + content.specialCount
  }

  /// The name of a member if it is a token of a ``PointerText`` as it stands.
  func plainToken(of name: NodeRef) -> TextSlice? {
    let node = self[name]
    guard !node.flags.contains(.escaped) else { return nil }
    let content = content(of: node)
    return content.specialCount == 0 ? content : nil
  }

  /// The name of a member as a token of a ``PointerText``.
  func escapedToken(of name: NodeRef) -> [UInt8] {
    // Resolved first: the escapes of JSON may hide those that a pointer needs.
    var token: [UInt8] = []
    withDecodedContent(of: self[name]) {
      for byte in $0 { JSONPointer.append(byte, escapedTo: &token) }
    }
    var quoted: [UInt8] = []
    appendQuoted(token, to: &quoted)
    quoted.removeFirst()
    quoted.removeLast()
    return quoted
  }

  /// Appends the text of a value without white space.
  package func appendCompact(_ value: NodeRef, to text: inout [UInt8]) {
    let node = self[value]
    guard node.isContainer else { return self.text(of: node).append(to: &text) }
    if isCompact(value) {
      self.text(of: node).append(to: &text)
    } else {
      text += JSON(storage, value).serialized(as: .compact)
    }
  }

  /// Whether there is no white space in the text of a value.
  func isCompact(_ value: NodeRef) -> Bool {
    let length = Int(self[value].length)
    return compactSize(of: value, upTo: length) == length
  }
}

extension TextSlice {
  /// How many bytes a pointer has to escape; the slice is one of a tape.
  fileprivate var specialCount: Int {
    var special = 0
    var position = 0
    while position < count {
      let word = slice(position, count: count - position).paddedWord
      let places = word.places(of: UInt8(ascii: "~")) | word.places(of: UInt8(ascii: "/"))
      if places != 0 { special += places.nonzeroBitCount }
      position += 8
    }
    return special
  }
}

extension UInt64 {
  /// The highest bit of each of the eight bytes that is a certain one.
  @inline(__always)
  fileprivate func places(of byte: UInt8) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = self ^ UInt64(byte) &* 0x0101_0101_0101_0101
    return ~((difference & low) &+ low | difference | low)
  }
}

extension JSONPointer {
  fileprivate static func append(_ byte: UInt8, escapedTo token: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "~"):
      token.append(byte)
      token.append(UInt8(ascii: "0"))
    case UInt8(ascii: "/"):
      token.append(UInt8(ascii: "~"))
      token.append(UInt8(ascii: "1"))
    default: token.append(byte)
    }
  }
}
