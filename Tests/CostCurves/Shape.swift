/// How the cost of an operation may grow with the size of its input, as the comment of the operation says.
///
/// Judged by counts at three sizes, each four times the one before. What does not depend on the size falls out of their
/// differences: for a linear cost the second difference is four times the first, for a quadratic one sixteen times.
enum Shape: String {
  case constant = "O(1)"
  case logarithmic = "O(log n)"
  case linear = "O(n)"
  case linearithmic = "O(n log n)"

  /// How much one size is larger than the one before.
  static let factor = 4

  /// Says what is wrong with counts, if anything is.
  func objection(to counts: [Int]) -> String? {
    let steps = zip(counts.dropFirst(), counts).map { $0 - $1 }
    // A table that grows, a number that gets one more digit.
    let slack = counts[0] / 5 + 500
    let limit: Int
    switch self {
    case .constant: limit = slack
    case .logarithmic: limit = max(steps[0], 0) * 3 / 2 + slack
    case .linear: limit = max(steps[0], 0) * 19 / 4 + slack
    case .linearithmic: limit = max(steps[0], 0) * 11 / 2 + slack
    }
    let isSmall = self != .constant || steps[0] <= slack
    return isSmall && steps[1] <= limit ? nil : "grows by \(steps[0]) and then by \(steps[1])"
  }
}
