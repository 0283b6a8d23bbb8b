import JSONPatching
import TestSupport
import Testing

/// The classical bombs end with an error that names the limit, and leave the document as it was.
@Suite struct LimitTests {
  /// A budget that is used up after some twenty doublings, soon enough for a debug build.
  private static let smallBudget: JSONPatch.Limits = {
    var limits = JSONPatch.Limits.default
    limits.copiedBytes = 1 << 20
    return limits
  }()

  private func expectRefusal(
    of patch: JSONPatch, on document: JSON, limits: JSONPatch.Limits = .default,
    naming words: [String]
  ) {
    let before = document.serialized()
    var document = document
    var error: JSONPatchError?
    do throws(JSONPatchError) {
      try document.apply(patch, limits: limits)
    } catch let failure {
      error = failure
    }
    #expect(error?.code.rawValue == "limit-exceeded")
    for word in words {
      #expect(error?.message.lowercased().contains(word) == true, "\(error?.message ?? "")")
    }
    #expect(document.serialized() == before)
  }

  @Test func `negative limits are limits of zero`() {
    var limits = JSONPatch.Limits(
      depth: .min, operations: -1, copiedBytes: .min, resultBytes: .min)
    #expect(limits == JSONPatch.Limits(depth: 0, operations: 0, copiedBytes: 0, resultBytes: 0))
    limits.copiedBytes = .min
    #expect(limits.copiedBytes == 0)
    limits = JSONPatch.Limits(copiedBytes: .min)
    let copy: JSONPatch = [.copy(from: "/a", to: "/b")]
    expectRefusal(of: copy, on: ["a": 1], limits: limits, naming: ["cop", "0"])
    #expect(JSONPatch.validate(copy.json.serialized(), on: ["a": 1], limits: limits).count == 1)
    limits = JSONPatch.Limits(resultBytes: .min)
    expectRefusal(of: copy, on: ["a": 1], limits: limits, naming: ["result", "0"])
    #expect(throws: JSONPatchError.self) { try copy.apply(toJSON: [0x7B, 0x7D], limits: limits) }
  }

  @Test func `copying the root into itself 64 times`() {
    let patch = JSONPatch((0..<64).map { .copy(from: "", to: JSONPointer(tokens: ["n\($0)"])) })
    expectRefusal(
      of: patch, on: ["a": "0123456789"], limits: Self.smallBudget, naming: ["cop", "1048576"])
  }

  @Test func `a judge stops at the copy of the root that exceeds the limit, and says so`() {
    let patch = JSONPatch(repeatElement(.copy(from: "", to: "/l/-"), count: 10_000))
    let findings = JSONPatch.validate(
      patch.json.serialized(), on: ["l": ["0123456789"]], limits: Self.smallBudget)
    #expect(findings.map(\.code) == [.limitExceeded])
    #expect(findings[0].message.contains("\(Self.smallBudget.copiedBytes) copied"))
    #expect(findings[0].notes == ["no operation after it is tried"])
  }

  @Test func `copying the root array into itself 64 times`() {
    let patch = JSONPatch(repeatElement(.copy(from: "", to: "/-"), count: 64))
    expectRefusal(of: patch, on: ["lol"], limits: Self.smallBudget, naming: ["cop"])
  }

  @Test func `doubling a list inside a small document`() {
    var operations: [JSONPatch.Operation] = [.add("/l", ["x"])]
    for _ in 0..<64 { operations.append(.copy(from: "/l", to: "/l/0")) }
    expectRefusal(
      of: JSONPatch(operations), on: [:], limits: Self.smallBudget, naming: ["cop"])
  }

  @Test func `many copies of one large value`() {
    let document: JSON = ["big": JSON(String(repeating: "x", count: 1 << 20)), "l": []]
    let patch = JSONPatch(repeatElement(.copy(from: "/big", to: "/l/-"), count: 20_000))
    expectRefusal(of: patch, on: document, naming: ["cop"])
  }

  @Test func `copies that are removed again count`() {
    let document: JSON = ["big": JSON(String(repeating: "x", count: 1 << 20))]
    let pair: [JSONPatch.Operation] = [.copy(from: "/big", to: "/x"), .remove("/x")]
    var limits = JSONPatch.Limits.default
    limits.copiedBytes = 10 << 20
    let patch = JSONPatch(Array(repeatElement(pair, count: 100).joined()))
    expectRefusal(of: patch, on: document, limits: limits, naming: ["cop", "\(10 << 20)"])
  }

