import Foundation

/// One run of the program: finds the workloads, measures them, reports.
struct BenchmarkRun {
  private let options: Options
  private let plan: Plan
  private var catalog: Catalog
  private var report: Report

  init(_ options: Options) throws {
    self.options = options
    plan = options.isQuick ? .quick : .full
    catalog = .generated(plan: plan)
    report = Report(
      date: options.date ?? Date.now.formatted(.iso8601), machine: Machine(),
      allocator: Allocator.keepMemory(), isQuick: options.isQuick, notes: [])
    for file in try Self.files(options, notes: &report.notes) {
      catalog.add(.file(file))
    }
    catalog.select(options.filters)
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

  /// - Returns: Whether all results were right.
  mutating func perform() throws -> Bool {
    if options.listsWorkloads {
      for entry in catalog.entries { write(entry.label.description) }
      return true
    }
    let runner = Runner(plan: plan, yyjson: startYardstick())
    if !options.printsJSON { writeHead() }
    var group: Substring?
    for entry in catalog.entries {
      if !options.printsJSON, group != entry.label.group {
        group = entry.label.group
        write("\n\(entry.label.group) · \(entry.groupTitle)")
      }
      let measurement = runner.measure(try entry.make())
      report.add(measurement)
      report.notes += Table.notes(measurement, isQuick: options.isQuick)
      if !options.printsJSON { write(Table.row(measurement)) }
    }
    try writeEnd()
    return report.isRight
  }

  private mutating func startYardstick() -> YYJSONProcess? {
    guard options.usesYYJSON else { return nil }
    do {
      let process = try YYJSONProcess()
      report.yyjsonVersion = process.version
      return process
    } catch {
      report.notes.append("no yardstick yyjson: \(error)")
      return nil
    }
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
    write("")
    write(Table.header)
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
