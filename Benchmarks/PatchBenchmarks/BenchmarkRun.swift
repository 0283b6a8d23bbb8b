import Foundation
import PeerProcesses

/// One run of the program: finds the workloads, measures them, reports.
struct BenchmarkRun {
  private let options: Options
  private let plan: Plan
  private let baseline: Baseline?
  private var catalog: Catalog
  private var report: Report

  init(_ options: Options) throws {
    self.options = options
    plan = options.isQuick ? .quick : .full
    baseline = try options.baseline.map { try Baseline(reading: $0, noise: options.noise) }
    report = Report(
      date: options.date ?? Date.now.formatted(.iso8601), machine: Machine(),
      allocator: Allocator.keepMemory(), isQuick: options.isQuick, notes: [])
    let documents = GeneratedDocuments(plan: plan)
    catalog = .generated(documents, plan: plan)
    if let program = Self.command(options, notes: &report.notes) {
      catalog.addWholeProcess(documents, program: program)
    }
    for file in try Self.files(options, notes: &report.notes) {
      catalog.add(.file(file))
    }
    try catalog.select(options.filters)
    if let note = baseline?.note(comparedOn: report.machine) { report.notes.append(note) }
  }

  private static func files(_ options: Options, notes: inout [String]) throws -> [DocumentFile] {
    let named = try options.files.map { try DocumentFile(reading: $0) }
    guard let corpus = ProcessInfo.processInfo.environment["JPATCH_CORPUS"] else {
      notes.append(
        "JPATCH_CORPUS is not set: twitter.json, citm_catalog.json and canada.json are left out")
      return named
    }
    return DocumentFile.corpus(in: corpus, notes: &notes) + named
  }

  /// The command that W7 measures.
  private static func command(_ options: Options, notes: inout [String]) -> String? {
    let beside = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "jpatch")
    guard let path = options.jpatch ?? beside?.path,
      FileManager.default.isExecutableFile(atPath: path)
    else {
      notes.append("no command jpatch beside this program: W7 is left out (swift build, --jpatch)")
      return nil
    }
    return path
  }

  /// - Returns: Whether all results were right.
  mutating func perform() throws -> Bool {
    if options.listsWorkloads {
      for entry in catalog.entries { write(entry.label.description) }
      return true
    }
    if let passes = options.passes {
      try ProfiledRun(catalog, passes: passes).perform()
      return true
    }
    let runner = startRivals()
    if !options.printsJSON { writeHead() }
    var group: Substring?
    for entry in catalog.entries {
      if !options.printsJSON, group != entry.label.group {
        group = entry.label.group
        write("\n\(entry.label.group) · \(entry.groupTitle)")
        write(Table.header)
      }
      measure(try entry.make(), with: runner)
    }
    if let folder = options.charts { try Charts(report).write(to: folder) }
    try writeEnd()
    return report.isRight
  }

  private mutating func measure(_ workload: any Workload, with runner: Runner) {
    let measurement = runner.measure(workload)
    let change = baseline?.change(of: measurement)
    report.add(measurement, change: change)
    report.notes += Table.notes(measurement, isQuick: options.isQuick)
    guard !options.printsJSON else { return }
    write(Table.row(measurement, change: change))
    for row in Table.peerRows(measurement, report.peers) { write(row) }
    for row in Table.referenceRows(measurement) { write(row) }
  }

  private mutating func startRivals() -> Runner {
    let peers = options.comparesPeers ? PeerGroup() : nil
    report.peers = peers?.members ?? []
    report.notes += peers?.notes ?? []
    var yyjson = peers?.processes.first { $0.peer.name == Peer.yyjson.name }
    if options.usesYYJSON, yyjson == nil {
      yyjson = try? PeerProcess(.yyjson)
      if yyjson == nil {
        report.notes.append("no yardstick yyjson: pip install yyjson, or Benchmarks/peers/install")
      }
    }
    report.yyjsonVersion = yyjson?.version
    return Runner(plan: plan, yyjson: yyjson, peers: peers)
  }
}

// MARK: - Output

extension BenchmarkRun {
  private func writeHead() {
    let machine = report.machine
    write("jpatch benchmarks, \(report.date)")
    if !machine.isOptimized { write("warning: a debug build; the times mean nothing") }
    if report.isQuick { write("warning: a quick run; the times mean nothing") }
    write("\(machine.processor), \(machine.processorCount) processors, \(machine.system)")
    write("\(machine.toolchain), load average \(machine.loadAverage.map { "\($0)" } ?? "unknown")")
    write("malloc: \(report.allocator)")
    if let version = report.yyjsonVersion { write("yyjson: PyPI package yyjson \(version)") }
    if !report.peers.isEmpty { write("\npeers, and how many fixtures of the RFCs they pass") }
    for line in Table.peers(report.peers) { write(line) }
  }

  private func writeEnd() throws {
    guard !options.printsJSON else {
      write(String(decoding: try report.json(), as: UTF8.self))
      return
    }
    if !report.notes.isEmpty { write("") }
    for note in report.notes { write("note: \(note)") }
    let wrong = report.measurements.count { !$0.measurement.isRight }
    write("\n\(report.measurements.count) workloads, \(wrong) with a wrong result")
  }

  /// Writes a line at once, also into a pipe.
  private func write(_ line: String) {
    // Nobody is left to be told when standard output is closed.
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }
}
