#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Host {
  /// The world of the running process.
  ///
  /// Broken pipes are reported as errors from here on instead of killing the process, so that
  /// `jpatch preview … | head -1` still ends with the status of its verdict.
  package static func process() -> Host {
    _ = signal(SIGPIPE, SIG_IGN)
    return Host(
      environment: Environment { name in
        unsafe getenv(name).map { unsafe String(cString: $0) }
      },
      terminal: Terminal(
        isInput: isatty(0) == 1, isOutput: isatty(1) == 1, isError: isatty(2) == 1,
        columns: windowColumns()),
      readInput: { () throws(SystemError) in
        try FileDescriptor(standard: 0).readToEnd(limit: FileSystem.defaultSizeLimit)
      },
      write: { (bytes, stream) throws(SystemError) in
        try FileDescriptor(standard: stream == .output ? 1 : 2).write(bytes)
      })
  }

  /// The width of the window behind standard output, or else of that behind standard error.
  private static func windowColumns() -> Int? {
    for number in [Int32(1), 2] {
      var size = winsize()
      if unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    return nil
  }
}
