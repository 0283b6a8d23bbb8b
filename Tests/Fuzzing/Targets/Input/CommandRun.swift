import Foundation
import PatchCommand
import Synchronization

/// A command line that runs in a folder of its own, with everything that it writes.
struct CommandRun {
  /// The status that it ends with.
  let status: PatchCommand.ExitStatus
  /// Its standard output.
  let output: [UInt8]
  /// Its standard error.
  let talk: [UInt8]
  /// The files of the folder afterwards.
  let files: [String: [UInt8]]

  /// Runs a command line in a folder that has nothing but some files.
  init(_ words: [String], files: [String: [UInt8]], input: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("jpatch-fuzzing-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in files {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    let written = Mutex<(output: [UInt8], talk: [UInt8])>(([], []))
    let host = Host(
      environment: Environment(), terminal: Terminal(), folder: folder.path,
      readInput: { () throws(SystemError) in input },
      write: { (bytes, stream) throws(SystemError) in
        written.withLock { if stream == .output { $0.output += bytes } else { $0.talk += bytes } }
      })
    status = Command.run(words, on: host)
    (output, talk) = written.withLock { $0 }
    var left: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      left[name] = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }
    self.files = left
  }
}
