/// Finds the word that was probably meant.
package enum Spelling {
  /// Longer words are not compared: a suggestion is for a name that somebody typed.
  private static let maximumLength = 64
  /// More candidates are not looked at, so that a huge object costs little.
  private static let maximumCandidates = 512

  /// The candidate that is most like a word.
  ///
  /// - Parameters:
  ///   - word: What was written.
  ///   - candidates: What could have been meant; of equally good ones the first is taken.
  /// - Returns: `nil` when no candidate differs by less than about a third, in nothing but case, or
  ///   by a missing end.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let written = letters(of: word)
    guard !written.isEmpty, written.count <= maximumLength else { return nil }
    var nearest: (candidate: String, distance: Int)?
    for candidate in candidates.prefix(maximumCandidates) {
      let letters = letters(of: candidate)
      guard letters.count <= maximumLength else { continue }
      let isBeginning = written.count >= 3 && letters.starts(with: written)
      let distance = isBeginning ? 1 : distance(from: written, to: letters)
      let length = max(written.count, letters.count)
      guard distance < length, distance <= max(1, length / 3) else { continue }
      if distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
    }
    return nearest?.candidate
  }

  /// Says whether two names differ in nothing but case or Unicode normalisation.
  ///
  /// Canonical equivalence is what `String` compares by, and just what is wanted here.
  static func isLookalike(_ left: String, _ right: String) -> Bool {
    !left.utf8.elementsEqual(right.utf8) && left.lowercased() == right.lowercased()
  }

  private static func letters(of word: String) -> [Unicode.Scalar] {
    Array(word.lowercased().unicodeScalars)
  }

  /// The number of letters to insert, delete, replace or exchange with their neighbour.
  private static func distance(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var row = [i]
      row.reserveCapacity(right.count + 1)
      for j in 1...right.count {
        let change = left[i - 1] == right[j - 1] ? 0 : 1
        var distance = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          distance = min(distance, beforeLast[j - 2] + 1)
        }
        row.append(distance)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
