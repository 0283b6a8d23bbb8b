import JSONPatching
import TestSupport
import Testing

/// How small differences have to be.
@Suite struct DifferenceTargetTests {
  /// What all patches together may take.
  struct Target: Sendable, CustomStringConvertible {
    var options: JSONPatch.DifferenceOptions
    var bytes: Int
    var operations: Int

    var description: String { "\(options), \(bytes) bytes, \(operations) operations" }
  }

  /// The best of other projects takes 196,462 bytes and 3,920 operations for these pairs, without moves.
  @Test(arguments: [
    Target(options: .init(), bytes: 189_115, operations: 3597),
    Target(options: .init(minimize: .operations), bytes: 189_521, operations: 3568),
    Target(options: .init(moves: true), bytes: 179_898, operations: 3522),
    Target(options: .init(moves: true, copies: true), bytes: 179_896, operations: 3522),
    Target(
      options: .init(minimize: .operations, moves: true, copies: true), bytes: 180_202,
      operations: 3515),
  ])
  func `4,000 pairs of small documents`(_ target: Target) throws {
    var pairs = EditedPairs()
    var (bytes, operations) = (0, 0)
    for _ in 0..<4000 {
      let (before, after) = pairs.next()
      let old = try JSON(parsing: before.compactText)
      let new = try JSON(parsing: after.compactText)
      let patch = new.difference(from: old, options: target.options)
      let text = patch.json.serialized(as: .compact)
      let outcome = ReferencePatcher.outcome(of: try ModelJSON(parsing: text), on: before)
      guard case .success(let result) = outcome, result == after else {
        Issue.record("\(patch) makes \(outcome) of \(before), and not \(after)")
        continue
      }
      bytes += text.count
      operations += patch.count
    }
    #expect(bytes <= target.bytes)
    #expect(operations <= target.operations)
  }

  private func records(_ count: Int) -> [JSON] {
    var generator = SeededGenerator(seed: 4)
    return (0..<count).map { number in
      [
        "id": JSON("id-\(number)-\(generator.below(1 << 32))"), "active": JSON(generator.oneIn(2)),
        "score": JSON(generator.below(10_000)), "tags": ["a", JSON(generator.below(50)), "c"],
        "meta": ["v": JSON(generator.below(9)), "owner": "Zoë"],
      ]
    }
  }

  /// Compares a document with what known edits make of it: the difference must not be larger than those.
  private func expectNoLarger(
    than edits: JSONPatch, of old: JSON, options: JSONPatch.DifferenceOptions = .default
  ) throws {
    let old = try JSON(parsing: old.serialized())
    let new = try JSON(parsing: old.applying(edits).serialized())
    let patch = new.difference(from: old, options: options)
    let result = try old.applying(patch)
    #expect(result == new)
    #expect(patch.count <= edits.count)
    #expect(
      patch.json.serialized(as: .compact).count <= edits.json.serialized(as: .compact).count)
  }

  @Test func `ten objects of 2,000 moved`() throws {
    var generator = SeededGenerator(seed: 44)
    var edits: [JSONPatch.Operation] = []
    for _ in 0..<10 {
      edits.append(
        .move(
          from: JSONPointer(tokens: ["\(generator.below(2000))"]),
          to: JSONPointer(tokens: ["\(generator.below(2000))"])))
    }
    try expectNoLarger(than: JSONPatch(edits), of: JSON(records(2000)), options: .init(moves: true))
  }

  @Test func `twenty edits in a list of 250 objects`() throws {
    let edits = (0..<20).map { number -> JSONPatch.Operation in
      let place = "/items/\(number * 12 + 100)"
      switch number % 5 {
      case 0: return .replace(JSONPointer(stringLiteral: place + "/score"), "edited")
      case 1: return .add(JSONPointer(stringLiteral: place + "/tags/0"), "front")
      case 2: return .remove(JSONPointer(stringLiteral: place + "/meta/owner"))
      case 3: return .add(JSONPointer(stringLiteral: place + "/note"), ["a": [1, 2, 3]])
      default: return .remove(JSONPointer(stringLiteral: place + "/tags/1"))
      }
    }
    try expectNoLarger(than: JSONPatch(edits), of: ["items": JSON(records(350)), "total": 350])
  }

  @Test func `one object of 10,000 inserted, three removed`() throws {
    let edits: JSONPatch = [
      .add("/0", ["id": "new"]), .remove("/5001"), .remove("/5007"), .remove("/5019"),
    ]
    try expectNoLarger(than: edits, of: JSON(records(10_000)))
  }

  @Test func `shuffled elements are not written twice`() throws {
    var generator = SeededGenerator(seed: 9)
    for count in [3, 10, 40, 200, 1000] {
      let old = JSON(records(count))
      let new = JSON(records(count).shuffled(using: &generator))
      for options in [
        JSONPatch.DifferenceOptions(moves: true), .init(minimize: .operations, moves: true),
      ] {
        let patch = new.difference(from: old, options: options)
        #expect(try old.applying(patch) == new)
        // A move takes some forty bytes, an object more than a hundred.
        #expect(patch.json.serialized(as: .compact).count < 60 * count)
      }
    }
  }
}
