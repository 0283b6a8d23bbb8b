/// Everything that is done to a text to see what its reader makes of it: cut off before each byte, and bits of each byte flipped.
public enum Damage {
  /// The bits that are flipped in bytes at even places and in those at odd ones: one that turns a digit or a letter into its
  /// neighbour, and the one of ASCII; the one between capital and small letters and between brackets and others, and all.
  private static let masks: [[UInt8]] = [[0x01, 0x80], [0x20, 0xFF]]

  /// From one byte that is damaged to the next.
  ///
  /// It is every byte, or in a build that is not optimised so many that it takes some seconds. The first one is another in each
  /// text, and the step is odd.
  private static let step = Effort.isFull ? 1 : 49

  /// Hands each of the damaged texts to a reader.
  ///
  /// - Returns: How many there were.
  public static func each(
    of text: [UInt8], _ read: ([UInt8]) throws -> Void
  ) rethrows -> Int {
    var count = 0
    let first = text.isEmpty ? 0 : text.count % min(step, text.count)
    for index in stride(from: first, to: text.count, by: step) {
      try read(Array(text[..<index]))
      var changed = text
      for mask in masks[index % masks.count] {
        changed[index] = text[index] ^ mask
        try read(changed)
      }
      count += 1 + masks[index % masks.count].count
    }
    return count
  }

  /// The least number of damaged texts where an optimised build has so many: steps are not full in short texts.
  public static func expected(_ count: Int) -> Int { Effort.isFull ? count : count / (2 * step) }
}
