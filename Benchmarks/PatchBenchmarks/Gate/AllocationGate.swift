import Foundation

/// Limits for the number of allocations of each workload on small documents of fixed size.
///
/// Unlike times, counts are the same in every run, so that a change of them can be refused.
struct AllocationGate: Codable {
  /// What one pass of a workload may do.
  struct Limit: Codable {
    var allocations: Int
    /// Patch operations in that pass, for those who read the file.
    var operations: Int
  }

  private var formatVersion = 1
  private var limits: [String: Limit]

  /// What came of a check.
  struct Outcome {
    var failures: [String] = []
    var notes: [String] = []
    var checked = 0
  }

  init(reading path: String) throws {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
    } catch {
      throw UnusableFile(path: path, reason: "it holds no limits")
    }
  }

  /// The counts as they are now; `nil` where they cannot be seen.
  init?(counting catalog: Catalog) throws {
    limits = [:]
    for entry in catalog.entries {
      let workload = try entry.make()
      guard workload.runsInProcess else { continue }
      guard let limit = try Self.count(workload) else { return nil }
      limits[entry.label.description] = limit
    }
  }

  private static func count(_ workload: some Workload) throws -> Limit? {
    // What is made once, when it is first needed, is not counted.
    var first = Stopwatch()
    try workload.run(iterations: 1, meter: &first)
    return try AllocationMeter.allocations(of: workload).map {
      Limit(allocations: $0.blocks, operations: workload.operationCount)
    }
  }

  /// Compares counts with these limits.
  func check(_ counts: AllocationGate) -> Outcome {
    var outcome = Outcome()
    for (label, found) in counts.limits.sorted(by: { $0.key < $1.key }) {
      outcome.checked += 1
      guard let limit = limits[label] else {
        outcome.failures.append("\(label): no limit is recorded")
        continue
      }
      let text = "\(label): \(found), the limit is \(limit)"
      if found.allocations > limit.allocations {
        outcome.failures.append(text)
      } else if found.allocations < limit.allocations {
        outcome.notes.append(text)
      }
    }
    return outcome
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(filePath: path))
  }
}

extension AllocationGate.Limit: CustomStringConvertible {
  var description: String {
    guard operations > 0 else { return "\(allocations) allocations" }
    let each = Quantity.significant(Double(allocations) / Double(operations))
    return "\(allocations) allocations (\(each) per operation)"
  }
}
