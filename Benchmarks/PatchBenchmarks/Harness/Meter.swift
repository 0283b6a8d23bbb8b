#if canImport(Glibc) && arch(x86_64)
  import Synchronization
#endif

/// Work that can be done over and over.
protocol Measurable {
  /// Does the work `iterations` times and lets `meter` see only the part that counts.
  func run(iterations: Int, meter: inout some Meter) throws
}

/// Something that looks at a piece of work while it runs: a stopwatch, a counter of allocations.
protocol Meter {
  mutating func measure(_ work: () throws -> Void) rethrows
}

/// Adds up how long the work took.
struct Stopwatch: Meter {
  private(set) var elapsed: Duration = .zero
  /// Runs on while the machine is awake: `CLOCK_MONOTONIC` on Linux.
  private let clock = SuspendingClock()

  mutating func measure(_ work: () throws -> Void) rethrows {
    elapsed += try clock.measure(work)
  }
}

extension Duration {
  var nanoseconds: Double {
    Double(components.seconds) * 1e9 + Double(components.attoseconds) * 1e-9
  }
}

/// What a piece of work asked of the allocator.
struct Allocations: Codable, Sendable {
  /// Blocks obtained: calls of `malloc`, `calloc`, `realloc` and `posix_memalign`.
  var blocks = 0
  /// The most bytes that were allocated at one time, above what was allocated before.
  var peakBytes = 0
}

/// Counts the allocations of the work, as far as the platform lets us see them.
struct AllocationMeter: Meter {
  private(set) var allocations = Allocations()

  /// What one pass asks of the allocator; `nil` where that cannot be seen.
  static func allocations(of work: some Measurable) throws -> Allocations? {
    guard isAvailable else { return nil }
    var meter = AllocationMeter()
    try work.run(iterations: 1, meter: &meter)
    return meter.allocations
  }

  mutating func measure(_ work: () throws -> Void) rethrows {
    #if canImport(Glibc) && arch(x86_64)
      AllocationCounters.blocks.store(0, ordering: .relaxed)
      AllocationCounters.liveBytes.store(0, ordering: .relaxed)
      AllocationCounters.peakBytes.store(0, ordering: .relaxed)
      AllocationCounters.isRecording.store(true, ordering: .sequentiallyConsistent)
      defer {
        AllocationCounters.isRecording.store(false, ordering: .sequentiallyConsistent)
        allocations.blocks += AllocationCounters.blocks.load(ordering: .relaxed)
        allocations.peakBytes = max(
          allocations.peakBytes, AllocationCounters.peakBytes.load(ordering: .relaxed))
      }
    #endif
    try work()
  }

  /// Whether allocations can be seen here; found out by making one.
  private static let isAvailable: Bool = {
    var meter = AllocationMeter()
    meter.measure { use([UInt8](repeating: 1, count: 1000)) }
    return meter.allocations.blocks > 0
  }()
}

/// Takes a result out of the optimiser's sight, so that the work behind it is really done.
@inline(never)
@_optimize(none)
func use<Value>(_ value: borrowing Value) {}
