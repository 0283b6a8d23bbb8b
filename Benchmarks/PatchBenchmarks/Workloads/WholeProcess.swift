import PeerProcesses

/// Patches a file with the command `jpatch`, from its start to its end.
struct WholeProcess: Workload {
  let label: WorkloadLabel
  private let item: BytesToBytes.Case
  private let files: WorkFiles
  private let jpatch: Command

  /// Puts document and patch into files for the command at the path `program`.
  init(_ label: WorkloadLabel, _ item: BytesToBytes.Case, program: String) throws {
    self.label = label
    self.item = item
    files = try WorkFiles(document: item.document, patch: item.patch)
    jpatch = Command(program, ["apply", files.patch, "--on", files.document])
  }

  var documents: [[UInt8]] { [item.document] }
  var patches: [[UInt8]] { [item.patch] }
  var operationCount: Int { 0 }
  var readsWholeDocuments: Bool { false }
  var runsInProcess: Bool { false }
  /// What a process costs is not in relation to parsing.
  var yardsticks: [Yardstick] { [] }
  var peerTask: Peer.Task? { .process }

  func run(iterations: Int, meter: inout some Meter) throws {
    try ProcessRun(jpatch).run(iterations: iterations, meter: &meter)
  }

  func verify() throws {
    let expected = try Tree(reading: item.document).patched(by: Tree(reading: item.patch))
    try WrongResult.unlessEqual(Tree.minified(jpatch.output()), expected.json())
  }

  func commands(of peers: PeerGroup) -> [(name: String, command: Command)] {
    guard let patch = try? Tree(reading: item.patch) else { return [] }
    return (peers.processes.map(\.peer) + peers.commands).compactMap { peer in
      peer.patching(files, by: patch).map { (peer.name, $0) }
    }
  }
}

extension Catalog {
  /// Adds the workload on whole processes of the command at the path `program`.
  mutating func addWholeProcess(_ documents: GeneratedDocuments, program: String) {
    for item in documents.resourceCases.prefix(1) {
      add("W7", "jpatch apply") { try WholeProcess($0, item, program: program) }
    }
  }
}
