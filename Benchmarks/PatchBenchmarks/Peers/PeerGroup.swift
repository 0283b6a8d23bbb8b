import JSONPatching
import PeerProcesses

/// The peers that could be started, examined.
struct PeerGroup {
  /// A peer in the report.
  struct Member: Codable, Sendable {
    var name: String
    var version: String
    var remark: String
    /// `nil` for a peer that takes no JSON Patch.
    var conformance: Conformance.Score?
  }

  /// jpatch itself first.
  private(set) var members: [Member] = []
  private(set) var processes: [PeerProcess] = []
  /// Those that only have a command.
  private(set) var commands: [Peer] = []
  /// Those who could not be started.
  private(set) var missing: [Peer] = []
  private(set) var notes: [String] = []

  /// Starts what is installed; what is not leaves a gap in the tables and gets a line in the notes.
  init() {
    let conformance = try? Conformance()
    members = [
      Member(
        name: "jpatch", version: "this one", remark: "",
        conformance: conformance?.score { document, patch in
          try? JSONPatch(parsing: patch).apply(toJSON: document)
        })
    ]
    for peer in Peer.all {
      if let version = peer.commandVersion {
        commands.append(peer)
        members.append(Member(name: peer.name, version: version, remark: peer.remark))
      } else if let process = try? PeerProcess(peer) {
        processes.append(process)
        members.append(
          Member(
            name: peer.name, version: process.version, remark: peer.remark,
            conformance: peer.tasks.contains(.patch)
              ? conformance?.score { try process.patched($0, by: $1) } : nil))
      } else {
        missing.append(peer)
        members.append(Member(name: peer.name, version: "not installed", remark: peer.remark))
        notes.append("peer \(peer.name) is not installed: Benchmarks/peers/install gets it")
      }
    }
  }
}
