/// The text of a document with a few values exchanged, added and left out, none of which has to do with another.
///
/// Short patches often have a few operations on different parts of a document. None of these sees what another has done,
/// so that each can be carried out on the text as it was parsed: nothing is edited, and the result is written at once, as
/// ``PreservingWriter`` would write it. An operation that is refused here may still be possible for an ``Editor``.
package struct SplicedText: ~Copyable {
  let tree: Tree
  /// Where pointers and new values come from.
  let patch: Tree
  /// The splices in the order of the text: few, since they are copied wherever they are looked at.
  private var splices = InlineArray<5, Splice>(repeating: Splice())
  private var count = 0

  /// More operations than this are left to an editor, which remembers the way of each pointer for the next.
  package static let limit = 8

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

  /// Takes a document, unless it is a part of one or has been edited, and the patch that the operations come from.
  package init?(_ document: borrowing JSON, _ patch: borrowing JSON) {
    guard document.ref == NodeRef(parsed: 0), document.storage.overlay == nil else { return nil }
    tree = Tree(document.storage)
    self.patch = Tree(patch.storage)
  }

  // MARK: Splices

  /// Where a value of the document stands.
  func range(of value: NodeRef) -> Range<UInt32> {
    let node = tree[value]
    return node.offset..<node.end
  }

  /// Whether no splice has to do with what stands in a range of the text, or directly beside it.
  func isUntouched(_ range: Range<UInt32>) -> Bool {
    for position in 0..<count {
      let splice = splices[position]
      let touched =
        splice.change.movesOthers ? self.range(of: splice.container) : splice.range
      if range.lowerBound <= touched.upperBound, touched.lowerBound <= range.upperBound {
        return false
      }
    }
    return true
  }

  /// Takes down a splice, if there is room, and if it has nothing to do with another.
  mutating func splice(_ splice: Splice) -> Bool {
    guard count < splices.count, isUntouched(splice.range) else { return false }
    var position = count
    while position > 0, splices[position - 1].range.lowerBound > splice.range.lowerBound {
      splices[position] = splices[position - 1]
      position -= 1
    }
    splices[position] = splice
    count += 1
    return true
  }

  // MARK: Writing

  /// Writes the text, with or without the white space between tokens, unless it has more than `limit` bytes.
  package func write(compacts: Bool, limit: Int) -> [UInt8]? {
    let text = tree.parsed.text
    // Enough for what is not looked at here: names, and white space where there is little of it.
    var estimate = text.count + TextSlice.paddedBlock + count * 64
    for position in 0..<count where splices[position].value != .none {
      estimate += Int(patch[splices[position].value].length)
    }
    return OutputBuffer.array(estimate: estimate, limit: limit, compacts: compacts) { output in
      var offset = 0
      for position in 0..<count {
        let splice = splices[position]
        let start = Int(splice.range.lowerBound)
        output.append(padded: text.slice(offset, count: start - offset))
        write(splice, to: &output)
        offset = Int(splice.range.upperBound)
      }
      output.append(padded: text.slice(offset, count: text.count - offset))
    }
  }

  private func write(_ splice: Splice, to output: inout OutputBuffer) {
    if splice.value == .none { return }
    let value = patch.text(of: patch[splice.value])
    switch splice.change {
    case .exchange, .removedMember, .removedElement:
      output.append(padded: value)
    case .newMember:
      writeComma(in: splice.container, to: &output)
      output.append(UInt8(ascii: "\""))
      output.append(padded: name(in: splice.pointer))
      output.append(UInt8(ascii: "\""))
      output.append(tree.colon(of: splice.container))
      output.append(padded: value)
    case .lastElement, .element:
      writeComma(in: splice.container, to: &output)
      output.append(padded: value)
    case .firstElement:
      output.append(padded: value)
      writeComma(in: splice.container, to: &output)
    }
  }

  private func name(in pointer: NodeRef) -> TextSlice {
    let text = patch.content(of: patch[pointer])
    return PointerShape(wellFormed: text).lastToken(text)
  }

  /// Writes a comma and the white space that comes after it in a container.
  private func writeComma(in container: NodeRef, to output: inout OutputBuffer) {
    output.append(UInt8(ascii: ","))
    tree.separator(of: container).write(to: &output)
  }
}
