/// How much is measured.
struct Plan: Sendable {
  /// In each round, the workload and all its rivals have their turn, so that what changes on the
  /// machine in the course of the run changes for all of them.
  var rounds: Int
  /// How long a turn takes, roughly.
  var turn: Duration
  /// Who takes longer has only one turn.
  var longestTurn: Duration
  /// A sample repeats short work until it takes at least this long, far above what reading the
  /// clock costs.
  var sample: Duration
  /// The size of generated documents and patches in relation to those that goals are stated for.
  var scale: Double
  /// Where the curves end: bytes of a document, children of a container.
  var largestDocument: Int
  var largestContainer: Int

  static let full = Plan(
    rounds: 5, turn: .milliseconds(120), longestTurn: .milliseconds(500),
    sample: .microseconds(100), scale: 1,
    largestDocument: 100_000_000, largestContainer: 1_000_000)

  /// Tries everything and measures nothing worth knowing.
  static let quick = Plan(
    rounds: 2, turn: .milliseconds(1), longestTurn: .milliseconds(500), sample: .microseconds(10),
    scale: 0.04,
    largestDocument: 10_000, largestContainer: 1000)

  /// The same on documents and patches that are four times as large, and on containers ten times.
  static let quickOnLarger: Plan = {
    var plan = quick
    plan.scale *= 4
    plan.largestDocument *= 10
    plan.largestContainer *= 10
    return plan
  }()

  /// A number of bytes, elements or operations, to scale.
  func scaled(_ count: Int) -> Int {
    max(1, Int(Double(count) * scale))
  }
}
