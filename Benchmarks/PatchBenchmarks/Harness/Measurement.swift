import PeerProcesses

/// All that was found out about one workload.
struct Measurement: Codable, Sendable {
  var workload: WorkloadLabel
  /// Whether the result of the work was verified and right.
  var isRight: Bool
  /// What is wrong with the result.
  var failure: String?
  /// Documents read in one pass, and their size in all.
  var documentCount: Int
  var inputBytes: Int
  var readsWholeDocuments: Bool
  /// Patch operations performed in one pass.
  var operationCount: Int
  /// The size of the patches in one pass.
  var patchBytes: Int
  /// What peers were asked to do, if they were.
  var peerTask: Peer.Task?
  /// Times in nanoseconds per pass, all of them, in the order in which they were taken.
  var samples: [Double] = []
  /// What one pass allocates; `nil` where allocations cannot be seen.
  var allocations: Allocations?
  /// Times of the yardsticks on the same documents, taken in turns with the samples.
  var yardsticks: [Rival] = []
  /// The same of the peers.
  var peers: [Rival] = []
  /// How far the fastest samples of the rounds lie apart: 0.1 for 10 %.
  var drift: Double = 0

  struct Rival: Codable, Sendable {
    var name: String
    var verdict: Verdict
    /// Empty for a rival that cannot do the work or does it wrongly.
    var samples: [Double]
  }

  init(of workload: some Workload) {
    self.workload = workload.label
    isRight = true
    let documents = workload.documents
    documentCount = documents.count
    inputBytes = documents.reduce(0) { $0 + $1.count }
    readsWholeDocuments = workload.readsWholeDocuments
    operationCount = workload.operationCount
    patchBytes = workload.patches.reduce(0) { $0 + $1.count }
    peerTask = workload.peerTask
  }
}

// MARK: - Conclusions

/// Figures are made of the fastest sample of each: what else happens on a machine only adds to a time, now more and now less.
extension Measurement {
  /// Nanoseconds per document.
  var time: Distribution? {
    Distribution(samples.map { $0 / Double(documentCount) })
  }

  /// Bytes per nanosecond, where whole documents are read.
  var gigabytesPerSecond: Double? {
    guard readsWholeDocuments, let pass = Distribution(samples)?.minimum else { return nil }
    return Double(inputBytes) / pass
  }

  var nanosecondsPerOperation: Double? {
    guard operationCount > 0, let pass = Distribution(samples)?.minimum else { return nil }
    return pass / Double(operationCount)
  }

  var allocationsPerDocument: Double? {
    allocations.map { Double($0.blocks) / Double(documentCount) }
  }

  var allocationsPerOperation: Double? {
    guard operationCount > 0 else { return nil }
    return allocations.map { Double($0.blocks) / Double(operationCount) }
  }

  /// The most memory in use at one time over the size of the largest input at one time.
  var peakOverInput: Double? {
    allocations.map { Double($0.peakBytes) / (Double(inputBytes) / Double(documentCount)) }
  }

  /// Nanoseconds per document of a rival.
  func time(of rival: Rival) -> Distribution? {
    Distribution(rival.samples.map { $0 / Double(documentCount) })
  }

  /// The time in relation to that of a yardstick in the same run.
  func ratio(to yardstick: Yardstick) -> Double? {
    guard let time = time?.minimum,
      let rival = yardsticks.first(where: { $0.name == yardstick.rawValue }),
      let other = self.time(of: rival)?.minimum
    else { return nil }
    return time / other
  }
}

// MARK: - Statistics

/// A set of measured times and what can be said about them.
struct Distribution: Sendable {
  /// Nanoseconds, in ascending order.
  private let sorted: [Double]

  init?(_ samples: [Double]) {
    guard !samples.isEmpty else { return nil }
    sorted = samples.sorted()
  }

  var count: Int { sorted.count }
  var minimum: Double { sorted[0] }
  var median: Double { percentile(0.5) }
  var maximum: Double { sorted[count - 1] }

  /// The distance from the 5th to the 95th percentile in relation to the median.
  var spread: Double { (percentile(0.95) - percentile(0.05)) / median }

  /// The value below which the given part of the samples lies, interpolated between neighbours.
  func percentile(_ part: Double) -> Double {
    let place = part * Double(count - 1)
    let lower = Int(place)
    let upper = min(lower + 1, count - 1)
    return sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
  }
}
