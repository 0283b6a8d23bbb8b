import PeerProcesses

/// Verifies and measures workloads, each in turns with its rivals.
struct Runner {
  let plan: Plan
  /// Measures yyjson in a process of its own, when that is wanted and possible.
  let yyjson: PeerProcess?
  /// `nil` unless a comparison is wanted.
  let peers: PeerGroup?

  /// A workload whose result is wrong is not measured: its time would mean nothing.
  func measure(_ workload: some Workload) -> Measurement {
    var measurement = Measurement(of: workload)
    do {
      try workload.verify()
      if workload.runsInProcess {
        measurement.allocations = try AllocationMeter.allocations(of: workload)
      }
      try time(workload, into: &measurement)
    } catch {
      measurement.isRight = false
      measurement.failure = "\(error)"
    }
    return measurement
  }

  private func time(_ workload: some Workload, into measurement: inout Measurement) throws {
    var turns = try Turns(of: LocalContestant(workload), plan: plan)
    var rivals = yardsticks(of: workload) + peers(of: workload)
    for _ in 0..<plan.rounds {
      try turns.take()
      for index in rivals.indices { rivals[index].takeTurn() }
    }
    measurement.samples = turns.samples
    measurement.drift = turns.drift
    measurement.yardsticks = rivals.filter { $0.kind == .yardstick }.compactMap(\.outcome)
    measurement.peers = rivals.filter { $0.kind == .peer }.compactMap(\.outcome)
  }

  private func yardsticks(of workload: some Workload) -> [Rival] {
    let documents = workload.documents
    return workload.yardsticks.filter { $0.isSuitable(for: documents) }.compactMap { yardstick in
      let contestant: any Contestant
      switch yardstick {
      case .memcpy: contestant = LocalContestant(MemoryCopy(documents: documents))
      case .foundation: contestant = LocalContestant(FoundationParsing(documents: documents))
      case .yyjson:
        guard let yyjson, (try? yyjson.load(documents: documents, patches: [])) != nil else {
          return nil
        }
        contestant = yyjson.contestant(for: .parse)
      }
      return Rival(.yardstick, yardstick.rawValue, contestant, verdict: .parsesOnly, plan: plan)
    }
  }

  private func peers(of workload: some Workload) -> [Rival] {
    guard let peers, let task = workload.peerTask else { return [] }
    let documents = workload.documents
    let patches = workload.patches
    var rivals = workload.commands(of: peers).map { name, command in
      Rival(
        .peer, name, LocalContestant(ProcessRun(command)),
        verdict: Verdict(workload) { _, _ in try command.output() }, plan: plan)
    }
    if task == .process {
      let floor = ProcessRun(Command("true", []))
      rivals.append(
        Rival(.peer, "true", LocalContestant(floor), verdict: .doesNothing, plan: plan))
    }
    if task == .patch, Yardstick.foundation.isSuitable(for: documents) {
      let work = FoundationRoundTrip(documents: documents, patches: patches)
      rivals.append(
        Rival(.peer, "Foundation", LocalContestant(work), verdict: .doesNotPatch, plan: plan))
    }
    rivals += peers.missing.filter { $0.share(of: task) != nil }.map { Rival(missing: $0.name) }
    for process in peers.processes where process.peer.isSuitable(for: documents) {
      guard task != .process, let share = process.peer.share(of: task) else { continue }
      let verdict =
        share == .parse ? .parsesOnly : Verdict(workload) { try process.patched($0, by: $1) }
      let isLoaded = (try? process.load(documents: documents, patches: patches)) != nil
      rivals.append(
        Rival(
          .peer, process.peer.name, process.contestant(for: share),
          verdict: isLoaded ? verdict : .fails, plan: plan))
    }
    return rivals
  }
}
