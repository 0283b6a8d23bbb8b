import JSONPatching
import PeerProcesses

/// Applies a patch of many operations to a document; both are parsed beforehand, and the result
/// is not written.
struct AppliedPatch: Workload {
  /// Who else holds the document.
  enum Ownership {
    /// Nobody: it is changed where it is.
    case unique
    /// The caller keeps it and gets a changed copy.
    case shared
  }

  let label: WorkloadLabel
  private let ownership: Ownership
  private let text: [UInt8]
  private let patchText: [UInt8]
  private let patch: JSONPatch
  private let expected: () throws -> [UInt8]

  /// `expected` gives the compact text of the result.
  init(
    _ label: WorkloadLabel, document: [UInt8], patch: [UInt8], ownership: Ownership,
    expected: @escaping () throws -> [UInt8]
  ) throws {
    self.label = label
    self.ownership = ownership
    self.text = document
    self.patchText = patch
    self.patch = try JSONPatch(parsing: patch)
    self.expected = expected
  }

  var documents: [[UInt8]] { [text] }
  var patches: [[UInt8]] { [patchText] }
  var operationCount: Int { patch.count }
  var readsWholeDocuments: Bool { false }
  /// A point on the curve is compared with the other points.
  var yardsticks: [Yardstick] { label.size == nil ? Yardstick.allCases : [] }
  /// Peers can be measured once for both kinds of ownership.
  var peerTask: Peer.Task? { ownership == .unique && label.size == nil ? .apply : nil }

  func run(iterations: Int, meter: inout some Meter) throws {
    switch ownership {
    case .unique:
      for _ in 0..<iterations {
        var document = try JSON(parsing: text)
        try meter.measure { try document.apply(patch) }
        use(document)
      }
    case .shared:
      let document = try JSON(parsing: text)
      try meter.measure {
        for _ in 0..<iterations {
          use(try document.applying(patch))
        }
      }
    }
  }

  func verify() throws {
    let document = try JSON(parsing: text)
    var result = document
    try result.apply(patch)
    try WrongResult.unlessEqual(result.serialized(as: .compact), try expected())
    try WrongResult.unlessEqual(document.serialized(), text)
    try verifyRefusal(of: document)
  }

  /// The same operations with a test after them that must fail leave no trace.
  private func verifyRefusal(of document: JSON) throws {
    let hopeless = JSONPatch(Array(patch) + [.test("", "no such document")])
    var result = document
    guard (try? result.apply(hopeless)) == nil else {
      throw WrongResult("a test of something else succeeded")
    }
    try WrongResult.unlessEqual(result.serialized(), text)
  }
}
