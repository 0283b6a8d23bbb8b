import JSONPatching
import TestSupport
import Testing

/// What a patch needs is enough, and one less is not.
@Suite struct LimitEdgeTests {
  private static func cases() throws -> [PatchCase] {
    try PatchCase.all().filter {
      if case .success = $0.outcome { true } else { false }
    }
  }

  @Test(arguments: try cases())
  func `as many operations and bytes as a patch has`(_ fixture: PatchCase) throws {
    guard case .success(let expected) = fixture.outcome else { return }
    let patch = try JSONPatch(parsing: fixture.patch)
    var limits = JSONPatch.Limits(operations: patch.count, resultBytes: expected.count)
    #expect(throws: Never.self) { try patch.apply(toJSON: fixture.document, limits: limits) }
    #expect(throws: Never.self) {
      try JSON(parsing: fixture.document).applying(patch, limits: limits)
    }
    limits.resultBytes -= 1
    let large = #expect(throws: JSONPatchError.self) {
      try patch.apply(toJSON: fixture.document, limits: limits)
    }
    #expect(large?.code == .limitExceeded)
    #expect(large?.message.contains("\(limits.resultBytes) result bytes") == true)
    guard !patch.isEmpty else { return }
    limits = JSONPatch.Limits(operations: patch.count - 1)
    let long = #expect(throws: JSONPatchError.self) {
      try JSON(parsing: fixture.document).applying(patch, limits: limits)
    }
    #expect(long?.code == .limitExceeded)
    #expect(long?.message.contains("\(limits.operations) operations") == true)
  }

  /// A row of a document that stands far to the right, and a patch that adds many like it.
  private static let wide = (
    document: Array("[\n\(String(repeating: " ", count: 1000))1\n]".utf8),
    patch: JSONPatch(repeatElement(.add("/-", 2), count: 1000)),
    limits: JSONPatch.Limits(resultBytes: 100_000)
  )

  @Test func `white space around new values counts from bytes to bytes`() {
    let error = #expect(throws: JSONPatchError.self) {
      try Self.wide.patch.apply(toJSON: Self.wide.document, limits: Self.wide.limits)
    }
    #expect(error?.code == .limitExceeded)
  }

  @Test func `white space around new values counts in place`() {
    let error = #expect(throws: JSONPatchError.self) {
      _ = try JSON(parsing: Self.wide.document)
        .applying(Self.wide.patch, limits: Self.wide.limits)
    }
    #expect(error?.code == .limitExceeded)
  }

  @Test(arguments: 1...5)
  func `as many bytes as the copies of a patch have`(copies: Int) throws {
    let document: JSON = ["a": ["b": "0123456789"], "l": []]
    let size = try #require(document["a"]).serialized(as: .compact).count
    let patch = JSONPatch(repeatElement(.copy(from: "/a", to: "/l/-"), count: copies))
    var limits = JSONPatch.Limits(copiedBytes: size * copies)
    #expect(throws: Never.self) { try document.applying(patch, limits: limits) }
    limits.copiedBytes -= 1
    let error = #expect(throws: JSONPatchError.self) {
      try document.applying(patch, limits: limits)
    }
    #expect(error?.operationIndex == copies - 1)
  }

  @Test(arguments: [1, 2, 63, 64, 65, 1023, 1024])
  func `as deep as a text is`(depth: Int) throws {
    let text =
      Array(repeatElement(UInt8(ascii: "["), count: depth))
      + Array(repeatElement(UInt8(ascii: "]"), count: depth))
    let options = JSON.ParsingOptions(maximumDepth: depth)
    #expect(try JSON(parsing: text, options: options).serialized() == text)
    let error = #expect(throws: JSONParsingError.self) {
      try JSON(parsing: [UInt8(ascii: "[")] + text + [UInt8(ascii: "]")], options: options)
    }
    #expect(error?.code == .depthLimit)
    #expect(error?.position.utf8Offset == depth)
  }
}
