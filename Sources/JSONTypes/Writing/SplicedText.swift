/// The text of a document with a few values exchanged, added and left out, none of which has to do with another.
///
/// Most patches are a few operations on different parts of a document. None of these sees what another has done, so that
/// each can be carried out on the text as it was parsed: nothing is edited, and the result is written at once, as
/// ``PreservingWriter`` would write it. An operation that is refused here may still be possible for an ``Editor``.
package struct SplicedText: ~Copyable {
  let tree: Tree
  /// Where pointers and new values come from.
  let patch: Tree
  /// The splices in the order of the text.
  private var splices = InlineArray<8, Splice>(repeating: Splice())
  private var count = 0

  /// More operations than this need an editor.
  package static let limit = 8

  /// One change of the text.
  struct Splice {
    enum Change: UInt8 {
      case removal
      case exchange
      case member
      /// An element and the comma after it.
      case leadingElement
      /// An element and the comma before it.
      case element
    }
    var change = Change.removal
    /// The container that a child is added to.
    var container = NodeRef.none
    /// The value, and the pointer that ends with the name of a member, in the patch.
    var value = NodeRef.none
    var pointer = NodeRef.none
    /// What is left out.
    var range: Range<UInt32> = 0..<0
    /// What no other operation may have to do with: this, and what it has moved.
    var touched: Range<UInt32> = 0..<0
  }

  /// Takes a document, unless it is a part of one or has been edited, and the patch that the operations come from.
  package init?(_ document: borrowing JSON, _ patch: borrowing JSON) {
    guard document.ref == NodeRef(parsed: 0), document.storage.overlay == nil else { return nil }
    tree = Tree(document.storage)
    self.patch = Tree(patch.storage)
  }

  // MARK: Splices

  /// Whether no splice has to do with what stands in a range of the text, or directly beside it.
  func isUntouched(_ range: Range<UInt32>) -> Bool {
    let splices = splices.span
    for position in 0..<count {
      let touched = splices[position].touched
      if range.lowerBound <= touched.upperBound, touched.lowerBound <= range.upperBound {
        return false
      }
    }
    return true
  }

  /// Takes down a splice, if it has nothing to do with another; `touching` is what it touches besides its own range.
  mutating func splice(_ splice: consuming Splice, touching: Range<UInt32>? = nil) -> Bool {
    guard count < Self.limit, isUntouched(splice.range) else { return false }
    splice.touched = touching ?? splice.range
    var position = count
    count += 1
    var splices = splices.mutableSpan
    while position > 0, splices[position - 1].range.lowerBound > splice.range.lowerBound {
      splices[position] = splices[position - 1]
      position -= 1
    }
    splices[position] = splice
    return true
  }

  // MARK: Writing

  /// Writes the text, with or without the white space between tokens, unless it has more than `limit` bytes.
  package func write(compacts: Bool, limit: Int) -> [UInt8]? {
    let text = tree.parsed.text
    // Enough for what is not looked at here: names, and white space where there is little of it.
    var estimate = text.count + TextSlice.paddedBlock + count * 64
    let splices = splices.span
    for position in 0..<count where splices[position].value != .none {
      estimate += Int(patch[splices[position].value].length)
    }
    return OutputBuffer.array(estimate: estimate, limit: limit, compacts: compacts) { output in
      var offset = 0
      for position in 0..<count {
        let range = splices[position].range
        let start = Int(range.lowerBound)
        output.append(padded: text.slice(offset, count: start - offset))
        write(splices[position], to: &output)
        offset = Int(range.upperBound)
      }
      output.append(padded: text.slice(offset, count: text.count - offset))
    }
  }

  private func write(_ splice: Splice, to output: inout OutputBuffer) {
    guard splice.change != .removal else { return }
    let value = patch.text(of: patch[splice.value])
    switch splice.change {
    case .removal, .exchange:
      output.append(padded: value)
    case .member:
      writeComma(in: splice.container, to: &output)
      output.append(UInt8(ascii: "\""))
      output.append(padded: name(in: splice.pointer))
      output.append(UInt8(ascii: "\""))
      output.append(tree.colon(of: splice.container))
      output.append(padded: value)
    case .element:
      writeComma(in: splice.container, to: &output)
      output.append(padded: value)
    case .leadingElement:
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
