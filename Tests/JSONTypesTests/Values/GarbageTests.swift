import Testing

@testable import JSONTypes

/// What edits bring in and later ones take away again does not stay for ever.
struct GarbageTests {
  private static let long = String(repeating: "x", count: 10_000)

  @Test func `a value that is exchanged again and again`() {
    var json: JSON = ["a": 0]
    for _ in 0..<1000 { json["a"] = JSON(Self.long) }
    // 10 MB came in; what is left behind is allowed to be one more than what the document has.
    #expect(json.storage.additions?.textCount ?? 0 < 1_200_000)
    #expect(json == ["a": JSON(Self.long)])
  }

  @Test func `elements that come and go`() {
    var json: JSON = [[]]
    for index in 0..<200_000 {
      json[0]?[0] = index.isMultiple(of: 2) ? 1 : .none
      if index.isMultiple(of: 2), json[0]?.count == 0 { json[0] = [1] }
    }
    #expect(json.storage.additions?.nodeCount ?? 0 < 1 << 17)
  }
}
