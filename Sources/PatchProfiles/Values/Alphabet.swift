/// The characters that a string may have, written as a list with ranges: `A-Za-z0-9_.-`.
struct Alphabet: Sendable, Hashable {
  /// The list as it was written; a `-` itself stands last.
  let text: String
  /// The ASCII characters, one bit for each.
  private let ascii: UInt128
  /// The ranges of the other characters.
  private let others: [ClosedRange<Unicode.Scalar>]

  init(_ text: String) {
    self.text = text
    let ranges = Self.ranges(in: text)
    ascii = (0..<128).reduce(into: 0) { set, code in
      let scalar = Unicode.Scalar(UInt8(code))
      if ranges.contains(where: { $0.contains(scalar) }) { set |= 1 << UInt128(code) }
    }
    others = ranges.filter { !$0.upperBound.isASCII }
  }

  /// Whether a string has no other characters.
  func allows(_ string: String) -> Bool {
    let isPlain = string.utf8.allSatisfy { $0 < 128 && ascii & (1 << UInt128($0)) != 0 }
    return isPlain || string.unicodeScalars.allSatisfy(allows)
  }

  private func allows(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ascii & (1 << UInt128(scalar.value)) != 0 : others.contains { $0.contains(scalar) }
  }

  private static func ranges(in text: String) -> [ClosedRange<Unicode.Scalar>] {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var rest = text.unicodeScalars[...]
    while let first = rest.popFirst() {
      var last = first
      if rest.first == "-", rest.count > 1 {
        rest.removeFirst()
        last = rest.removeFirst()
      }
      ranges.append(min(first, last)...max(first, last))
    }
    return ranges
  }

  /// Compares the lists as they were written.
  static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
