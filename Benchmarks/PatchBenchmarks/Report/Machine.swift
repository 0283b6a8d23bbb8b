import Foundation

/// Where and with what the benchmark runs.
struct Machine: Codable, Sendable {
  var processor: String
  var processorCount: Int
  var system: String
  /// The compiler that is on the path, which is the one that `swift run` builds with.
  var toolchain: String
  /// Processes that wanted to run in the last minute, this one not among them.
  var loadAverage: Double?
  var isOptimized: Bool

  init() {
    processor = Self.processorName ?? "unknown processor"
    processorCount = ProcessInfo.processInfo.activeProcessorCount
    system = ProcessInfo.processInfo.operatingSystemVersionString
    toolchain = Self.compilerVersion ?? "unknown toolchain"
    loadAverage = Self.contents(of: "/proc/loadavg")?
      .split(separator: " ").first.flatMap { Double($0) }
    isOptimized = Self.isOptimized
  }

  static var isOptimized: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }

  private static var processorName: String? {
    contents(of: "/proc/cpuinfo")?
      .split(separator: "\n")
      .first { $0.hasPrefix("model name") }?
      .split(separator: ":").last
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static var compilerVersion: String? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "--version"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil,
      let text = try? output.fileHandleForReading.readToEnd()
    else { return nil }
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
      .split(separator: "\n").first
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func contents(of path: String) -> String? {
    try? String(contentsOf: URL(filePath: path), encoding: .utf8)
  }
}
