import PeerProcesses

/// The time that a process takes from the call that starts it to the news of its end.
struct ProcessRun: Measurable {
  private let spawning: Spawning

  init(_ command: Command) {
    spawning = Spawning(command)
  }

  func run(iterations: Int, meter: inout some Meter) throws {
    try meter.measure {
      for _ in 0..<iterations { try spawning.run() }
    }
  }
}
