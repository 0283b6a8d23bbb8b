import JSONPatching
import TestSupport
import Testing

/// Arrays about as long as those that are taken apart when they are edited are read, written and taken back like others.
struct ShortArrayTests {
  /// An array with an element on each line, as the writer of preserved text must leave it.
  private static func text(_ elements: [Int]) -> [UInt8] {
    let lines = elements.map { "  \($0)" }.joined(separator: ",\n")
    return Array((elements.isEmpty ? "[]" : "[\n\(lines)\n]").utf8)
  }

  /// A random operation, done to the model as well.
  private static func operation(
    on model: inout [Int], value: Int, _ generator: inout SeededGenerator
  ) -> JSONPatch.Operation {
    let index = generator.below(model.count)
    let pointer = JSONPointer(tokens: ["\(index)"])
    switch generator.below(6) {
    case 0, 1, 2:
      model.insert(value, at: index)
      return .add(pointer, JSON(value))
    case 3:
      model.append(value)
      return .add("/-", JSON(value))
    case 4 where model.count > 2:
      model.remove(at: index)
      return .remove(pointer)
    default:
      model[index] = value
      return .replace(pointer, JSON(value))
    }
  }

  @Test(arguments: 14...18)
  func `edits of a short array are those of a plain one`(count: Int) {
    let counterexample = Property.counterexample { generator in
      var model = Array(0..<count)
      var document = try JSON(parsing: Self.text(model))
      for round in 0..<4 {
        let before = document.serialized()
        var operations: [JSONPatch.Operation] = []
        for step in 0..<generator.below(24) {
          operations.append(
            Self.operation(on: &model, value: 100 * (round + 1) + step, &generator))
        }
        do {
          try document.apply(JSONPatch(operations + [.test("/0", "no")]))
          return "no error"
        } catch {
          guard document.serialized() == before else { return "not taken back: \(operations)" }
        }
        try document.apply(JSONPatch(operations))
        let written = document.serialized()
        guard written == Self.text(model) else {
          return "\(operations)\n\(String(decoding: written, as: UTF8.self))"
        }
        guard document.array.map(Array.init) == model.map({ JSON($0) }) else {
          return "other elements: \(operations)"
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }
}
