import JSONPatching
import TestSupport
import Testing

/// One document, read and patched by many tasks at a time: whatever is built lazily must be safe
/// under concurrent readers, and no task may see the edits of another one.
@Suite struct ConcurrencyTests {
  private static func document() throws -> JSON {
    let members = (0..<2_000).map { "\"n\($0)\": {\"list\": [\($0), 1, 2], \"on\": true}" }
    return try JSON(parsing: "{\n  \(members.joined(separator: ",\n  "))\n}\n")
  }

  @Test func `many tasks read one document`() async throws {
    let document = try Self.document()
    let text = document.serialized()
    let sums = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          var sum = 0
          for step in 0..<2_000 {
            let index = (step * 7 + task * 251) % 2_000
            sum += document["n\(index)"]?["list"]?[0]?.int ?? -1_000_000
            sum += document[JSONPointer(tokens: ["n\(index)", "list", "2"])]?.int ?? -1_000_000
          }
          return document.serialized() == text && document.hashValue != 0 ? sum : -1
        }
      }
      return await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(sums == Array(repeating: 1_999 * 1_000 + 4_000, count: 8))
  }

  @Test func `many tasks patch copies of one document`() async throws {
    let document = try Self.document()
    let text = document.serialized()
    let shared: JSON = ["shared": [1, 2, 3]]
    let results = try await withThrowingTaskGroup(of: (Int, JSON).self) { group in
      for task in 0..<8 {
        group.addTask {
          var mine = document
          for step in 0..<200 {
            let path = JSONPointer(tokens: ["n\(step)", "list", "-"])
            try mine.apply([
              .add(path, JSON(task)), .remove(JSONPointer(tokens: ["n\(step)", "on"])),
            ])
          }
          try mine.apply([.add("/v", shared), .add("/v/shared/-", JSON(task))])
          return (task, mine)
        }
      }
      return try await group.reduce(into: [(Int, JSON)]()) { $0.append($1) }
    }
    #expect(document.serialized() == text)
    #expect(shared == ["shared": [1, 2, 3]])
    for (task, result) in results {
      #expect(result["v"] == ["shared": [1, 2, 3, JSON(task)]])
      for step in 0..<200 {
        #expect(result["n\(step)"] == ["list": [JSON(step), 1, 2, JSON(task)]])
      }
      #expect(result["n200"] == document["n200"])
    }
  }

  @Test func `many tasks apply one patch`() async throws {
    let document = try Self.document()
    let patch = try JSONPatch(
      parsing:
        #"[{"op":"copy","from":"/n1","path":"/x"},{"op":"add","path":"/x/list/0","value":{}}]"#)
    let expected = try document.applying(patch).serialized()
    let results = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask { try document.applying(patch).serialized() }
      }
      return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0 == expected })
  }
}
