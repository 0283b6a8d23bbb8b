/// What a verb works with besides its arguments: the world, and how to dress text for it.
struct Context: Sendable {
  /// The world.
  let host: Host
  /// The files.
  let files: FileSystem
  /// The dress of standard output.
  let output: Styling
  /// The dress of standard error.
  let talk: Styling

  init(_ arguments: Arguments, host: Host) {
    self.host = host
    files = FileSystem(folder: host.folder)
    output = Styling(isTerminal: host.terminal.isOutput, arguments: arguments, host: host)
    talk = Styling(isTerminal: host.terminal.isError, arguments: arguments, host: host)
  }
}
