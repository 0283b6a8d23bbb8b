import JSONPatching
import PeerProcesses

/// Parses a document with everything checked that RFC 8259 asks for, and does nothing with it.
struct DocumentParsing: Workload {
  let label: WorkloadLabel
  let documents: [[UInt8]]
  private var options = JSON.ParsingOptions.default
  private let isPortable: Bool

  /// Creates the workload; the portable path is the one of machines without the kernels' instructions.
  init(_ label: WorkloadLabel, _ documents: [[UInt8]], isPortable: Bool = false) {
    self.label = label
    self.documents = documents
    self.isPortable = isPortable
    if isPortable { options.indexLevel = 0 }
  }

  var operationCount: Int { 0 }
  var readsWholeDocuments: Bool { true }
  var peerTask: Peer.Task? { isPortable ? nil : .parse }

  func run(iterations: Int, meter: inout some Meter) throws {
    try meter.measure {
      for _ in 0..<iterations {
        for document in documents {
          use(try JSON(parsing: document, options: options))
        }
      }
    }
  }

  /// Every value is compared with what Foundation reads in the same text, if it can read it, and
  /// the text of every token with what the reference reader finds.
  func verify() throws {
    for document in documents {
      let value = try JSON(parsing: document, options: options)
      try (try? FoundationReading(document))?.verify(value)
      try WrongResult.unlessEqual(
        value.serialized(as: .compact), try Tree(reading: document).json())
    }
  }
}
