import JSONPatching
import PeerProcesses

/// The whole way: parse the document and the patch, apply, write the result.
struct BytesToBytes: Workload {
  /// A document and the patch that belongs to it, both as text.
  struct Case: Sendable {
    var document: [UInt8]
    var patch: [UInt8]
    /// What must come out, byte for byte, when it is known without patching.
    var result: [UInt8]?
  }

  let label: WorkloadLabel
  private let cases: [Case]
  private let format: JSON.Format
  /// Whether one session patches all of them, in memory that it keeps.
  private let isInSession: Bool

  init(
    _ label: WorkloadLabel, _ cases: [Case], as format: JSON.Format = .preserved,
    inSession isInSession: Bool = false
  ) {
    self.label = label
    self.cases = cases
    self.format = format
    self.isInSession = isInSession
  }

  var documents: [[UInt8]] { cases.map(\.document) }
  var patches: [[UInt8]] { cases.map(\.patch) }
  var readsWholeDocuments: Bool { true }
  /// Peers can be measured once for all formats and kinds of memory.
  var peerTask: Peer.Task? { format == .preserved && !isInSession ? .patch : nil }

  var operationCount: Int {
    cases.reduce(0) { sum, item in
      sum + ((try? Tree(reading: item.patch))?.elements.count ?? 0)
    }
  }

  func run(iterations: Int, meter: inout some Meter) throws {
    guard isInSession else {
      return try meter.measure {
        for _ in 0..<iterations {
          for item in cases {
            use(try Self.patch(item, as: format))
          }
        }
      }
    }
    try meter.measure {
      var session = PatchSession()
      for _ in 0..<iterations {
        for item in cases {
          use(try session.apply(parsing: item.patch, toJSON: item.document, as: format))
        }
      }
    }
  }

  /// The reference patcher works on the same text with none of the engine's code; what the patch
  /// does not touch must come out as it was written.
  func verify() throws {
    var session = PatchSession()
    for item in cases {
      let result =
        isInSession
        ? try session.apply(parsing: item.patch, toJSON: item.document, as: format)
        : try Self.patch(item, as: format)
      if let known = item.result {
        try WrongResult.unlessEqual(result, known)
        continue
      }
      let expected = try Tree(reading: item.document).patched(by: Tree(reading: item.patch))
      try WrongResult.unlessEqual(
        format == .compact ? result : Tree.minified(result), expected.json())
      if format == .preserved {
        try Self.verifyWhiteSpace(of: result, before: item.document, patched: expected)
      }
    }
  }

  /// What the patch does not change must be what it was, white space included: of a text in lines, no more of them may be
  /// others than of the reference patcher's documents with one line for each value, and two more, since the line before
  /// a last element gains or loses its comma.
  private static func verifyWhiteSpace(
    of result: [UInt8], before document: [UInt8], patched: Tree
  ) throws {
    guard document.contains(newline) else {
      // A text without white space gets none.
      if document == Tree.minified(document) {
        try WrongResult.unlessEqual(result, Tree.minified(result))
      }
      return
    }
    let layout = Tree.Layout.pretty(indent: 1)
    let found = changedLines(document, result)
    let expected = changedLines(try Tree(reading: document).json(layout), patched.json(layout))
    guard found <= expected + 2 else {
      throw WrongResult("\(found) lines are others, and \(expected) should be")
    }
  }

  private static func changedLines(_ old: [UInt8], _ new: [UInt8]) -> Int {
    func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
      text.split(separator: newline, omittingEmptySubsequences: false)
    }
    return lines(new).difference(from: lines(old)).count
  }

  private static var newline: UInt8 { UInt8(ascii: "\n") }

  private static func patch(_ item: Case, as format: JSON.Format) throws -> [UInt8] {
    try JSONPatch(parsing: item.patch).apply(toJSON: item.document, as: format)
  }
}
