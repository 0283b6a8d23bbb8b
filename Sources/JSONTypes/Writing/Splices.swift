/// A few changes of the text of a document, none of which has to do with another.
///
/// Short patches often have a few operations on different parts of a document. None of these sees what another has done,
/// so that each can be carried out on the text as it was parsed: nothing is edited, and the result is written at once, as
/// ``PreservingWriter`` would write it. An operation that is refused here may still be possible for an ``Editor``.
///
/// Document and patch are handed from call to call: whoever keeps a tree also keeps its storage, and for a short patch that would
/// be a good part of the work. Methods are mutating although some only read: those would be handed a copy of the list.
struct Splices: ~Copyable {
  /// In the order of the text.
  private var list = InlineArray<5, Splice>(repeating: Splice())
  private var count = 0

  /// One change of the text.
  struct Splice {
    enum Change: UInt8 {
      case exchange
      case newMember
      case removedMember
      case lastElement
      /// An element with the comma after it.
      case firstElement
      /// An element with the comma before it.
      case element
      case removedElement

      /// Whether it changes the indices of other elements.
      var movesOthers: Bool { rawValue >= Self.firstElement.rawValue }
    }
    var change = Change.exchange
    /// The container that a child comes into or leaves.
    var container = NodeRef.none
    /// The value, and the pointer that ends with the name of a member, in the patch.
    var value = NodeRef.none
    var pointer = NodeRef.none
    /// What is left out.
    var range: Range<UInt32> = 0..<0
  }

  // MARK: Taking down

  /// Whether no splice has to do with what stands in a range of the text, or directly beside it.
  @inline(__always)
  mutating func isUntouched(_ range: Range<UInt32>, in tree: Tree) -> Bool {
    for position in 0..<count {
      let touched = touchedRange(position, in: tree)
      if range.lowerBound <= touched.upperBound, touched.lowerBound <= range.upperBound {
        return false
      }
    }
    return true
  }

  @inline(__always)
  private mutating func touchedRange(_ position: Int, in tree: Tree) -> Range<UInt32> {
    let splices = list.span
    guard splices[position].change.movesOthers else { return splices[position].range }
    return tree.range(of: splices[position].container)
  }

  /// Takes down a splice, if there is room, and if it has nothing to do with another.
  mutating func insert(_ splice: Splice, in tree: Tree) -> Bool {
    guard count < list.count, isUntouched(splice.range, in: tree) else { return false }
    var position = count
    while position > 0, list.span[position - 1].range.lowerBound > splice.range.lowerBound {
      let moved = list.span[position - 1]
      list[position] = moved
      position -= 1
    }
    list[position] = splice
    count += 1
    return true
  }

  // MARK: Writing

  /// Writes the text, with or without the white space between tokens, unless it has more than `limit` bytes.
  mutating func write(
    in tree: Tree, from patch: Tree, compacts: Bool, limit: Int
  ) -> [UInt8]? {
    let estimate = estimatedCount(in: tree, from: patch)
    return OutputBuffer.array(estimate: estimate, limit: limit, compacts: compacts) { output in
      write(in: tree, from: patch, to: &output)
    }
  }

  /// Enough for what is not looked at here: names, and white space where there is little of it.
  private mutating func estimatedCount(in tree: Tree, from patch: Tree) -> Int {
    var estimate = tree.parsed.text.count + TextSlice.paddedBlock + count * 64
    let splices = list.span
    for position in 0..<count where splices[position].value != .none {
      estimate += Int(patch[splices[position].value].length)
    }
    return estimate
  }

  @inline(__always)
  private mutating func write(in tree: Tree, from patch: Tree, to output: inout OutputBuffer) {
    let text = tree.parsed.text
    let splices = list.span
    var offset = 0
    for position in 0..<count {
      let range = splices[position].range
      let start = Int(range.lowerBound)
      output.append(padded: text.slice(offset, count: start - offset))
      tree.write(splices[position], from: patch, to: &output)
      offset = Int(range.upperBound)
    }
    output.append(padded: text.slice(offset, count: text.count - offset))
  }
}

extension Tree {
  /// Where a value of the text stands.
  @inline(__always)
  func range(of value: NodeRef) -> Range<UInt32> {
    let node = self[value]
    return node.offset..<node.end
  }

  /// Writes what a splice brings in.
  fileprivate func write(
    _ splice: Splices.Splice, from patch: Tree, to output: inout OutputBuffer
  ) {
    if splice.value == .none { return }
    let value = patch.text(of: patch[splice.value])
    switch splice.change {
    case .exchange, .removedMember, .removedElement:
      output.append(padded: value)
    case .newMember:
      writeComma(in: splice.container, to: &output)
      output.append(UInt8(ascii: "\""))
      output.append(padded: patch.lastToken(of: splice.pointer))
      output.append(UInt8(ascii: "\""))
      output.append(colon(of: splice.container))
      output.append(padded: value)
    case .lastElement, .element:
      writeComma(in: splice.container, to: &output)
      output.append(padded: value)
    case .firstElement:
      output.append(padded: value)
      writeComma(in: splice.container, to: &output)
    }
  }

  private func lastToken(of pointer: NodeRef) -> TextSlice {
    let text = content(of: self[pointer])
    return PointerShape(wellFormed: text).lastToken(text)
  }

  /// Writes a comma and the white space that comes after it in a container.
  private func writeComma(in container: NodeRef, to output: inout OutputBuffer) {
    output.append(UInt8(ascii: ","))
    separator(of: container).write(to: &output)
  }
}
