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
  func `every judge knows as many operations and bytes as a patch has`(
    _ fixture: PatchCase
  ) throws {
    guard case .success(let expected) = fixture.outcome else { return }
    let patch = try JSONPatch(parsing: fixture.patch)
    let document = try JSON(parsing: fixture.document)
    var limits = JSONPatch.Limits(operations: patch.count, resultBytes: expected.count)
    #expect(PatchJudge.refusing(patch, on: document, limits: limits) == [])
    limits.resultBytes -= 1
    #expect(
      PatchJudge.overlooking(limits.resultBytes, at: nil, in: patch, on: document, limits: limits)
        == [])
    guard !patch.isEmpty else { return }
    limits = JSONPatch.Limits(operations: patch.count - 1)
    #expect(
      PatchJudge.overlooking(limits.operations, at: nil, in: patch, on: document, limits: limits)
        == [])
  }

  @Test(arguments: try cases())
  func `every judge knows as many bytes as a patch copies`(_ fixture: PatchCase) throws {
    let patch = try JSONPatch(parsing: fixture.patch)
    let document = try JSON(parsing: fixture.document)
    var copied = 0
    var last: Int?
    for (index, operation) in patch.enumerated() where operation.kind == .copy {
      let before = try document.applying(JSONPatch(patch.prefix(index)))
      copied += try #require(operation.from.flatMap { before[$0] }).sizeOfCopy
      last = index
    }
    guard let last else { return }
    try expectEdge(copied, at: last, of: patch, on: document)
  }

  @Test(arguments: try cases())
  func `what makes another patch of one knows as many bytes as its result has`(
    _ fixture: PatchCase
  ) throws {
    guard case .success(let expected) = fixture.outcome else { return }
    let patch = try JSONPatch(parsing: fixture.patch)
    let document = try JSON(parsing: fixture.document)
    let exact = JSONPatch.Limits(resultBytes: expected.count)
    let less = JSONPatch.Limits(resultBytes: expected.count - 1)

    #expect(throws: Never.self) { try patch.compacted(on: document, limits: exact) }
    #expect(refusal { _ = try patch.compacted(on: document, limits: less) } == .limitExceeded)
    // Some patches set a member to null, which no merge patch can.
    #expect(refusal { _ = try patch.mergePatch(on: document, limits: exact) } != .limitExceeded)
    #expect(refusal { _ = try patch.mergePatch(on: document, limits: less) } == .limitExceeded)
    guard let merge = try? patch.mergePatch(on: document).patch else { return }
    let size = try document.applying(merge).serialized().count
    #expect(throws: Never.self) {
      try document.applying(merge, limits: JSONPatch.Limits(resultBytes: size))
    }
    let lessMerged = JSONPatch.Limits(resultBytes: size - 1)
    #expect(refusal { _ = try document.applying(merge, limits: lessMerged) } == .limitExceeded)
  }

  private func refusal(_ body: () throws -> Void) -> JSONPatch.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? JSONPatchError)?.code
    }
  }

  private func expectEdge(
    _ copied: Int, at operation: Int, of patch: JSONPatch, on document: JSON
  ) throws {
    var limits = JSONPatch.Limits(copiedBytes: copied)
    #expect(PatchJudge.refusing(patch, on: document, limits: limits) == [])
    limits.copiedBytes -= 1
    #expect(
      PatchJudge.overlooking(
        limits.copiedBytes, at: operation, in: patch, on: document, limits: limits) == [])
  }

  /// A list that is copied into itself: compact, spaced, and of lines.
  static let lists = [#"{"l":[0]}"#, #"{"l": [0]}"#, "{\n  \"l\": [\n    0\n  ]\n}\n"]

  @Test(arguments: lists, [1, 2, 5, 17])
  func `how a document is laid out does not count among the copied bytes`(
    text: String, copies: Int
  ) throws {
    // Each copy adds a comma, and has as many values as there are then.
    let copied = (0..<copies).reduce(0) { $0 + (4 << $1) - 1 + 16 * (2 << $1) }
    try expectEdge(
      copied, at: copies - 1,
      of: JSONPatch(repeatElement(.copy(from: "/l", to: "/l/-"), count: copies)),
      on: try JSON(parsing: text))
  }

  @Test(arguments: lists)
  func `white space within what is edited and copied does not count either`(text: String) throws {
    let document = try JSON(parsing: text.replacing("0", with: #"[ 1,   {"a" :  [ ]} ]"#))
    let patch: JSONPatch = [.add("/l/0/1/b", []), .copy(from: "/l", to: "/m")]
    try expectEdge(#"[[1,{"a":[],"b":[]}]]"#.utf8.count + 16 * 8, at: 1, of: patch, on: document)
  }

  @Test(arguments: 0...3)
  func `every judge knows how deep a result is`(levels: Int) throws {
    let value = (0..<levels).reduce(1 as JSON) { value, _ in [value] }
    // Less deep than the document: a judge that reads the text of the patch has the same limit for that.
    let patch: JSONPatch = [.test("/b", 0), .add("/a/0/0/-", value)]
    let document: JSON = ["a": [[[]]], "b": 0]
    var limits = JSONPatch.Limits(depth: 4 + levels)
    #expect(PatchJudge.refusing(patch, on: document, limits: limits) == [])
    guard levels > 0 else { return }
    limits.depth -= 1
    #expect(
      PatchJudge.overlooking(limits.depth, at: 1, in: patch, on: document, limits: limits) == [])
  }

  @Test func `what was done to a document before does not count`() throws {
    let models = [#"{"l":[[0,{"a":"b"}],1]}"#, #"[[[0,"\u00e9"],{"a":[]}],2]"#]
    var generator = SeededGenerator(seed: 1)
    for text in models {
      let isObject = text.hasPrefix("{")
      let patch: JSONPatch =
        isObject
        ? [.copy(from: "/l", to: "/l/-"), .copy(from: "", to: "/m")]
        : [.copy(from: "/0", to: "/0/-"), .copy(from: "", to: "/-")]
      let objection = try DocumentOrigin.objection(
        on: try ModelJSON(parsing: text), using: &generator
      ) { document, _ in
        let second = try document.applying(JSONPatch(patch.prefix(1)))
        let from = isObject ? document["l"] : document[0]
        let copied = try #require(from).sizeOfCopy + second.sizeOfCopy
        var limits = JSONPatch.Limits(copiedBytes: copied)
        let refusing = PatchJudge.refusing(patch, on: document, limits: limits)
        limits.copiedBytes -= 1
        let overlooking = PatchJudge.overlooking(
          limits.copiedBytes, at: 1, in: patch, on: document, limits: limits)
        return refusing.isEmpty && overlooking.isEmpty ? nil : "\(refusing) \(overlooking)"
      }
      #expect(objection == nil)
    }
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

extension JSON {
  /// What a copy of the value counts: its compact text, and 16 bytes for each value and name.
  fileprivate var sizeOfCopy: Int {
    get throws {
      let text = serialized(as: .compact)
      return try text.count + 16 * ModelJSON(parsing: text).nodeCount
    }
  }
}

extension ModelJSON {
  fileprivate var nodeCount: Int {
    let children = elements ?? members?.map(\.value) ?? []
    return children.reduce(1 + (members?.count ?? 0)) { $0 + $1.nodeCount }
  }
}
