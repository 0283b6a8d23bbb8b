/// How much is measured.
struct Plan: Sendable {
  /// In each round, the workload and all yardsticks have their turn, so that what changes on the
  /// machine in the course of the run changes for all of them.
  var rounds: Int
  /// How long a turn takes, roughly.
  var turn: Duration
  /// A sample repeats short work until it takes at least this long, far above what reading the
  /// clock costs.
  var sample: Duration
  /// The size of generated documents and patches in relation to those that goals are stated for.
  var scale: Double

  static let full = Plan(
    rounds: 5, turn: .milliseconds(120), sample: .microseconds(100), scale: 1)

  /// Tries everything and measures nothing worth knowing.
  static let quick = Plan(
    rounds: 2, turn: .milliseconds(1), sample: .microseconds(10), scale: 0.04)

  /// A number of bytes, elements or operations, to scale.
  func scaled(_ count: Int) -> Int {
    max(1, Int(Double(count) * scale))
  }
}

/// Verifies and measures workloads, each in turns with the yardsticks.
struct Runner {
  let plan: Plan
  /// Measures yyjson in a process of its own, when that is wanted and possible.
  var yyjson: YYJSONProcess?

  static let yardstickNames = ["memcpy", "Foundation", "yyjson"]

  /// A workload whose result is wrong is not measured: its time would mean nothing.
  func measure(_ workload: some Workload) -> Measurement {
    var measurement = Measurement(of: workload)
    do {
      try workload.verify()
      measurement.allocations = try allocations(of: workload)
      try time(workload, into: &measurement)
    } catch {
      measurement.isRight = false
      measurement.failure = "\(error)"
    }
    return measurement
  }

  private func allocations(of workload: some Workload) throws -> Allocations? {
    guard AllocationMeter.isAvailable else { return nil }
    var meter = AllocationMeter()
    try workload.run(iterations: 1, meter: &meter)
    return meter.allocations
  }

  private func time(_ workload: some Workload, into measurement: inout Measurement) throws {
    var turns = try Turns(of: LocalContestant(workload), plan: plan)
    var yardsticks = yardsticks(for: workload.documents)
    for _ in 0..<plan.rounds {
      try turns.take()
      for index in yardsticks.indices.reversed() {
        // A yardstick that fails leaves a gap in the table.
        if (try? yardsticks[index].turns.take()) == nil { yardsticks.remove(at: index) }
      }
    }
    measurement.samples = Array(turns.rounds.joined())
    measurement.drift = turns.drift
    measurement.yardsticks = yardsticks.map { name, turns in
      Measurement.Yardstick(name: name, samples: Array(turns.rounds.joined()))
    }
  }

  private func yardsticks(for documents: [[UInt8]]) -> [(name: String, turns: Turns)] {
    var contestants: [(name: String, contestant: any Contestant)] = [
      ("memcpy", LocalContestant(MemoryCopy(documents: documents))),
      ("Foundation", LocalContestant(FoundationParsing(documents: documents))),
    ]
    if let yyjson, (try? yyjson.load(documents)) != nil {
      contestants.append(("yyjson", yyjson))
    }
    return contestants.compactMap { name, contestant in
      (try? Turns(of: contestant, plan: plan)).map { (name, $0) }
    }
  }
}
