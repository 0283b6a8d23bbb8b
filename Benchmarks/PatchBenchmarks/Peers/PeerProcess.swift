import Foundation

/// A peer in a process of its own, which lives as long as this object and works on request.
///
/// The peer takes its times itself, so that the way to it costs nothing.
final class PeerProcess {
  let peer: Peer
  private(set) var version = ""
  private let command: Command
  /// `nil` after a failure; the next request starts the process anew.
  private var connection: Connection?

  /// The process gives no answer, or none that can be understood.
  struct NoAnswer: Error, CustomStringConvertible {
    var description = "no answer"
  }

  /// Fails when the peer is not installed.
  init(_ peer: Peer) throws {
    guard let command = peer.serving else { throw NoAnswer() }
    self.peer = peer
    self.command = command
    try converse { _ in }
  }

  /// Hands over what is worked on from now on.
  func load(documents: [[UInt8]], patches: [[UInt8]]) throws {
    try converse { connection in
      try connection.send("load \(documents.count)")
      for (number, document) in documents.enumerated() {
        try connection.send(document, number < patches.count ? patches[number] : [])
      }
    }
  }

  /// Patches one document; `nil` means that the peer refuses.
  func patched(_ document: [UInt8], by patch: [UInt8]) throws -> [UInt8]? {
    try converse { connection in
      try connection.send("try")
      try connection.send(document, patch)
      let answer = try connection.line().split(separator: " ")
      guard answer.first == "ok", let size = answer.last.flatMap({ Int($0) }) else { return nil }
      return try connection.bytes(size)
    }
  }

  /// Takes part in a comparison with one task on what is loaded.
  func contestant(for task: Peer.Task) -> any Contestant {
    PeerContestant(process: self, task: task)
  }

  fileprivate func samples(_ count: Int, iterations: Int, of task: Peer.Task) throws -> [Double] {
    try converse { connection in
      try connection.send("time \(task.rawValue) \(count) \(iterations)")
      let samples = try connection.line().split(separator: " ").compactMap { Double($0) }
      guard samples.count == count else { throw NoAnswer() }
      return samples.map { $0 / Double(iterations) }
    }
  }

  private func converse<Answer>(_ body: (Connection) throws -> Answer) throws -> Answer {
    do {
      let open = try connection ?? Connection(command)
      connection = open
      version = open.greeting
      return try body(open)
    } catch {
      connection = nil
      throw error
    }
  }
}

/// One task of a peer.
private final class PeerContestant: Contestant {
  private let process: PeerProcess
  private let task: Peer.Task

  init(process: PeerProcess, task: Peer.Task) {
    self.process = process
    self.task = task
  }

  func samples(_ count: Int, iterations: Int) throws -> [Double] {
    try process.samples(count, iterations: iterations, of: task)
  }
}

/// The pipes to a process.
private final class Connection {
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
