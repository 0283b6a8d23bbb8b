import PeerProcesses

extension PeerProcess {
  /// Takes part in a comparison with one task on what is loaded.
  func contestant(for task: Peer.Task) -> any Contestant {
    PeerContestant(process: self, task: task)
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
