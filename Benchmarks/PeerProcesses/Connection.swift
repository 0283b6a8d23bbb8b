import Foundation

/// The pipes to a process.
final class Connection {
  private(set) var greeting = ""
  private let process: Process
  private let requests: FileHandle
  private let answers: FileHandle
  private var unread = Data()

  init(_ command: Command) throws {
    let input = Pipe()
    let output = Pipe()
    process = command.process()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    requests = input.fileHandleForWriting
    answers = output.fileHandleForReading
    greeting = try line()
  }

  deinit {
    // End of input ends the program.
    try? requests.close()
    if process.isRunning { process.waitUntilExit() }
  }

  func send(_ line: String) throws {
    try requests.write(contentsOf: Data((line + "\n").utf8))
  }

  func send(_ document: [UInt8], _ patch: [UInt8]) throws {
    try send("\(document.count) \(patch.count)")
    try requests.write(contentsOf: Data(document + patch))
  }

  /// The answer to an input that was sent.
  func answer() throws -> PeerProcess.Answer {
    let words = try line().split(separator: " ")
    return switch (words.first, words.last.flatMap { Int($0) }) {
    case ("ok", let size?): .text(try bytes(size))
    case ("refused", _): .refusal
    default: .silence
    }
  }

  func line() throws -> String {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread = Data(unread[(end + 1)...]) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      try readMore()
    }
  }

  func bytes(_ count: Int) throws -> [UInt8] {
    while unread.count < count { try readMore() }
    defer { unread = Data(unread.dropFirst(count)) }
    return [UInt8](unread.prefix(count))
  }

  private func readMore() throws {
    let more = answers.availableData
    guard !more.isEmpty else { throw PeerProcess.NoAnswer() }
    unread += more
  }
}
