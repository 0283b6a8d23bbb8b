/// Finds the word that was probably meant, for as long as its budget lasts.
package struct Spelling: Sendable {
  /// How many letters may still be compared.
  package private(set) var budget: Int

  /// Longer words are not compared: a suggestion is for a name that somebody typed.
  private static let maximumLength = 64
  /// More candidates are not looked at, so that a huge object costs little.
  package static let maximumCandidates = 512

  /// Creates a finder with a budget.
  ///
  /// One is enough for all the typing mistakes of a patch, and not for as many suggestions as a hostile patch can ask
  /// for.
  package init(budget: Int = 1 << 21) { self.budget = budget }

  /// Whether another word can be looked for.
  package var canSuggest: Bool { budget > 0 }

  /// The candidate that is most like a word.
  ///
  /// - Parameters:
  ///   - word: What was written.
  ///   - candidates: What could have been meant; of equally good ones the first is taken.
  /// - Returns: `nil` when no candidate differs by less than about a third, in nothing but case, or by a missing end.
  package mutating func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    guard word.utf8.count <= 4 * Self.maximumLength else { return nil }
    let written = Self.letters(of: word)
    guard !written.isEmpty, written.count <= Self.maximumLength else { return nil }
    var nearest: (candidate: String, distance: Int)?
    for candidate in candidates.prefix(Self.maximumCandidates) {
      guard canSuggest else { break }
      budget -= candidate.utf8.count + 1
      guard candidate.utf8.count <= 4 * Self.maximumLength else { continue }
      let letters = Self.letters(of: candidate)
      guard letters.count <= Self.maximumLength else { continue }
      let length = max(written.count, letters.count)
      let limit = min(max(1, length / 3), length - 1, (nearest?.distance ?? .max) - 1)
      let isBeginning = written.count >= 3 && letters.starts(with: written)
      if isBeginning, limit >= 1 {
        nearest = (candidate, 1)
      } else if let distance = distance(from: written, to: letters, atMost: limit) {
        nearest = (candidate, distance)
      }
    }
    return nearest?.candidate
  }

  /// The candidate that is most like a word.
  package static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    var spelling = Spelling()
    return spelling.nearest(to: word, among: candidates)
  }

  /// Says whether two names differ in nothing but case or Unicode normalisation.
  ///
  /// Canonical equivalence is what `String` compares by, and just what is wanted here.
  package static func isLookalike(_ left: String, _ right: String) -> Bool {
    !left.utf8.elementsEqual(right.utf8) && left.lowercased() == right.lowercased()
  }

  private static func letters(of word: String) -> [Unicode.Scalar] {
    Array(word.lowercased().unicodeScalars)
  }

  /// The number of letters to insert, delete, replace or exchange with their neighbour; `nil` as soon as it is known to
  /// be greater than a limit.
  private mutating func distance(
    from left: [Unicode.Scalar], to right: [Unicode.Scalar], atMost limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in left.indices {
      budget -= right.count
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for j in right.indices {
        let change = left[i] == right[j] ? 0 : 1
        var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + change)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row.append(distance)
      }
      // An exchange of neighbours looks back two rows, and no further.
      guard min(row.min() ?? 0, last.min() ?? 0) <= limit else { return nil }
      (beforeLast, last) = (last, row)
    }
    let distance = last[right.count]
    return distance <= limit ? distance : nil
  }
}
