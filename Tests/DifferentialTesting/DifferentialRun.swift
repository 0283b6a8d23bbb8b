import PeerProcesses
import TestSupport

/// One run: makes up pairs, has them patched by everybody, and explains what comes out differently.
struct DifferentialRun {
  /// The libraries that are right often enough for each difference to be worth an explanation.
  private static let peerNames = ["jsonpatch", "nlohmann", "yyjson", "evanphx"]

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

  /// Asks about so many pairs.
  mutating func ask(pairs count: Int, seed: UInt64) throws {
    var next = seed
    let end = seed + UInt64(count)
    while next < end {
      // As much as surely fits into a pipe.
      var batch: [(seed: UInt64, pair: PatchPair)] = []
      var room = 40_000
      while next < end, room > 0 {
        var generator = SeededGenerator(seed: next)
        let pair = PatchPair.random(using: &generator)
        room -= pair.description.utf8.count + 30
        batch.append((next, pair))
        next += 1
      }
      for opponent in opponents { try opponent.peer.ask(batch.map(\.pair.input)) }
      for index in opponents.indices { try opponents[index].judge(batch) }
    }
  }
}

extension DifferentialRun {
  /// What was found, for people.
  var report: String {
    opponents.map(\.report).joined(separator: "\n\n")
  }
}
