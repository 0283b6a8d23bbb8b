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
    /// What stands where the value comes to stand, or the element beside it if that is not the last one.
    var neighbour = NodeRef.none
    /// The value, and the pointer that ends with the name of a member, in the patch.
    var value = NodeRef.none
    var pointer = NodeRef.none
    /// What is left out.
    var range: Range<UInt32> = 0..<0
  }

  // MARK: Taking down

  /// Whether no splice has to do with what stands in a range of the text, or directly beside it.
  ///
  /// Made part of a loop over operations it would have all of the list loaded for each of them.
  @inline(never)
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
  @inline(never)
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
      write(in: tree, from: patch, compacts: compacts, to: &output)
    }
  }

  /// Enough for what is not looked at here: names, and white space where there is little of it.
  private mutating func estimatedCount(in tree: Tree, from patch: Tree) -> Int {
    var estimate = tree.parsed.text.count + TextSlice.paddedBlock + count * 64
    let splices = list.span
    for position in 0..<count where splices[position].value != .none {
      let value = patch[splices[position].value]
      // A line of its own for whatever is in it: what turns out larger is written twice.
      estimate += Int(value.length) + 16 * Int(value.span - 1)
    }
    return estimate
  }

  @inline(__always)
  private mutating func write(
    in tree: Tree, from patch: Tree, compacts: Bool, to output: inout OutputBuffer
  ) {
    let text = tree.parsed.text
    let splices = list.span
    var offset = 0
    for position in 0...count {
      let isLast = position == count
      let end = isLast ? text.count : Int(splices[position].range.lowerBound)
      output.append(padded: text.slice(offset, count: end - offset))
      if isLast { return }
      tree.write(splices[position], from: patch, compacts: compacts, to: &output)
      offset = Int(splices[position].range.upperBound)
    }
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
    _ splice: Splices.Splice, from patch: Tree, compacts: Bool, to output: inout OutputBuffer
  ) {
    if splice.value == .none { return }
    switch splice.change {
    case .exchange, .removedMember, .removedElement:
      writeValue(of: splice, from: patch, compacts: compacts, to: &output)
    case .newMember:
      writeComma(in: splice.container, to: &output)
      output.append(UInt8(ascii: "\""))
      output.append(padded: patch.lastToken(of: splice.pointer))
      output.append(UInt8(ascii: "\""))
      output.append(colon(of: splice.container))
      writeValue(of: splice, from: patch, compacts: compacts, to: &output)
    case .lastElement, .element:
      writeComma(in: splice.container, to: &output)
      writeValue(of: splice, from: patch, compacts: compacts, to: &output)
    case .firstElement:
      writeValue(of: splice, from: patch, compacts: compacts, to: &output)
      writeComma(in: splice.container, to: &output)
    }
  }

  @inline(__always)
  private func writeValue(
    of splice: Splices.Splice, from patch: Tree, compacts: Bool, to output: inout OutputBuffer
  ) {
    let node = patch[splice.value]
    // White space that is left out in the end may come in first.
    guard node.isContainer, !compacts else { return output.append(padded: patch.text(of: node)) }
    writeContainer(of: splice, node, from: patch, to: &output)
  }

  @inline(never)
  private func writeContainer(
    of splice: Splices.Splice, _ node: Node, from patch: Tree, to output: inout OutputBuffer
  ) {
    let place = place(of: splice)
    let wanted = Wanted(splice.value, in: patch)
    // Most documents of programs, and their patches, have no white space at all.
    if patch.isTight(splice.value), let example = example(for: wanted, at: place),
      leavesNoWhitespace(example, in: node)
    {
      return output.append(padded: patch.text(of: node))
    }
    let style = style(for: wanted, at: place)
    StyledWriter(patch, likeExamplesIn: self)
      .write(splice.value, in: style.layout, like: style.example, to: &output)
  }

  /// Where the value of a splice comes to stand.
  private func place(of splice: Splices.Splice) -> Place {
    let container = splice.container
    switch splice.change {
    case .exchange:
      return .replaced(splice.neighbour)
    case .newMember:
      return .child(of: container, near: lastMember(of: container))
    case .lastElement:
      let node = self[container]
      let last = originalChild(originalCount(of: container, node) - 1, of: container, node)
      return .child(of: container, near: last)
    case .firstElement, .element, .removedMember, .removedElement:
      return .child(of: container, near: splice.neighbour)
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
