import JSONPatching

/// Diagnostics of a file, of which one kind may not drown the others.
struct Folding {
  /// The diagnostics to show, in their order.
  private(set) var shown: [JSONPatch.Diagnostic] = []
  /// Lines that count what is not shown: `and 480 more [path-not-found]`.
  private(set) var remainders: [String] = []

  /// How many diagnostics of one code are shown unless the user says otherwise.
  static let defaultLimit = 20

  /// Folds diagnostics so that at most a number of each code is shown; 0 is no limit.
  init(_ diagnostics: [JSONPatch.Diagnostic], limit: Int) {
    var counts: [JSONPatch.Code: Int] = [:]
    for diagnostic in diagnostics {
      counts[diagnostic.code, default: 0] += 1
      if limit == 0 || counts[diagnostic.code, default: 0] <= limit {
        shown.append(diagnostic)
      }
    }
    guard limit > 0 else { return }
    remainders = counts.filter { $0.value > limit }
      .sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "and \($0.value - limit) more [\($0.key)]" }
  }
}
