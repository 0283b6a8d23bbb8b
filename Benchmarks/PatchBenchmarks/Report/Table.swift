import Foundation

/// The outcome for people: one row per workload, printed as soon as it is known.
struct Table {
  private struct Column: Sendable {
    var title: String
    var width: Int
    var text: @Sendable (Measurement) -> String?
  }

  /// What is said about times, of workloads and of peers.
  private static let times: [(title: String, text: @Sendable (Distribution) -> String)] = [
    ("min", { Quantity.time($0.minimum) }),
    ("p50", { Quantity.time($0.median) }),
    ("p95", { Quantity.time($0.percentile(0.95)) }),
    ("p99", { Quantity.time($0.percentile(0.99)) }),
    ("spread", { Quantity.percent($0.spread) }),
  ]

  private static let operations = Column(title: "ops", width: 6) { measurement in
    let count = Double(measurement.operationCount) / Double(measurement.documentCount)
    return count > 0 ? Quantity.count(count) : nil
  }

  private static let patch = Column(title: "patch", width: 9) { measurement in
    let size = Double(measurement.patchBytes) / Double(measurement.documentCount)
    return size > 0 ? Quantity.count(size) : nil
  }

  private static let columns =
    [
      Column(title: "input", width: 7) { measurement in
        Quantity.bytes(Double(measurement.inputBytes) / Double(measurement.documentCount))
      }
    ]
    + times.map { time in
      Column(title: time.title, width: 7) { $0.time.map(time.text) }
    } + [
      Column(title: "GB/s", width: 6) { $0.gigabytesPerSecond.map(Quantity.significant) },
      operations, patch,
      Column(title: "ns/op", width: 7) { $0.nanosecondsPerOperation.map(Quantity.significant) },
      Column(title: "allocs", width: 6) { $0.allocationsPerDocument.map(Quantity.significant) },
      Column(title: "allocs/op", width: 9) { $0.allocationsPerOperation.map(Quantity.significant) },
      Column(title: "peak/input", width: 10) { $0.peakOverInput.map(Quantity.significant) },
    ]
    + Yardstick.allCases.map { yardstick in
      Column(title: "× " + yardstick.rawValue, width: yardstick.rawValue.count + 2) {
        $0.ratio(to: yardstick).map(Quantity.significant)
      }
    }

  private static let nameWidth = 32

  static var header: String {
    row("", columns.map(\.title), "result")
  }

  static func row(_ measurement: Measurement, change: Change?) -> String {
    row(
      measurement.workload.description, columns.map { $0.text(measurement) ?? "–" },
      (measurement.isRight ? "right" : "WRONG") + (change.map { ", \($0)" } ?? ""))
  }

  /// A line for each peer that took part, below the row of the workload.
  static func peerRows(_ measurement: Measurement, _ members: [PeerGroup.Member]) -> [String] {
    let ordered = measurement.peers.sorted { left, right in
      (measurement.time(of: left)?.minimum ?? .infinity)
        < (measurement.time(of: right)?.minimum ?? .infinity)
    }
    return ordered.map { peer in
      let time = measurement.time(of: peer)
      let cells = [""] + times.map { text in time.map(text.text) ?? "–" }
      let ratio = time.flatMap { time in
        measurement.time.map { "\(Quantity.significant(time.minimum / $0.minimum)) × jpatch, " }
      }
      let score = members.first { $0.name == peer.name }?.conformance.map { " \($0)" }
      return row(
        "  · " + peer.name + (score ?? ""), cells, (ratio ?? "") + peer.verdict.rawValue)
    }
  }

  /// A line for each library of which is known how large its patch is.
  static func referenceRows(_ measurement: Measurement) -> [String] {
    PeerDifference.known(of: measurement.workload).map { peer in
      let cells = columns.map { column in
        switch column.title {
        case operations.title: Quantity.count(Double(peer.operations))
        case patch.title: Quantity.count(Double(peer.bytes))
        default: ""
        }
      }
      return row("  · " + peer.library, cells, "")
    }
  }

  /// Who the peers are and how many of the fixtures they get right.
  static func peers(_ members: [PeerGroup.Member]) -> [String] {
    members.map { member in
      let score = member.conformance.map { "\($0) right" } ?? "no JSON Patch"
      return pad(member.name, 20) + pad(member.version, 16) + pad(score, 18) + member.remark
    }
  }

  private static func row(_ name: String, _ cells: [String], _ result: String) -> String {
    var line = pad(name, nameWidth)
    for (column, cell) in zip(columns, cells) {
      line += "  " + spaces(column.width - cell.count) + cell
    }
    return line + "  " + result
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + spaces(width - text.count)
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
        "\(measurement.workload): the fastest samples of the rounds lie "
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

  /// A number with commas between thousands.
  static func count(_ value: Double) -> String {
    Int(value).formatted(.number.locale(Locale(identifier: "en_US")))
  }

  static func percent(_ part: Double) -> String {
    String(format: "%.\(part < 0.1 ? 1 : 0)f %%", part * 100)
  }

  /// A text of the functions above without the zeros that only show precision.
  static func short(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let number = parts.first, number.contains(".") else { return text }
    let digits = number.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()
    return ([String(digits)] + parts.dropFirst().map(String.init)).joined(separator: " ")
  }

  /// Three digits that say something, never an exponent.
  static func significant(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    let magnitude = Int(log10(value).rounded(.down))
    return String(format: "%.\(max(0, min(4, 2 - magnitude)))f", value)
  }
}
