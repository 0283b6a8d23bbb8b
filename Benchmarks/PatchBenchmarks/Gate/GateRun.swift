import Foundation

/// The program when it is asked for allocations alone: counts them on small and on larger documents and compares
/// them with the limits in a file, or writes them there.
struct GateRun {
  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  /// - Returns: Whether all counts are within their limits.
  func perform() throws -> Bool {
    guard Machine.isOptimized else {
      print("a debug build allocates more: nothing is compared")
      return true
    }
    guard ProcessInfo.processInfo.environment["SWIFT_DETERMINISTIC_HASHING"] == "1" else {
      throw UsageError(
        description: "set SWIFT_DETERMINISTIC_HASHING=1, so that counts are the same in each run")
    }
    guard let counts = try AllocationGate(counting: options.filters) else {
      print("allocations cannot be counted on this platform: nothing is compared")
      return true
    }
    let growths = counts.growths
    for growth in growths { print("error: \(growth)") }
    guard growths.isEmpty else { return false }
    if let path = options.recordedGate {
      try counts.write(to: path)
      print("recorded in \(path)")
    }
    guard let path = options.gate else { return true }
    let outcome = try AllocationGate(reading: path).check(counts)
    for note in outcome.notes { print("note: fewer than recorded: \(note)") }
    for failure in outcome.failures { print("error: \(failure)") }
    print(
      "\(outcome.checked) counts, \(outcome.failures.count) with more allocations than allowed")
    if !outcome.failures.isEmpty {
      print(
        "if that is meant to be: "
          + "SWIFT_DETERMINISTIC_HASHING=1 PatchBenchmarks --record-gate \(path)")
    }
    return outcome.failures.isEmpty
  }
}
