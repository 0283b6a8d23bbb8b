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

/// The variables that a command may ask for; it asks for those of colour, width and locale only.
package struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  /// An environment that asks a function for each variable when it is needed.
  package init(_ lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
  }

  /// An environment of the given variables.
  package init(_ variables: [String: String] = [:]) {
    lookUp = { variables[$0] }
  }

  /// The value of a variable; `nil` if it is unset or empty, which means the same to all readers.
  package subscript(name: String) -> String? {
    guard let value = lookUp(name), !value.isEmpty else { return nil }
    return value
  }
}

/// What is known of the terminal behind the standard streams.
package struct Terminal: Sendable, Equatable {
  /// Standard input is typed by somebody.
  package var isInput: Bool
  /// Standard output is read by somebody.
  package var isOutput: Bool
  /// Standard error is read by somebody.
  package var isError: Bool
  /// The width in columns, where it is known.
  package var columns: Int?

  /// Creates a description; without arguments, one of no terminal at all.
  package init(
    isInput: Bool = false, isOutput: Bool = false, isError: Bool = false, columns: Int? = nil
  ) {
    self.isInput = isInput
    self.isOutput = isOutput
    self.isError = isError
    self.columns = columns
  }
}
