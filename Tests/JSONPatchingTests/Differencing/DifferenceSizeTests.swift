import JSONPatching
import TestSupport
import Testing

/// Documents that are too deep or too large for a careless differ.
@Suite struct DifferenceSizeTests {
  private static let depth = Effort.isFull ? 100_000 : 20_000

  private func nested(_ open: String, _ core: String, _ close: String) throws -> JSON {
    let text =
      String(repeating: open, count: Self.depth) + core
      + String(repeating: close, count: Self.depth)
    return try JSON(parsing: text, options: JSON.ParsingOptions(maximumDepth: .max))
  }

  private func array(_ elements: some Sequence<Int>) throws -> JSON {
    try JSON(parsing: "[" + elements.map { "\($0)" }.joined(separator: ",") + "]")
  }

  private func expectRoundTrip(from old: JSON, to new: JSON) throws {
    let patch = new.difference(from: old)
    #expect(try old.applying(patch, limits: .unlimited) == new)
  }

  @Test(arguments: [
    ("[", "]"), ("[[0],", "]"), ("{\"a\":", "}"), ("{\"b\":1,\"a\":", ",\"c\":[]}"),
  ])
  func `a difference at a great depth`(_ open: String, _ close: String) throws {
    let old = try nested(open, "1", close)
    let new = try nested(open, "2", close)
    try expectRoundTrip(from: old, to: new)
    try expectRoundTrip(from: old, to: try nested("[", "1", "]"))
    #expect(try nested(open, "1", close).difference(from: old).isEmpty)
  }

  @Test(arguments: [
    JSONPatch.DifferenceOptions(moves: true, copies: true),
    JSONPatch.DifferenceOptions(minimize: .operations, tests: .values),
    JSONPatch.DifferenceOptions(arrayIdentity: [.init(member: "a")], ignoring: ["/b", "/*/b"]),
  ])
  func `options at a great depth`(_ options: JSONPatch.DifferenceOptions) throws {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let old = try nested(open, "1", close)
      let new = try nested(open, "[2]", close)
      let patch = new.difference(from: old, options: options)
      let result = try old.applying(patch, limits: .unlimited)
      #expect(result == new)
      let inverse = try patch.inverted(on: old, tests: true, limits: .unlimited)
      #expect(try result.applying(inverse, limits: .unlimited) == old)
    }
  }

  /// How much slower everything is without optimisation.
  #if DEBUG
    private static let slowness = 60
  #else
    private static let slowness = 1
  #endif

  @Test func `unrelated arrays of 20,000 elements`() throws {
    var generator = SeededGenerator(seed: 1)
    for values in [2, 100, 1 << 40] {
      let old = try array((0..<20_000).map { _ in generator.below(values) })
      let new = try array((0..<20_000).map { _ in generator.below(values) })
      let duration = try ContinuousClock().measure { try expectRoundTrip(from: old, to: new) }
      #expect(duration < .seconds(Self.slowness))
    }
  }

  @Test func `tables of 3,000 rows that are all alike and all different`() throws {
    func table(_ shift: Int) throws -> JSON {
      let rows = (0..<3_000).map { row in
        "{\"id\":\(row * 2 + shift),\"name\":\"row \(row + shift)\",\"cells\":[\(row),\(shift),[\(row)]]}"
      }
      return try JSON(parsing: "[" + rows.joined(separator: ",") + "]")
    }
    let (old, new) = (try table(0), try table(1))
    for options in [
      JSONPatch.DifferenceOptions(), .init(moves: true, copies: true),
      .init(arrayIdentity: [.init(member: "id")]),
    ] {
      let duration = try ContinuousClock().measure {
        let patch = new.difference(from: old, options: options)
        let result = try old.applying(patch, limits: .unlimited)
        #expect(result == new)
      }
      #expect(duration < .seconds(Self.slowness))
    }
  }

  @Test func `one element of 10,000 changes`() throws {
    let old = try array(0..<10_000)
    var new = old
    new[5_000] = -1
    #expect(new.difference(from: old) == [.replace("/5000", -1)])
  }

  @Test func `an element in front, three less in the middle`() throws {
    let objects = (0..<10_000).map { (number: Int) -> JSON in
      ["id": JSON(number), "tags": ["a", JSON(number)]]
    }
    let removed: Set = [5_000, 5_007, 5_020]
    let rest = objects.indices.filter { !removed.contains($0) }.map { objects[$0] }
    let patch = JSON([["id": "new"]] + rest).difference(from: JSON(objects))
    #expect(
      patch == [
        .add("/0", ["id": "new"]), .remove("/5001"), .remove("/5007"), .remove("/5019"),
      ])
  }
}
