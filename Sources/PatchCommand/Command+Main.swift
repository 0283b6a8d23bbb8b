#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Command {
  /// Runs the command line of the process and ends the process with its status.
  package static func main() -> Never {
    let words = Array(CommandLine.arguments.dropFirst())
    exit(run(words, on: .process()).rawValue)
  }
}
