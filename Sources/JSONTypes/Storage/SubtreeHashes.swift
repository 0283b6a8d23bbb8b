/// Hashes of the values in a document without edits; values that are equal have equal hashes.
///
/// A tape lists every subtree in one piece, so that one pass from its end computes the hashes of all values in it
/// without a stack. A subtree is hashed when it is first asked for, and never again.
package struct SubtreeHashes {
  private let first: Int
  private let count: Int
  /// Zero for a value that was not asked for yet.
  private var hashes: ContiguousArray<UInt64> = []

  /// Prepares to hash the values below one.
  package init(below root: NodeRef, in tree: Tree) {
    first = root.index
    count = Int(tree[root].span)
  }

  /// The hash of a value of the document.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the value's text the first time, O(1) afterwards.
  package mutating func hash(of ref: NodeRef, in tree: Tree) -> UInt64 {
    if hashes.isEmpty { hashes = ContiguousArray(repeating: 0, count: count) }
    let position = ref.index - first
    if hashes[position] == 0 { computeHashes(below: ref, at: position, tree) }
    return hashes[position]
  }

  private mutating func computeHashes(below ref: NodeRef, at position: Int, _ tree: Tree) {
    let view = tree.view(of: ref)
    let start = ref.index
    // Taken out, so that nothing is asked about it within the loop.
    var hashes = self.hashes
    self.hashes = []
    for distance in (0..<Int(view[start].span)).reversed() {
      let current = position + distance
      guard hashes[current] == 0 else { continue }
      let node = view[start + distance]
      let hash =
        switch node.kind {
        case .null: UInt64(1)
        case .false: UInt64(2)
        case .true: UInt64(3)
        case .number: hash(ofNumber: tree.text(of: node))
        case .string, .name: mix(5, UInt64(tree.hash(ofName: node)))
        case .array: hash(ofArray: start + distance, of: view, at: current, node.span, hashes)
        case .object: hash(ofObject: start + distance, of: view, at: current, node.span, hashes)
        }
      hashes[current] = hash | 1
    }
    self.hashes = hashes
  }

  private func hash(
    ofArray index: Int, of view: TapeView, at position: Int, _ span: UInt32,
    _ hashes: ContiguousArray<UInt64>
  ) -> UInt64 {
    var state: UInt64 = 6
    var child = 1
    while child < Int(span) {
      state = mix(state, hashes[position + child])
      child += Int(view[index + child].span)
    }
    return mix(state, UInt64(span))
  }

  /// A sum, because the order of members does not matter.
  private func hash(
    ofObject index: Int, of view: TapeView, at position: Int, _ span: UInt32,
    _ hashes: ContiguousArray<UInt64>
  ) -> UInt64 {
    var sum: UInt64 = 7
    var child = 1
    while child < Int(span) {
      let name = position + child
      sum &+= mix(hashes[name], hashes[name + 1])
      child += 1 + Int(view[index + child + 1].span)
    }
    return mix(sum, 8)
  }

  /// Hashes integers by their value and other numbers by their normal form, which is the value for an integer.
  private func hash(ofNumber text: TextSlice) -> UInt64 {
    var value = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    var position = isNegative ? 1 : 0
    while position < text.count, position < 18 {
      let digit = text[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value * 10 + Int(digit)
      position += 1
    }
    if position == text.count { return mix(4, integerHash(isNegative ? -value : value)) }
    let decimal = Decimal(text)
    if let integer = decimal.int { return mix(4, integerHash(integer)) }
    var hasher = Hasher()
    hasher.combine(decimal)
    return mix(4, integerHash(hasher.finalize()))
  }

  private func integerHash(_ value: Int) -> UInt64 { UInt64(bitPattern: Int64(value)) }

  private func mix(_ state: UInt64, _ value: UInt64) -> UInt64 {
    let product = (state ^ value &+ 0x9E37_79B9).multipliedFullWidth(by: 0xBF58_476D_1CE4_E5B9)
    return product.high ^ product.low
  }
}
