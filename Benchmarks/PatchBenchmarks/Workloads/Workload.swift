import PeerProcesses

/// A piece of work that users have, on given documents, with a way to know that it is done right.
protocol Workload: Measurable {
  var label: WorkloadLabel { get }
  /// The documents that are read in one pass, and that the yardsticks read too.
  var documents: [[UInt8]] { get }
  /// Patch operations in one pass.
  var operationCount: Int { get }
  /// Whether all bytes of the documents go through a pass, so that bytes per second mean something.
  var readsWholeDocuments: Bool { get }
  /// Whether what is measured happens in this process, where allocations can be counted.
  var runsInProcess: Bool { get }
  /// Who parses the same documents in turns with this.
  var yardsticks: [Yardstick] { get }
  /// What peers are asked to do in turns with this, if they are, and the patches for it.
  var peerTask: Peer.Task? { get }
  var patches: [[UInt8]] { get }
  /// Those who cannot be asked but only started.
  func commands(of peers: PeerGroup) -> [(name: String, command: Command)]

  /// Does the work once and compares the outcome with what it must be.
  func verify() throws
}

extension Workload {
  var runsInProcess: Bool { true }
  var yardsticks: [Yardstick] { Yardstick.allCases }
  var peerTask: Peer.Task? { nil }
  var patches: [[UInt8]] { [] }
  func commands(of peers: PeerGroup) -> [(name: String, command: Command)] { [] }
}

/// How a workload is named in the report and selected on the command line.
struct WorkloadLabel: Codable, Sendable, CustomStringConvertible {
  /// What goals refer to: `W1`, `W3a`.
  var code: String
  /// What the work is done on, and how: `flags, compact`.
  var name: String
  /// The place on the curve: bytes of the document, or children of the container.
  var size: Int?

  var description: String { "\(code) \(name)" }

  /// The part of the code that stands for the kind of work: `W3`, `curve`.
  var group: Substring { code.hasPrefix("W") ? code.prefix(2) : code.prefix { $0 != "." } }
}

/// A workload did something else than what is right.
struct WrongResult: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }

  /// Fails unless the two texts are the same, byte for byte.
  static func unlessEqual(_ found: [UInt8], _ expected: [UInt8]) throws {
    guard found != expected else { return }
    let place = zip(found, expected).prefix { $0 == $1 }.count
    func excerpt(_ text: [UInt8]) -> String {
      String(decoding: text[max(0, place - 20)..<min(text.count, place + 20)], as: UTF8.self)
    }
    throw WrongResult(
      "byte \(place): found '\(excerpt(found))', expected '\(excerpt(expected))'")
  }
}
