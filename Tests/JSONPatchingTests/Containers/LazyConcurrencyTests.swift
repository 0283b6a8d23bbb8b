import JSONPatching
import TestSupport
import Testing

/// What a document works out when it is first asked for, asked for by many tasks at once; and readers beside writers.
@Suite struct LazyConcurrencyTests {
  /// A question whose answer is kept for the next one.
  struct Question: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The text of the document.
    let text: String
    let answer: @Sendable (JSON) -> String
  }

  /// More children than are looked through one by one.
  private static let count = Effort.isFull ? 2_000 : 200
  private static let wide =
    "{\((0..<count).map { "\"n\($0)\":{\"list\":[\($0),1,2]}" }.joined(separator: ","))}"
  private static let rows = "[\((0..<count).map { "{\"n\":\($0)}" }.joined(separator: ","))]"
  /// More elements than a node has room to count.
  private static let long = "[\((0..<70_000).map { "\($0 % 10)" }.joined(separator: ","))]"
  private static let repeating =
    "[\((0..<50).map { "{\"a\":\($0),\"b\":1,\"a\":2}" }.joined(separator: ",\n"))]"

  static let questions = [
    Question(testDescription: "members by name", text: wide) { json in
      (0..<count).map { "\(json["n\($0)"]?["list"]?[0]?.int ?? -1)" }.joined()
    },
    Question(testDescription: "elements by index", text: rows) { json in
      (0..<count).map { "\(json[$0]?["n"]?.int ?? -1)" }.joined()
    },
    Question(testDescription: "count", text: long) { "\($0.count)" },
    Question(testDescription: "hash", text: wide) { "\($0.hashValue)" },
    Question(testDescription: "equality in another order", text: wide) { json in
      let members = json.object.map { $0.reversed() } ?? []
      return "\(json == JSON(members: members.map { ($0.name, $0.value) }))"
    },
    Question(testDescription: "repeated names", text: repeating) { json in
      "\(JSONPatch.validate(Array("[]".utf8), on: json).map(\.message))"
    },
    Question(testDescription: "places", text: repeating) { json in
      "\(json.array?.map { $0.sourceRange?.start.line ?? 0 } ?? [])"
    },
    Question(testDescription: "sorted text", text: repeating) { json in
      String(decoding: json.serialized(as: .pretty().sortingMembers), as: UTF8.self)
    },
    Question(testDescription: "a difference", text: wide) { json in
      var other = json
      other["n7"]?["list"] = [1]
      return "\(json.difference(from: other, options: .init(moves: true)))"
    },
    Question(testDescription: "a patch near the limit on results", text: long) { json in
      let limits = JSONPatch.Limits(resultBytes: 140_003)
      return
        "\(JSONPatch.validate(Array(#"[{"op":"add","path":"/-","value":1}]"#.utf8), on: json, limits: limits).map(\.code)))"
    },
  ]

  @Test(arguments: questions)
  func `many tasks ask for the first time at once`(_ question: Question) async throws {
    let expected = question.answer(try JSON(parsing: question.text))
    for _ in 0..<(Effort.isFull ? 5 : 1) {
      let document = try JSON(parsing: question.text)
      let answers = await withTaskGroup(of: String.self) { group in
        for _ in 0..<8 { group.addTask { question.answer(document) } }
        return await group.reduce(into: [String]()) { $0.append($1) }
      }
      #expect(answers.allSatisfy { $0.utf8.elementsEqual(expected.utf8) })
    }
  }

  @Test func `readers see what they hold while others edit copies of it`() async throws {
    var document = try JSON(parsing: Self.wide)
    try document.apply([.add("/new", ["x": [1, 2, 3]]), .remove("/n1"), .add("/n2/list/0", 5)])
    let shared = document
    let part = try #require(shared["new"])
    let text = shared.serialized()
    let results = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<4 {
        group.addTask {
          (0..<20).allSatisfy { _ in
            shared.serialized() == text && part == ["x": [1, 2, 3]]
              && shared["n2"]?["list"]?[0]?.int == 5 && shared["n1"] == nil
          }
        }
        group.addTask {
          var (mine, own) = (shared, part)
          for step in 0..<20 {
            mine["new"]?["x"]?[0] = JSON(task)
            mine["n\(3 + step)"]?["list"] = .none
            own["x"]?[2] = JSON(step)
            let failing: JSONPatch = [.replace("/new/x/1", JSON(step)), .remove("/nowhere")]
            if (try? mine.apply(failing)) != nil { return false }
          }
          return mine["new"] == ["x": [JSON(task), 2, 3]] && own == ["x": [1, 2, 19]]
            && mine["n22"] == [:] && mine.count == shared.count
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(results.count == 8)
    #expect(!results.contains(false))
    #expect(shared.serialized() == text)
  }

  @Test func `sessions of many tasks share nothing`() async throws {
    let patch: JSONPatch = [.add("/n0/list/-", "x"), .remove("/n1")]
    let text = Array(Self.wide.utf8)
    let expected = try patch.apply(toJSON: text)
    let results = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var mine = PatchSession()
          return try (0..<5).allSatisfy { _ in try mine.apply(patch, toJSON: text) == expected }
        }
      }
      return try await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(results == Array(repeating: true, count: 8))
  }
}
