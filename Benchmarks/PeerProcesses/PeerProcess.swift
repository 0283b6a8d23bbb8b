/// A peer in a process of its own, which lives as long as this object and works on request.
///
/// The peer takes its times itself, so that the way to it costs nothing.
public final class PeerProcess {
  /// Which peer it is.
  public let peer: Peer
  /// What the peer calls its version.
  public private(set) var version = ""
  private let command: Command
  /// `nil` after a failure; the next request starts the process anew.
  private var connection: Connection?
  private var asked: [Input] = []

  /// A document and a patch, as texts.
  public struct Input: Sendable {
    let document: [UInt8]
    let patch: [UInt8]

    /// Creates an input.
    public init(document: [UInt8], patch: [UInt8]) {
      self.document = document
      self.patch = patch
    }
  }

  /// What a peer says to an input.
  public enum Answer: Sendable {
    /// The patched document, or what the peer takes for it.
    case text([UInt8])
    /// No.
    case refusal
    /// Nothing, or a panic.
    case silence
  }

  /// The process gives no answer, or none that can be understood.
  public struct NoAnswer: Error, CustomStringConvertible {
    /// For a report.
    public var description: String { "no answer" }
  }

  /// Fails when the peer is not installed.
  public init(_ peer: Peer) throws {
    guard let command = peer.serving else { throw NoAnswer() }
    self.peer = peer
    self.command = command
    try converse { _ in }
  }

  /// Hands over what is worked on from now on.
  public func load(documents: [[UInt8]], patches: [[UInt8]]) throws {
    try converse { connection in
      try connection.send("load \(documents.count)")
      for (number, document) in documents.enumerated() {
        try connection.send(document, number < patches.count ? patches[number] : [])
      }
    }
  }

  /// Patches one document; `nil` means that the peer refuses.
  ///
  /// - Throws: ``NoAnswer`` where the library panics, or brings its process down.
  public func patched(_ document: [UInt8], by patch: [UInt8]) throws -> [UInt8]? {
    try ask([Input(document: document, patch: patch)])
    switch answers().first {
    case .text(let text): return text
    case .refusal: return nil
    default: throw NoAnswer()
    }
  }

  /// Has documents patched while the caller does something else, and then asks for the ``answers()``.
  ///
  /// The inputs together must not be larger than what a pipe holds, 64 KiB.
  public func ask(_ inputs: [Input]) throws {
    asked = inputs
    try send(inputs[...])
  }

  /// The answers to what was asked, one for each.
  public func answers() -> [Answer] {
    var answers: [Answer] = []
    while answers.count < asked.count {
      if let answer = try? connection?.answer() {
        answers.append(answer)
      } else {
        // The peer has ended over this input; another process takes the others.
        answers.append(.silence)
        connection = nil
        guard (try? send(asked[answers.count...])) != nil else { break }
      }
    }
    return answers
  }

  private func send(_ inputs: ArraySlice<Input>) throws {
    let connection = try open()
    do {
      for input in inputs {
        try connection.send("try")
        try connection.send(input.document, input.patch)
      }
    } catch {
      // What a peer has answered before its end can still be read.
    }
  }

  /// Does a task on all that is loaded, again and again.
  ///
  /// - Returns: The nanoseconds of so many samples, on the peer's clock.
  public func samples(_ count: Int, iterations: Int, of task: Peer.Task) throws -> [Double] {
    try converse { connection in
      try connection.send("time \(task.rawValue) \(count) \(iterations)")
      let samples = try connection.line().split(separator: " ").compactMap { Double($0) }
      guard samples.count == count else { throw NoAnswer() }
      return samples.map { $0 / Double(iterations) }
    }
  }

  private func converse<Answer>(_ body: (Connection) throws -> Answer) throws -> Answer {
    do {
      return try body(try open())
    } catch {
      connection = nil
      throw error
    }
  }

  private func open() throws -> Connection {
    let open = try connection ?? Connection(command)
    connection = open
    version = open.greeting
    return open
  }
}
