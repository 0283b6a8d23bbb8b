import Foundation

/// Limits for the number of allocations of each workload on small and on larger documents of fixed size.
///
/// Unlike times, counts are the same in every run, or nearly so, so that a change of them can be refused.
struct AllocationGate: Codable {
  /// What one pass of a workload may do.
  struct Limit: Codable {
    var allocations: Int
    /// Patch operations in that pass, for those who read the file.
    var operations: Int
  }

  private var formatVersion = 2
  /// The limits on small documents and short patches, and on those that are four times as large.
  private var small: [String: Limit]
  private var large: [String: Limit]

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
  init?(counting filters: [String]) throws {
    guard let small = try Self.counts(.quick, filters),
      let large = try Self.counts(.quickOnLarger, filters)
    else { return nil }
    (self.small, self.large) = (small, large)
  }

  private static func counts(_ plan: Plan, _ filters: [String]) throws -> [String: Limit]? {
    var catalog = Catalog.generated(GeneratedDocuments(plan: plan), plan: plan)
    try catalog.select(filters)
    var counts: [String: Limit] = [:]
    for entry in catalog.entries {
      let workload = try entry.make()
      guard workload.runsInProcess else { continue }
      guard let limit = try Self.count(workload) else { return nil }
      counts[entry.label.description] = limit
    }
    return counts
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
    outcome.compare(counts.small, with: small)
    // How much room a block has beyond what was asked for depends on those before it, and so does when many arrays grow.
    outcome.compare(counts.large, with: large, tolerance: 0.05)
    return outcome
  }

  /// What is wrong where documents and patches are larger, or containers: no limits can allow it.
  ///
  /// An operation may take a constant number of blocks, and everything else some that grow by doubling. Differences are
  /// no operations.
  var growths: [String] {
    let larger = large.keys.filter { !$0.hasPrefix("W4") }.sorted().compactMap { label in
      small[label].flatMap { Self.growth(of: label, from: $0, to: large[label] ?? $0) }
    }
    let sizes = Dictionary(grouping: large.filter { $0.key.hasPrefix("curve.") }) {
      $0.key.prefix { $0 != " " }
    }
    let wider = sizes.values.flatMap { sizes -> [String] in
      guard let least = sizes.map(\.value).min(by: { $0.allocations < $1.allocations }) else {
        return []
      }
      return sizes.compactMap { Self.growth(of: $0.key, from: least, to: $0.value) }
    }
    return larger + wider.sorted()
  }

  private static func growth(of label: String, from less: Limit, to more: Limit) -> String? {
    let operations = max(0, more.operations - less.operations)
    guard more.allocations - less.allocations > 2 * operations + 8 else { return nil }
    return "\(label): \(less) become \(more), which is more than two for each operation"
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(filePath: path))
  }
}

extension AllocationGate.Outcome {
  fileprivate mutating func compare(
    _ counts: [String: AllocationGate.Limit], with limits: [String: AllocationGate.Limit],
    tolerance: Double = 0
  ) {
    for (label, found) in counts.sorted(by: { $0.key < $1.key }) {
      checked += 1
      guard let limit = limits[label] else {
        failures.append("\(label): no limit is recorded")
        continue
      }
      let text = "\(label): \(found), the limit is \(limit)"
      if Double(found.allocations) > Double(limit.allocations) * (1 + tolerance) {
        failures.append(text)
      } else if Double(found.allocations) < Double(limit.allocations) * (1 - tolerance) {
        notes.append(text)
      }
    }
  }
}

extension AllocationGate.Limit: CustomStringConvertible {
  var description: String {
    guard operations > 0 else { return "\(allocations) allocations" }
    let each = Quantity.significant(Double(allocations) / Double(operations))
    return "\(allocations) allocations (\(each) per operation)"
  }
}
