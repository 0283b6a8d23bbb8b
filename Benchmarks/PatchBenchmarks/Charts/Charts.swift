import Foundation
import PeerProcesses

/// The charts that a report gives, as files.
struct Charts {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// Writes those for which there are measurements.
  func write(to folder: String) throws {
    let folder = URL(filePath: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, drawing) in drawings {
      try Data(drawing.svg.utf8).write(to: folder.appending(path: name + ".svg"))
    }
  }

  private var drawings: [(name: String, drawing: Drawing)] {
    let panels = barPanels
    let documents = documentCurves
    let operations = operationCurves
    var drawings: [(String, Drawing)] = []
    if !panels.isEmpty {
      let chart = BarChart(
        title: "A JSON Patch from bytes to bytes: parse document and patch, apply, write",
        caption: caption, panels: panels)
      drawings.append(("bytes-to-bytes", chart.drawing))
    }
    if !documents.isEmpty {
      let chart = LineChart(
        title: "Time against the size of the document, four operations", caption: caption,
        horizontal: "size of the document", vertical: "time",
        label: Quantity.bytes, lines: documents)
      drawings.append(("document-size", chart.drawing))
    }
    if !operations.isEmpty {
      let chart = LineChart(
        title: "Time of one operation against the size of its container", caption: caption,
        horizontal: "children of the array or object", vertical: "time per operation",
        label: Quantity.count, lines: operations)
      drawings.append(("operations", chart.drawing))
    }
    return drawings
  }

  private var caption: String {
    "\(report.machine.processor), \(report.machine.toolchain), \(report.date.prefix(10)); "
      + "the fastest of all samples, logarithmic scale"
      + (report.isQuick ? "; a QUICK RUN, the times mean nothing" : unrest)
  }

  /// A chart outlives the notes of the run that it was drawn by.
  private var unrest: String {
    measurements.contains { $0.drift > 0.1 } ? "; the machine was NOT QUIET" : ""
  }

  private var measurements: [Measurement] {
    report.measurements.map(\.measurement).filter(\.isRight)
  }
}

// MARK: - Data

extension Charts {
  /// The documents that anybody can have, in ascending order of size.
  private static let charted = [
    (workload: "W2 the same again", title: "what one call of a management API returns"),
    (workload: "W1 feed", title: "search result of a social network"),
    (workload: "W1 flags", title: "list of feature flags"),
  ]

  private var barPanels: [BarChart.Panel] {
    Self.charted.compactMap { charted in
      guard
        let measurement = measurements.first(where: {
          $0.workload.description == charted.workload && !$0.peers.isEmpty
        }), let time = measurement.time
      else { return nil }
      return panel(charted.title, of: measurement, time: time.minimum)
    }
  }

  /// Those who cannot do it come last and say so.
  private func panel(
    _ title: String, of measurement: Measurement, time: Double
  ) -> BarChart.Panel {
    let bars = measurement.peers.map { peer in
      let score = report.peers.first { $0.name == peer.name }?.conformance.map { ", \($0)" }
      let fastest = measurement.time(of: peer)?.minimum
      let label = [
        fastest.map { "\(Quantity.time($0)), \(Quantity.significant($0 / time)) ×" },
        peer.verdict == .right ? nil : peer.verdict.rawValue,
      ]
      return BarChart.Bar(
        name: peer.name + (score ?? ""), time: fastest,
        label: label.compactMap(\.self).joined(separator: ", "), isOurs: false)
    }
    let size = Double(measurement.inputBytes) / Double(measurement.documentCount)
    let ours = BarChart.Bar(name: "jpatch", time: time, label: Quantity.time(time), isOurs: true)
    return BarChart.Panel(
      title: "\(title), \(Quantity.bytes(size))",
      bars: [ours] + bars.sorted { ($0.time ?? .infinity) < ($1.time ?? .infinity) })
  }

  private var documentCurves: [LineChart.Line] {
    let points = measurements.filter { $0.workload.code == "curve.document" }
    func line(
      _ name: String, isOurs: Bool = false, _ time: (Measurement) -> Double?
    ) -> LineChart.Line? {
      let points = points.compactMap { point in
        time(point).map { LineChart.Point(size: Double(point.inputBytes), time: $0) }
      }
      return points.isEmpty ? nil : LineChart.Line(name: name, isOurs: isOurs, points: points)
    }
    let yardsticks = Yardstick.allCases.map { yardstick in
      line(yardstick == .memcpy ? "memcpy" : "\(yardstick.rawValue), parse only") { point in
        point.yardsticks.first { $0.name == yardstick.rawValue }
          .flatMap(point.time(of:))?.minimum
      }
    }
    let peers = Peer.all.map { peer in
      line(peer.tasks == [.parse] ? "\(peer.name), parse only" : peer.name) { point in
        point.peers.first { $0.name == peer.name }.flatMap(point.time(of:))?.minimum
      }
    }
    return ([line("jpatch", isOurs: true) { $0.time?.minimum }] + yardsticks + peers)
      .compactMap(\.self)
  }

  private var operationCurves: [LineChart.Line] {
    [
      ("curve.insert", "insert at the front"), ("curve.append", "append"),
      ("curve.replace", "replace"), ("curve.remove", "remove"), ("curve.move", "move"),
      ("curve.copy", "copy"), ("curve.test", "test"), ("curve.member", "add a member"),
    ].compactMap { code, name in
      let points = measurements.filter { $0.workload.code == code }.compactMap { point in
        point.workload.size.flatMap { size in
          point.nanosecondsPerOperation.map { LineChart.Point(size: Double(size), time: $0) }
        }
      }
      return points.isEmpty ? nil : LineChart.Line(name: name, isOurs: true, points: points)
    }
  }
}
