/// The program when somebody else measures: does the work again and again in a function that a profiler can find.
struct ProfiledRun {
  private let catalog: Catalog
  private let passes: Int

  /// Takes the workloads of a benchmark run.
  init(_ catalog: Catalog, passes: Int) {
    (self.catalog, self.passes) = (catalog, passes)
  }

  func perform() throws {
    for entry in catalog.entries {
      let workload = try entry.make()
      guard workload.runsInProcess else { continue }
      // What is made once, when it is first needed, is not counted.
      var unseen = Unseen()
      try workload.run(iterations: 1, meter: &unseen)
      var seen = Seen()
      try workload.run(iterations: passes, meter: &seen)
      hasBeenProfiled()
      print("\(entry.label)\t\(workload.documents.count * passes)")
    }
  }

  private struct Unseen: Meter {
    mutating func measure(_ work: () throws -> Void) rethrows { try work() }
  }

  private struct Seen: Meter {
    mutating func measure(_ work: () throws -> Void) rethrows { try profiled(work) }
  }
}

/// Carries out work; what happens from here until it returns is what profilers count.
@inline(never)
private func profiled(_ work: () throws -> Void) rethrows {
  try work()
}

/// Called when a workload has been carried out, for whoever counts.
@inline(never)
private func hasBeenProfiled() {
  use(())
}
