import Foundation

@main
enum Main {
  static func main() {
    // The other end of a pipe may close; that is an error to handle, not a reason to die.
    signal(SIGPIPE, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private enum Status: Int32 {
    case right = 0
    case wrong = 1
    case trouble = 2
    case usage = 64
  }

  private static func run(_ arguments: [String]) -> Status {
    do {
      let options = try Options(parsing: arguments)
      if options.showsHelp {
        print(Options.help)
        return .right
      }
      if options.gate != nil || options.recordedGate != nil {
        return try GateRun(options).perform() ? .right : .wrong
      }
      var run = try BenchmarkRun(options)
      return try run.perform() ? .right : .wrong
    } catch let error as UsageError {
      complain("\(error)\nsee 'PatchBenchmarks --help'")
      return .usage
    } catch {
      complain("\(error)")
      return .trouble
    }
  }

  private static func complain(_ message: String) {
    FileHandle.standardError.write(Data("error: \(message)\n".utf8))
  }
}
