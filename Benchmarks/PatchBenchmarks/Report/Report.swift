import Foundation

/// The whole outcome, for machines.
struct Report: Codable, Sendable {
  /// The version of this format.
  var formatVersion = Self.currentFormat
  /// When the run began, in ISO 8601 form unless it was given on the command line.
  var date: String
  var machine: Machine
  /// How the C library's allocator is set up.
  var allocator: String
  /// The yardstick in another process, if there is one.
  var yyjsonVersion: String?
  var isQuick: Bool
  /// Who was compared with, if anybody.
  var peers: [PeerGroup.Member] = []
  /// What was left out, and why.
  var notes: [String]
  var measurements: [Entry] = []

  static let currentFormat = 2

  /// A measurement with what follows from it.
  struct Entry: Codable, Sendable {
    var measurement: Measurement
    var summary: Summary
    /// What became of the time since the run that this one is compared with.
    var change: Change?
  }

  /// Times in nanoseconds per document.
  struct Summary: Codable, Sendable {
    var minimum: Double?
    var p5: Double?
    var p50: Double?
    var p95: Double?
    var p99: Double?
    var maximum: Double?
    /// From p5 to p95, in relation to p50.
    var spread: Double?
    var gigabytesPerSecond: Double?
    var nanosecondsPerOperation: Double?
    var allocationsPerDocument: Double?
    var allocationsPerOperation: Double?
    var peakOverInput: Double?
    /// The minimum over that of each yardstick.
    var ratios: [String: Double]
  }

  var isRight: Bool {
    measurements.allSatisfy(\.measurement.isRight)
  }

  mutating func add(_ measurement: Measurement, change: Change?) {
    measurements.append(
      Entry(measurement: measurement, summary: Summary(of: measurement), change: change))
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}

extension Report.Summary {
  init(of measurement: Measurement) {
    let time = measurement.time
    self.init(
      minimum: time?.minimum, p5: time?.percentile(0.05), p50: time?.median,
      p95: time?.percentile(0.95), p99: time?.percentile(0.99), maximum: time?.maximum,
      spread: time?.spread, gigabytesPerSecond: measurement.gigabytesPerSecond,
      nanosecondsPerOperation: measurement.nanosecondsPerOperation,
      allocationsPerDocument: measurement.allocationsPerDocument,
      allocationsPerOperation: measurement.allocationsPerOperation,
      peakOverInput: measurement.peakOverInput,
      ratios: Dictionary(
        uniqueKeysWithValues: Yardstick.allCases.compactMap { yardstick in
          measurement.ratio(to: yardstick).map { (yardstick.rawValue, $0) }
        }))
  }
}
