import Foundation

/// The outcome for people: one row per workload, printed as soon as it is known.
struct Table {
  private struct Column: Sendable {
    var title: String
    var width: Int
    var text: @Sendable (Measurement) -> String?
  }

  private static let columns =
    [
      Column(title: "input", width: 8) { measurement in
        Quantity.bytes(Double(measurement.inputBytes) / Double(measurement.documentCount))
      },
      Column(title: "median", width: 8) { $0.time.map { Quantity.time($0.median) } },
      Column(title: "p5 … p95", width: 19) { measurement in
        measurement.time.map {
          Quantity.time($0.percentile(0.05)) + " … " + Quantity.time($0.percentile(0.95))
        }
      },
      Column(title: "GB/s", width: 6) { $0.gigabytesPerSecond.map(Quantity.significant) },
      Column(title: "ns/op", width: 7) { $0.nanosecondsPerOperation.map(Quantity.significant) },
      Column(title: "allocs", width: 6) { $0.allocationsPerDocument.map(Quantity.significant) },
      Column(title: "allocs/op", width: 9) { $0.allocationsPerOperation.map(Quantity.significant) },
      Column(title: "peak/input", width: 10) { $0.peakOverInput.map(Quantity.significant) },
    ]
    + Runner.yardstickNames.map { name in
      Column(title: "× " + name, width: max(8, name.count + 2)) {
        $0.ratio(to: name).map(Quantity.significant)
      }
    }

  private static let nameWidth = 32

  static var header: String {
    row("", columns.map(\.title), "result")
  }

  static func row(_ measurement: Measurement) -> String {
    row(
      measurement.workload.description, columns.map { $0.text(measurement) ?? "–" },
      measurement.isRight ? "right" : "WRONG")
  }

  private static func row(_ name: String, _ cells: [String], _ result: String) -> String {
    var line = name + spaces(nameWidth - name.count)
    for (column, cell) in zip(columns, cells) {
      line += "  " + spaces(column.width - cell.count) + cell
    }
    return line + "  " + result
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  /// What has to be said about a row and does not fit into it.
  static func notes(_ measurement: Measurement, isQuick: Bool) -> [String] {
    var notes: [String] = []
    if let failure = measurement.failure {
      notes.append("\(measurement.workload): \(failure)")
    }
    if measurement.drift > 0.1 && !isQuick {
      notes.append(
        "\(measurement.workload): the medians of the rounds lie "
          + "\(Int((measurement.drift * 100).rounded())) % apart; the machine was not quiet")
    }
    return notes
  }
}

/// Numbers as people read them.
enum Quantity {
  /// Nanoseconds in the unit that suits them.
  static func time(_ nanoseconds: Double) -> String {
    switch nanoseconds {
    case ..<1000: significant(nanoseconds) + " ns"
    case ..<1_000_000: significant(nanoseconds / 1000) + " µs"
    case ..<1_000_000_000: significant(nanoseconds / 1_000_000) + " ms"
    default: significant(nanoseconds / 1_000_000_000) + " s"
    }
  }

  static func bytes(_ count: Double) -> String {
    switch count {
    case ..<1000: significant(count) + " B"
    case ..<1_000_000: significant(count / 1000) + " kB"
    default: significant(count / 1_000_000) + " MB"
    }
  }

  /// Three digits that say something, never an exponent.
  static func significant(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    let magnitude = Int(log10(value).rounded(.down))
    return String(format: "%.\(max(0, min(4, 2 - magnitude)))f", value)
  }
}
