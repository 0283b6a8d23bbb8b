import PatchCommand
import Synchronization

/// Runs `jpatch` command lines as they stand in the documentation, from the top of the project.
enum Shell {
  /// What a command line wrote, standard output first.
  static func run(_ line: String) -> (output: String, status: ExitStatus) {
    let words = line.split(separator: " ").map(String.init).drop { $0 != "jpatch" }.dropFirst()
    let written = Mutex<(output: [UInt8], talk: [UInt8])>(([], []))
    let host = Host(
      environment: Environment([:]), terminal: Terminal(), folder: Document.root,
      readInput: { () throws(SystemError) in [] },
      write: { (bytes, stream) throws(SystemError) in
        written.withLock { if stream == .output { $0.output += bytes } else { $0.talk += bytes } }
      })
    let status = Command.run(Array(words), on: host)
    return written.withLock { (String(decoding: $0.output, as: UTF8.self), status) }
  }
}
