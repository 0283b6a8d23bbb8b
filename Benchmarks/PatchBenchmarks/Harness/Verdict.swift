import JSONPatching

/// What comes of a workload in other hands.
enum Verdict: String, Codable, Sendable {
  case right
  /// Right but for numbers that have lost digits.
  case roundsNumbers = "rounds numbers"
  case wrong
  case refuses
  /// Cannot be asked, ends before its time, takes longer than a minute.
  case fails
  case parsesOnly = "parses only"
  case doesNotPatch = "does not patch"
  case doesNothing = "does nothing"
  case isMissing = "not installed"

  var isWorthTiming: Bool {
    switch self {
    case .right, .roundsNumbers, .parsesOnly, .doesNotPatch, .doesNothing: true
    case .wrong, .refuses, .fails, .isMissing: false
    }
  }

  /// Compares the result for the first document of the workload with ours, which is verified.
  init(
    _ workload: some Workload,
    patched: (_ document: [UInt8], _ patch: [UInt8]) throws -> [UInt8]?
  ) {
    guard let document = workload.documents.first, let patch = workload.patches.first,
      let expected = try? JSONPatch(parsing: patch).apply(toJSON: document),
      let result = try? Optional.some(patched(document, patch))
    else {
      self = .fails
      return
    }
    guard let result else {
      self = .refuses
      return
    }
    switch Agreement(result, expected) {
    case .same: self = .right
    case .rounded: self = .roundsNumbers
    case .different: self = .wrong
    }
  }
}
