/// Who takes part in a comparison: a workload or a yardstick, in this process or in another.
protocol Contestant: AnyObject {
  /// Times of `count` runs of `iterations` passes each, in nanoseconds per pass.
  ///
  /// One more pass comes first and is not counted: the others had the caches in between.
  func samples(_ count: Int, iterations: Int) throws -> [Double]
}

/// Measures work in this process.
final class LocalContestant<Work: Measurable>: Contestant {
  private let work: Work

  init(_ work: Work) {
    self.work = work
  }

  func samples(_ count: Int, iterations: Int) throws -> [Double] {
    var warmUp = Stopwatch()
    try work.run(iterations: 1, meter: &warmUp)
    return try (0..<count).map { _ in
      var stopwatch = Stopwatch()
      try work.run(iterations: iterations, meter: &stopwatch)
      return stopwatch.elapsed.nanoseconds / Double(iterations)
    }
  }
}

/// The turns of one contestant: how long each takes, and what came out of them.
struct Turns {
  private let contestant: any Contestant
  private let iterations: Int
  private let samplesPerRound: Int
  /// Nanoseconds per pass, round by round.
  private var rounds: [[Double]] = []
  /// Whether one turn has to do.
  private let isSlow: Bool

  /// Finds out how fast the contestant is and plans its turns accordingly.
  init(of contestant: any Contestant, plan: Plan) throws {
    self.contestant = contestant
    var iterations = 1
    let clock = SuspendingClock()
    let start = clock.now
    var pass = try contestant.samples(1, iterations: 1)[0]
    // A pass with all that is around it and not timed; there were two.
    let expense = (clock.now - start).nanoseconds / 2
    while pass * Double(iterations) < plan.sample.nanoseconds {
      iterations = max(iterations * 2, Int(plan.sample.nanoseconds / max(1, pass)))
      pass = try contestant.samples(1, iterations: iterations)[0]
    }
    self.iterations = iterations
    let sample = max(1, pass, expense / 5) * Double(iterations)
    isSlow = sample > plan.longestTurn.nanoseconds
    samplesPerRound = max(1, min(200, Int(plan.turn.nanoseconds / sample)))
  }

  mutating func take() throws {
    if isSlow && !rounds.isEmpty { return }
    let samples = try contestant.samples(samplesPerRound, iterations: iterations)
    // A tenth of a nanosecond is more than the clock knows.
    rounds.append(samples.map { ($0 * 10).rounded() / 10 })
  }

  var samples: [Double] { Array(rounds.joined()) }

  /// How far the fastest samples of the rounds lie apart: 0 when they are the same.
  var drift: Double {
    let fastest = rounds.compactMap { $0.min() }
    guard let low = fastest.min(), let high = fastest.max(), low > 0 else { return 0 }
    return high / low - 1
  }
}
