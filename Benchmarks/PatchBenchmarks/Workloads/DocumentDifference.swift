import JSONPatching

/// Makes the patch that leads from one document to another; both are parsed beforehand.
struct DocumentDifference: Workload {
  /// Two documents.
  struct Pair: Sendable {
    var old: [UInt8]
    var new: [UInt8]
    /// The operations and the bytes of a patch that is known to do it: a larger one is wrong.
    var limit: Limit?

    struct Limit: Sendable {
      var operations: Int
      var bytes: Int
    }
  }

  let label: WorkloadLabel
  private let pair: Pair
  private let options: JSONPatch.DifferenceOptions
  private let old: JSON
  private let new: JSON
  private let patch: JSONPatch

  init(
    _ label: WorkloadLabel, _ pair: Pair, options: JSONPatch.DifferenceOptions = .default
  ) throws {
    self.label = label
    self.pair = pair
    self.options = options
    old = try JSON(parsing: pair.old)
    new = try JSON(parsing: pair.new)
    patch = new.difference(from: old, options: options)
  }

  var documents: [[UInt8]] { [pair.old] }
  var patches: [[UInt8]] { [patch.json.serialized(as: .compact)] }
  var operationCount: Int { patch.count }
  var readsWholeDocuments: Bool { false }

  func run(iterations: Int, meter: inout some Meter) throws {
    meter.measure {
      for _ in 0..<iterations {
        use(new.difference(from: old, options: options))
      }
    }
  }

  /// The reference patcher must make the new document of the old one, and no smaller patch may be known.
  func verify() throws {
    let text = patch.json.serialized(as: .compact)
    let result = try Tree(reading: pair.old).patched(by: Tree(reading: text))
    guard result.means(try Tree(reading: pair.new)) else {
      throw WrongResult("the patch does not lead to the new document")
    }
    guard let limit = pair.limit else { return }
    guard patch.count <= limit.operations, text.count <= limit.bytes else {
      throw WrongResult(
        "\(patch.count) operations in \(text.count) bytes, where \(limit.operations) in "
          + "\(limit.bytes) are enough")
    }
  }
}
