import Foundation

/// An earlier run that this one is compared with.
struct Baseline {
  private let report: Report
  /// Changes below this are no changes: 0.05 for 5 %.
  private let noise: Double

  /// Reads what `--json` printed.
  init(reading path: String, noise: Double) throws {
    do {
      report = try JSONDecoder().decode(
        Report.self, from: Data(contentsOf: URL(filePath: path)))
    } catch {
      throw UnusableFile(path: path, reason: "it is no report of this program")
    }
    guard report.formatVersion == Report.currentFormat else {
      throw UnusableFile(path: path, reason: "its format is \(report.formatVersion)")
    }
    self.noise = noise
  }

  /// What makes verdicts questionable, if anything does.
  func note(comparedOn machine: Machine) -> String? {
    guard report.machine.processor != machine.processor || report.isQuick else { return nil }
    return report.isQuick
      ? "the baseline is a quick run: the verdicts mean nothing"
      : "the baseline is from another processor (\(report.machine.processor)): "
        + "the verdicts mean little"
  }

  /// `nil` for a workload that the baseline does not have, or not on documents of the same size.
  func change(of measurement: Measurement) -> Change? {
    let label = measurement.workload.description
    guard
      let earlier = report.measurements.lazy.map(\.measurement)
        .first(where: { $0.workload.description == label }),
      earlier.inputBytes == measurement.inputBytes,
      let before = earlier.time?.minimum, let now = measurement.time?.minimum
    else { return nil }
    // What the rounds of one run differ by says nothing about two.
    return Change(
      ratio: now / before, threshold: max(noise, earlier.drift, measurement.drift))
  }
}

/// What became of a time.
struct Change: Codable, Sendable, CustomStringConvertible {
  enum Verdict: String, Codable, Sendable {
    case improved
    case same
    case worse
  }

  /// The time now over the time then.
  var ratio: Double
  /// How far the ratio may be from 1 without meaning anything.
  var threshold: Double
  var verdict: Verdict

  init(ratio: Double, threshold: Double) {
    self.ratio = ratio
    self.threshold = threshold
    verdict =
      ratio > 1 + threshold ? .worse : ratio < 1 / (1 + threshold) ? .improved : .same
  }

  var description: String {
    let percent = Int(((ratio - 1) * 100).rounded())
    return "\(verdict.rawValue) (\(percent > 0 ? "+" : "")\(percent) %)"
  }
}

/// A file that was named is not what it should be.
struct UnusableFile: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String { "cannot compare with '\(path)': \(reason)" }
}
