import JSONPatching

/// Diagnostics of a file, of which one kind may not drown the others.
struct Folding {
  /// The diagnostics to show, in their order.
  private(set) var shown: [JSONPatch.Diagnostic] = []
  /// Lines that count what is not shown: `and 480 more [path-not-found]`.
  private(set) var remainders: [String] = []

  /// How many diagnostics of one code are shown unless the user says otherwise.
  static let defaultLimit = 20
  /// How many times as many are shown of all codes together.
  private static let codes = 5

  /// Folds diagnostics so that at most a number of each code is shown, and at most five times as
  /// many in all; 0 is no limit.
  init(_ diagnostics: [JSONPatch.Diagnostic], limit: Int) {
    guard limit > 0 else {
      shown = diagnostics
      return
    }
    var counts: [JSONPatch.Code: (shown: Int, folded: Int)] = [:]
    for diagnostic in diagnostics {
      let count = counts[diagnostic.code, default: (0, 0)].shown
      if count < limit, shown.count < Self.codes * limit {
        shown.append(diagnostic)
        counts[diagnostic.code, default: (0, 0)].shown += 1
      } else {
        counts[diagnostic.code, default: (0, 0)].folded += 1
      }
    }
    remainders = counts.filter { $0.value.folded > 0 }
      .sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "and \($0.value.folded) more [\($0.key)]" }
  }
}
