import JSONPatching
import TestSupport
import Testing

/// What the options of a difference say, and where they reach.
@Suite struct DifferenceOptionsTests {
  typealias Options = JSONPatch.DifferenceOptions

  @Test func `options are the same if they say the same`() {
    let options = [
      Options(), Options(moves: true), Options(arrayIdentity: [.init(member: "\u{E9}")]),
      Options(arrayIdentity: [.init(member: "e\u{301}")]),
      Options(arrayIdentity: [.init(member: "\u{E9}", in: "/a")]), Options(ignoring: ["/a"]),
      Options(ignoring: ["/*"]),
    ]
    #expect(Set(options + options).count == options.count)
    for (index, option) in options.enumerated() {
      #expect(options.firstIndex(of: option) == index)
    }
  }

  /// So many objects that arrays of them are not compared by weighing all pairs.
  private static func records(_ count: Int, score: (Int) -> Int) -> JSON {
    JSON(
      (0..<count).map {
        ["id": JSON("record \($0)"), "score": JSON(score($0)), "tags": ["a", "b"]]
      })
  }

  @Test func `elements of a long array are edited where their identity says so`() throws {
    let old = Self.records(600) { $0 }
    var elements = Array(try #require(Self.records(600) { $0 % 3 == 0 ? -$0 : $0 }.array))
    elements.remove(at: 100)
    elements.insert(["id": "new", "score": 0, "tags": []], at: 400)
    let new = JSON(elements)
    let patch = new.difference(from: old, options: .init(arrayIdentity: [.init(member: "id")]))
    #expect(try old.applying(patch) == new)
    // Each third record has another score, but for the first, which is zero; 100 is not one of them.
    #expect(patch.count == 199 + 2)
    #expect(patch.count { $0.kind == .replace && $0.path.lastToken == "score" } == 199)
  }

  @Test func `elements of a long array that are only written otherwise are the same`() throws {
    let old = Self.records(600) { $0 }
    var elements = Array(try #require(old.array))
    elements.remove(at: 100)
    elements.insert(["id": "new", "score": 0, "tags": []], at: 400)
    let new = try JSON(parsing: JSON(elements).serialized(as: .pretty()))
    let patch = new.difference(from: old)
    #expect(patch.map(\.kind) == [.remove, .add])
    #expect(try old.applying(patch) == new)
  }

  @Test func `identities reach the arrays that they are meant for`() throws {
    func document(_ score: Int) -> JSON {
      let records: JSON = [["id": 1, "score": JSON(score)], ["id": 2, "score": JSON(score)]]
      return [["list": records], ["list": records]]
    }
    let (old, new) = (document(1), document(2))
    for place in ["/0/list", "/*/list", "/1/list", "/0/other", "/0"] {
      let identity = Options.ArrayIdentity(member: "id", in: .init(try JSONPointer(place)))
      let patch = new.difference(from: old, options: .init(arrayIdentity: [identity]))
      #expect(try old.applying(patch) == new)
    }
  }

  @Test func `several members are ignored at once`() throws {
    let old: JSON = ["a": 1, "b": ["c": 1, "d": 1], "e": 1]
    let new: JSON = ["a": 2, "b": ["c": 2, "d": 2], "e": 2]
    let patch = new.difference(from: old, options: .init(ignoring: ["/b/c", "/a", "/b/none"]))
    #expect(try old.applying(patch) == ["a": 1, "b": ["c": 1, "d": 2], "e": 2])
  }

  @Test func `a patch is compacted to the fewest operations`() throws {
    let document: JSON = ["a": [1, 2, 3], "b": 1]
    let patch: JSONPatch = [.replace("/b", 2), .replace("/b", 3), .remove("/a/0"), .add("/a/0", 1)]
    let compacted = try patch.compacted(on: document, options: .init(minimize: .operations))
    #expect(compacted == [.replace("/b", 3)])
  }
}
