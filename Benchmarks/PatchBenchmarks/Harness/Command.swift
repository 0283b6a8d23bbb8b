import Foundation

/// A program with its arguments.
struct Command: Sendable {
  var program: String
  var arguments: [String]

  init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// A program ended with another status than 0, or could not be started.
  struct Failure: Error, CustomStringConvertible {
    var program: String
    var description: String { "'\(program)' failed" }
  }

  static let environment = ProcessInfo.processInfo.environment
    .merging(Allocator.environment) { _, new in new }
    .merging(["PYTHONPATH": PackageFolder.path(".build/peers/python")]) { _, new in new }

  /// A process that is not yet started.
  func process() -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = Self.environment
    return process
  }

  /// Runs the program to its end and returns what it prints.
  func output() throws -> [UInt8] {
    let process = process()
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(program: program) }
    return [UInt8](bytes)
  }
}

/// The time that a process takes from the call that starts it to the news of its end.
struct ProcessRun: Measurable {
  private let spawning: Spawning

  init(_ command: Command) {
    spawning = Spawning(command)
  }

  func run(iterations: Int, meter: inout some Meter) throws {
    try meter.measure {
      for _ in 0..<iterations { try spawning.run() }
    }
  }
}
