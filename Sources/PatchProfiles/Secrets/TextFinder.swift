/// Finds where any of some texts occurs, in time that hardly depends on how many there are.
struct TextFinder: Sendable, Hashable {
  /// Shorter texts occur by chance, so they are not looked for.
  static let minimumLength = 4

  /// The texts in the order of their bytes.
  private let texts: [[UInt8]]
  /// The first four bytes of each text, which rule out most places.
  private let beginnings: Set<UInt32>

  init(_ texts: some Sequence<String>) {
    let long = texts.map { Array($0.utf8) }.filter { $0.count >= Self.minimumLength }
    self.texts = long.sorted { $0.lexicographicallyPrecedes($1) }
    beginnings = Set(long.map { $0.prefix(Self.minimumLength).reduce(0) { $0 << 8 | UInt32($1) } })
  }

  /// The extents of all occurrences in a text, joined where they overlap or touch.
  func occurrences(in text: [UInt8]) -> [Range<Int>] {
    guard !texts.isEmpty else { return [] }
    var extents: [Range<Int>] = []
    var window: UInt32 = 0
    for (position, byte) in text.enumerated() {
      window = window << 8 | UInt32(byte)
      let start = position + 1 - Self.minimumLength
      guard start >= 0, beginnings.contains(window),
        let length = longestMatch(with: text[start...])
      else { continue }
      let extent = start..<start + length
      if let last = extents.last, last.upperBound >= start {
        extents[extents.count - 1] = last.lowerBound..<max(last.upperBound, extent.upperBound)
      } else {
        extents.append(extent)
      }
    }
    return extents
  }

  /// The length of the longest text that the bytes begin with.
  ///
  /// Such a text is not greater than the bytes. The greatest text that is not greater may differ
  /// from them at some place; then the one that is looked for ends before that place.
  private func longestMatch(with bytes: ArraySlice<UInt8>) -> Int? {
    var bytes = bytes
    while bytes.count >= Self.minimumLength {
      guard let nearest = greatestText(notAbove: bytes) else { return nil }
      var common = 0
      for (first, second) in zip(nearest, bytes) {
        guard first == second else { break }
        common += 1
      }
      if common == nearest.count { return common }
      bytes = bytes.prefix(common)
    }
    return nil
  }

  private func greatestText(notAbove bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var (low, high) = (0, texts.count)
    while low < high {
      let middle = (low + high) / 2
      if bytes.lexicographicallyPrecedes(texts[middle]) { high = middle } else { low = middle + 1 }
    }
    return low > 0 ? texts[low - 1] : nil
  }
}
