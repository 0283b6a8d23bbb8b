import Foundation
import PeerProcesses
import TestSupport

/// One run: makes up pairs, has them patched by everybody, and explains what comes out differently.
struct DifferentialRun {
  /// The libraries that are right often enough for each difference to be worth an explanation.
  private static let peerNames = ["jsonpatch", "nlohmann", "yyjson", "evanphx"]

  /// As many bytes as surely fit into a pipe, with a pair to spare.
  private static let pipe = 40_000

  private var opponents: [Opponent]

  /// Whether nothing is left to be explained.
  var isExplained: Bool {
    opponents.allSatisfy(\.isExplained)
  }

  /// Starts the peers, and asks them about what is known of them.
  init() throws {
    let known = try KnownDisagreement.all()
    opponents = try Peer.all.filter { Self.peerNames.contains($0.name) }.map { peer in
      var opponent = Opponent(try PeerProcess(peer), known: known)
      try opponent.review()
      return opponent
    }
  }

  /// Asks about so many pairs, and says how far it has got.
  mutating func ask(pairs count: Int, seed: UInt64) throws {
    var batch: [(seed: UInt64, pair: PatchPair)] = []
    var room = Self.pipe
    for number in 0..<count {
      let seed = seed &+ UInt64(number)
      var generator = SeededGenerator(seed: seed)
      let pair = PatchPair.random(using: &generator)
      batch.append((seed, pair))
      room -= pair.description.utf8.count + 30
      if room < 0 || number + 1 == count {
        try judge(batch)
        batch = []
        room = Self.pipe
      }
      if (number + 1).isMultiple(of: 10_000) {
        FileHandle.standardError.write(Data("\(number + 1) pairs\n".utf8))
      }
    }
  }

  private mutating func judge(_ pairs: [(seed: UInt64, pair: PatchPair)]) throws {
    for opponent in opponents { try opponent.peer.ask(pairs.map(\.pair.input)) }
    for index in opponents.indices { try opponents[index].judge(pairs) }
  }
}

extension DifferentialRun {
  /// What was found, for people.
  var report: String {
    opponents.map(\.report).joined(separator: "\n\n")
  }
}
