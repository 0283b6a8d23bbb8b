import Foundation
import JSONPatching
import JSONTypes
import TestSupport

/// Two random documents, one made of the other by some edits.
struct DifferenceTrial: CustomStringConvertible {
  let old: ModelJSON
  let new: ModelJSON
  let oldText: [UInt8]
  let newText: [UInt8]

  /// How often to try: `JPATCH_TRIALS` or some hundreds of times.
  static let count = ProcessInfo.processInfo.environment["JPATCH_TRIALS"].flatMap { Int($0) } ?? 400

  init(
    shape: ModelJSON.Shape = ModelJSON.Shape(depth: 4, width: 5),
    using generator: inout SeededGenerator
  ) {
    let first =
      generator.oneIn(8)
      ? ModelJSON.random(shape: shape, using: &generator)
      : ModelJSON.randomContainer(shape: shape, using: &generator)
    var second = first
    for _ in 0...generator.below(3) { second = second.mutated(using: &generator) }
    if generator.oneIn(10) { second = ModelJSON.random(shape: shape, using: &generator) }
    if generator.oneIn(4) { second = second.respelled(using: &generator) }
    old = first
    new = second
    oldText = generator.oneIn(2) ? first.compactText : first.noisyText(using: &generator)
    newText = generator.oneIn(2) ? second.compactText : second.noisyText(using: &generator)
  }

  var description: String { "old \(old)\nnew \(new)" }

  /// Says what is wrong with any of the differences under some options; those that are the same are applied once.
  func disagreement(under combinations: [JSONPatch.DifferenceOptions]) throws -> String? {
    let old = try JSON(parsing: oldText)
    let new = try JSON(parsing: newText)
    var applied: Set<[UInt8]> = []
    for options in combinations {
      let patch = new.difference(from: old, options: options)
      guard applied.insert(patch.source.serialized(as: .compact)).inserted,
        let disagreement = try disagreement(with: patch)
      else { continue }
      return "\(options)\n\(disagreement)"
    }
    return nil
  }

  /// Says what is wrong with a patch that is to make the new document, or another one, of the old one.
  func disagreement(
    with patch: JSONPatch, expecting expected: ModelJSON? = nil
  ) throws -> String? {
    let written = try ModelJSON(parsing: patch.json.serialized(as: .compact))
    switch ReferencePatcher.outcome(of: written, on: old) {
    case .success(let result):
      if result != expected ?? new { return "\(self)\npatch \(patch)\ngives \(result)" }
    case .failure(let operation, let failure):
      return "\(self)\npatch \(patch)\nfails with \(operation ?? -1) \(failure)"
    }
    let applied = try JSON(parsing: oldText).applying(patch)
    let wanted = expected?.compactText ?? newText
    return applied == (try JSON(parsing: wanted))
      ? nil : "\(self)\npatch \(patch)\nis applied by the engine to give \(applied)"
  }
}

extension JSONPatch.DifferenceOptions {
  /// All combinations of the options that do not depend on the documents.
  static let combinations: [JSONPatch.DifferenceOptions] = {
    var all: [JSONPatch.DifferenceOptions] = []
    for minimize in [Objective.bytes, .operations] {
      for tests in [Tests.none, .version, .values] {
        for flags in 0..<16 {
          all.append(
            JSONPatch.DifferenceOptions(
              minimize: minimize, moves: flags & 1 != 0, copies: flags & 2 != 0, tests: tests,
              arrayIdentity: flags & 4 != 0 ? [ArrayIdentity(member: "a")] : [],
              appendsWithDash: flags & 8 != 0))
        }
      }
    }
    return all
  }()
}
