/// The world that a command runs in: everything it may touch, so that tests can stand in for it.
package struct Host: Sendable {
  /// A stream that a command writes to.
  package enum Stream: Sendable, Equatable {
    /// The result.
    case output
    /// The talk around it.
    case error
  }

  /// The variables of the environment.
  package var environment: Environment
  /// What is known of the terminal.
  package var terminal: Terminal
  /// The folder that relative file names start from; `nil` is that of the process.
  package var folder: String?
  /// Reads standard input to its end.
  package var readInput: @Sendable () throws(SystemError) -> [UInt8]
  /// Writes bytes to a stream.
  package var write: @Sendable ([UInt8], Stream) throws(SystemError) -> Void

  /// Creates a world.
  package init(
    environment: Environment,
    terminal: Terminal,
    folder: String? = nil,
    readInput: @escaping @Sendable () throws(SystemError) -> [UInt8],
    write: @escaping @Sendable ([UInt8], Stream) throws(SystemError) -> Void
  ) {
    self.environment = environment
    self.terminal = terminal
    self.folder = folder
    self.readInput = readInput
    self.write = write
  }
}
