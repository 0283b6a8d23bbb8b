public import Foundation

/// A program with its arguments.
public struct Command: Sendable {
  /// The name of the program, or where it is.
  public var program: String
  /// What it is told.
  public var arguments: [String]

  /// Creates a command.
  public init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// A program ended with another status than 0, or could not be started.
  public struct Failure: Error, CustomStringConvertible {
    private let program: String

    /// Names the program.
    public init(program: String) {
      self.program = program
    }

    /// Which program it was.
    public var description: String { "'\(program)' failed" }
  }

  /// What every program finds in its environment.
  public static let environment = ProcessInfo.processInfo.environment
    .merging(Allocator.environment) { _, new in new }
    .merging(["PYTHONPATH": PackageFolder.path(".build/peers/python")]) { _, new in new }

  /// A process that is not yet started.
  public func process() -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = Self.environment
    return process
  }

  /// Runs the program to its end and returns what it prints.
  public func output() throws -> [UInt8] {
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
