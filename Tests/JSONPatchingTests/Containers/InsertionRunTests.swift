import JSONPatching
import TestSupport
import Testing

/// Insertions next to each other, which take a shorter way than others, are right whatever comes between them.
struct InsertionRunTests {
  /// A document with two arrays, and what it must be.
  private struct Trial {
    var model: [[Int]]
    var operations: [JSONPatch.Operation] = []
    private var next = 1000

    init(_ model: [[Int]]) { self.model = model }

    static let names = ["a", "b"]

    /// Adds elements at the same index, at ascending ones, or at the end.
    mutating func addRun(_ generator: inout SeededGenerator) {
      let array = generator.below(2)
      var index = generator.below(model[array].count + 1)
      let step = generator.below(3)
      for _ in 0..<generator.below(80) {
        index = step == 2 ? model[array].count : min(index, model[array].count)
        let isDash = index == model[array].count && generator.oneIn(2)
        operations.append(
          .add(JSONPointer(tokens: [Self.names[array], isDash ? "-" : "\(index)"]), JSON(next)))
        model[array].insert(next, at: index)
        next += 1
        if step == 1 { index += 1 }
        if generator.oneIn(20) { disturb(&generator) }
      }
    }

    /// Does something else in between.
    private mutating func disturb(_ generator: inout SeededGenerator) {
      let array = generator.below(2)
      guard !model[array].isEmpty else { return }
      let index = generator.below(model[array].count)
      let pointer = JSONPointer(tokens: [Self.names[array], "\(index)"])
      switch generator.below(5) {
      case 0:
        operations.append(.remove(pointer))
        model[array].remove(at: index)
      case 1:
        operations.append(.replace(pointer, JSON(next)))
        model[array][index] = next
        next += 1
      case 2:
        operations.append(.test(pointer, JSON(model[array][index])))
      case 3:
        operations.append(.copy(from: pointer, to: JSONPointer(tokens: ["a", "0"])))
        model[0].insert(model[array][index], at: 0)
      default:
        operations.append(.move(from: pointer, to: JSONPointer(tokens: ["b", "-"])))
        let value = model[array].remove(at: index)
        model[1].append(value)
      }
    }

    var json: JSON {
      JSON(members: zip(Self.names, model).map { ($0, JSON($1.map { JSON($0) })) })
    }
  }

  @Test func `runs of insertions give what a plain array gives`() {
    let counterexample = Property.counterexample { generator in
      let counts = [generator.below(100), generator.below(5)]
      var trial = Trial(counts.map { Array(0..<$0) })
      var document = try JSON(parsing: trial.json.serialized())
      for _ in 0..<3 {
        let before = (document, document.serialized(), trial)
        trial.operations = []
        for _ in 0..<4 { trial.addRun(&generator) }
        let patch = JSONPatch(trial.operations)
        if generator.oneIn(3) {
          // Taken back, with the edits of earlier patches left as they were.
          let failing = JSONPatch(trial.operations + [.test("/a", "no")])
          guard throwsError({ try document.apply(failing) }) else { return "no error" }
          guard document.serialized() == before.1 else { return "not taken back: \(patch)" }
        }
        try document.apply(patch)
        guard document == trial.json else { return "\(before.0)\n\(patch)\n\(document)" }
        let written = try JSON(parsing: document.serialized())
        guard written == trial.json else { return "\(patch)\nwritten: \(written)" }
        guard before.0 == before.2.json else { return "the copy changed: \(patch)" }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  private func throwsError(_ body: () throws -> Void) -> Bool {
    do { try body() } catch { return true }
    return false
  }
}