  @Test func `one operation more than the limit allows`() {
    let limit = JSONPatch.Limits.default.operations
    #expect(limit < 1_000_000)
    let patch = JSONPatch(repeatElement(.test("/a", 1), count: limit + 1))
    expectRefusal(of: patch, on: ["a": 1], naming: ["operations", "\(limit)"])
  }

  @Test func `a million operations`() throws {
    let operation = #"{"op":"test","path":"","value":0}"#
    let text = "[" + Array(repeating: operation, count: 1_000_000).joined(separator: ",") + "]"
    let limit = JSONPatch.Limits.default.operations
    let refusal = #expect(throws: JSONPatchError.self) { try JSONPatch(parsing: text) }
    #expect(refusal?.code == .limitExceeded)
    #expect(refusal?.message.contains("\(limit) operations") == true)
    let patch = try JSONPatch(parsing: text, limits: .unlimited)
    #expect(patch.count == 1_000_000)
    let error = #expect(throws: JSONPatchError.self) {
      try patch.apply(toJSON: Array("0".utf8))
    }
    #expect(error?.code == .limitExceeded)
  }

  @Test func `a patch text may nest as deep as its limits say`() throws {
    let value = String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000)
    let text = #"[{"op":"add","path":"/a","value":\#(value)}]"#
    #expect(throws: JSONPatchError.self) { try JSONPatch(parsing: text) }
    var limits = JSONPatch.Limits.default
    limits.depth = 2002
    let patch = try JSONPatch(parsing: text, limits: limits)
    #expect(try patch.apply(toJSON: Array("{}".utf8), limits: limits).count == 4006)
    limits.depth = 2001
    #expect(throws: JSONPatchError.self) { try JSONPatch(parsing: text, limits: limits) }
  }

  @Test func `as many operations as the limit allows`() throws {
    let limit = JSONPatch.Limits.default.operations
    let patch = JSONPatch(repeatElement(.test("/a", 1), count: limit))
    #expect(throws: Never.self) { try (["a": 1] as JSON).applying(patch) }
  }

  @Test func `a value of 100,000 levels`() throws {
    let text =
      Array(repeatElement(UInt8(ascii: "["), count: 100_000))
      + Array(repeatElement(UInt8(ascii: "]"), count: 100_000))
    let options = JSON.ParsingOptions(maximumDepth: 200_000)
    let deep = try JSON(parsing: text, options: options)
    let depth = "\(JSONPatch.Limits.default.depth)"
    expectRefusal(of: [.add("/a", deep)], on: [:], naming: ["dep", depth])
    expectRefusal(of: [.replace("", deep)], on: [:], naming: ["dep", depth])
    let document: JSON = ["deep": 1]
    expectRefusal(of: [.replace("/deep", deep)], on: document, naming: ["dep", depth])
  }

  @Test func `a patch text with a value of 100,000 levels`() {
    let value = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let error = #expect(throws: JSONPatchError.self) {
      try JSONPatch(parsing: #"[{"op":"add","path":"/a","value":\#(value)}]"#)
    }
    #expect(error?.message.contains("1024") == true)
  }

  @Test func `growing one level deeper with every operation`() {
    let limit = JSONPatch.Limits.default.depth
    var nest: [JSONPatch.Operation] = []
    var pointer = JSONPointer.root
    for _ in 0...limit {
      nest.append(.add(pointer.appending("-"), []))
      pointer = pointer.appending(0)
    }
    expectRefusal(of: JSONPatch(nest), on: [], naming: ["dep", "\(limit)"])
  }

  @Test func `depth is counted in containers, and the limit is the last that is allowed`() throws {
    var limits = JSONPatch.Limits.default
    limits.depth = 3
    let patch: JSONPatch = [.add("/a/b", [])]
    #expect(try (["a": [:]] as JSON).applying(patch, limits: limits) == ["a": ["b": []]])
    limits.depth = 2
    expectRefusal(of: patch, on: ["a": [:]], limits: limits, naming: ["depth", "2"])
  }

  @Test func `without limits nothing is refused`() throws {
    let patch = JSONPatch(repeatElement(.copy(from: "", to: "/-"), count: 12))
    var document: JSON = [1]
    try document.apply(patch, limits: .unlimited)
    #expect(document.serialized(as: .compact).count > 4096)
  }
}
