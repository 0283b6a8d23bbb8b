import Foundation

/// The whole outcome, for machines.
struct Report: Codable, Sendable {
  /// The version of this format.
  var formatVersion = 1
  /// When the run began, in ISO 8601 form unless it was given on the command line.
  var date: String
  var machine: Machine
  /// How the C library's allocator is set up.
  var allocator: String
  /// The yardstick in another process, if there is one.
  var yyjsonVersion: String?
  var isQuick: Bool
  /// What was left out, and why.
  var notes: [String]
  var measurements: [Entry] = []

  /// A measurement with what follows from it.
  struct Entry: Codable, Sendable {
    var measurement: Measurement
    var summary: Summary
  }

  /// Times in nanoseconds per document.
  struct Summary: Codable, Sendable {
    var median: Double?
    var p5: Double?
    var p95: Double?
    var minimum: Double?
    var maximum: Double?
    var gigabytesPerSecond: Double?
    var nanosecondsPerOperation: Double?
    var allocationsPerDocument: Double?
    var allocationsPerOperation: Double?
    var peakOverInput: Double?
    /// The median over that of each yardstick.
    var ratios: [String: Double]
  }

  var isRight: Bool {
    measurements.allSatisfy(\.measurement.isRight)
  }

  mutating func add(_ measurement: Measurement) {
    let time = measurement.time
    measurements.append(
      Entry(
        measurement: measurement,
        summary: Summary(
          median: time?.median, p5: time?.percentile(0.05), p95: time?.percentile(0.95),
          minimum: time?.minimum, maximum: time?.maximum,
          gigabytesPerSecond: measurement.gigabytesPerSecond,
          nanosecondsPerOperation: measurement.nanosecondsPerOperation,
          allocationsPerDocument: measurement.allocationsPerDocument,
          allocationsPerOperation: measurement.allocationsPerOperation,
          peakOverInput: measurement.peakOverInput,
          ratios: Dictionary(
            uniqueKeysWithValues: Runner.yardstickNames.compactMap { name in
              measurement.ratio(to: name).map { (name, $0) }
            }))))
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}
