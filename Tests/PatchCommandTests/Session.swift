import PatchCommand
import Synchronization

/// Runs command lines in the test's own process and records what they write.
struct Session: Sendable {
  /// The variables of the environment.
  var environment: [String: String] = [:]
  /// Which streams are terminals.
  var terminal = Terminal()
  /// The folder that relative file names start from.
  var folder: String?
  /// What standard input has.
  var input: [UInt8] = []
  /// The error that writing to standard output ends in.
  var outputError: SystemError?

  /// What a command line wrote, and how it ended.
  struct Result: Sendable, Equatable {
    var status: ExitStatus
    var output: [UInt8]
    var error: String

    /// The output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs a command line.
  func run(_ words: String...) -> Result {
    run(words)
  }

  /// Runs a command line.
  func run(_ words: [String]) -> Result {
    let recorder = Recorder()
    let (input, outputError) = (input, outputError)
    let host = Host(
      environment: Environment(environment), terminal: terminal, folder: folder,
      readInput: { () throws(SystemError) in input },
      write: { (bytes, stream) throws(SystemError) in
        if stream == .output, let outputError { throw outputError }
        recorder.record(bytes, stream)
      })
    let status = Command.run(words, on: host)
    return Result(
      status: status, output: recorder.bytes(of: .output),
      error: String(decoding: recorder.bytes(of: .error), as: UTF8.self))
  }

  private final class Recorder: Sendable {
    private let written = Mutex<[(stream: Host.Stream, bytes: [UInt8])]>([])

    func record(_ bytes: [UInt8], _ stream: Host.Stream) {
      written.withLock { $0.append((stream, bytes)) }
    }

    func bytes(of stream: Host.Stream) -> [UInt8] {
      written.withLock { $0.filter { $0.stream == stream }.flatMap(\.bytes) }
    }
  }
}
