import JSONPatching
import TestSupport
import Testing

/// Containers that are too wide to be searched or shifted for every operation stay right, compared
/// with the plainest thing that does the same.
@Suite struct WideContainerTests {
  @Test func `an array of 100,000 elements follows a plain array through 30,000 edits`() throws {
    var generator = SeededGenerator(seed: 1)
    var model = Array(0..<100_000)
    var document = JSON(model.map { JSON($0) })
    for round in 0..<30 {
      let patch = randomEdits(
        of: &model, count: 1000, firstValue: (round + 1) * 1_000_000, &generator)
      try document.apply(patch)
    }
    #expect(document.count == model.count)
    #expect(document.array?.map { $0.int ?? -1 } == model)
    #expect(written(document) == model)
  }

  @Test func `a parsed array of 100,000 elements follows a plain array`() throws {
    var generator = SeededGenerator(seed: 2)
    var model = Array(0..<100_000)
    var document = try JSON(parsing: "[" + model.map(String.init).joined(separator: ", ") + "]")
    let patch = randomEdits(of: &model, count: 20_000, firstValue: 1_000_000, &generator)
    try document.apply(patch)
    #expect(document.array?.map { $0.int ?? -1 } == model)
    #expect(written(document) == model)
    for index in [0, 1, 999, model.count / 2, model.count - 1] {
      #expect(document[index]?.int == model[index])
      #expect(document[JSONPointer(tokens: ["\(index)"])]?.int == model[index])
    }
  }

  @Test func `a wide value that a patch brings is edited like one of the document`() throws {
    let members = (0..<200).map { ("m\($0)", JSON([JSON($0)])) }
    let document = try JSON(members: []).applying([
      .add("/o", JSON(members: members)), .add("/l", JSON(members.map(\.1))),
      .replace("/o/m150", "x"), .remove("/o/m20"), .test("/o/m199", [199]),
      .replace("/l/150/0", "x"), .remove("/l/20"), .test("/l/198", [199]),
    ])
    #expect(document["o"]?.count == 199 && document["l"]?.count == 199)
    #expect(document["o"]?["m150"] == "x" && document["l"]?[149] == ["x"])
    #expect(document["o"]?["m20"] == nil && document["l"]?[20] == [21])
  }

  @Test func `a failure after 10,000 edits of a wide array undoes them all`() throws {
    var generator = SeededGenerator(seed: 3)
    var model = Array(0..<100_000)
    let text = Array("[\(model.map(String.init).joined(separator: ",\n"))]".utf8)
    var document = try JSON(parsing: text)
    let edits = randomEdits(of: &model, count: 10_000, firstValue: 1_000_000, &generator)
    #expect(throws: JSONPatchError.self) {
      try document.apply(JSONPatch(Array(edits) + [.test("/0", "no")]))
    }
    #expect(document.serialized() == text)
  }

  @Test func `members are found after a failure that had added many more`() throws {
    func operations(
      _ numbers: Range<Int>, _ operation: (JSONPointer, JSON) -> JSONPatch.Operation
    ) -> [JSONPatch.Operation] {
      numbers.map { operation(JSONPointer(tokens: ["o", "m\($0)"]), JSON($0)) }
    }
    var document = try JSON(parsing: #"{"o": {}}"#)
    try document.apply(JSONPatch(operations(0..<40) { .add($0, $1) }))
    let additions = operations(40..<120) { .add($0, $1) }
    #expect(throws: JSONPatchError.self) {
      try document.apply(JSONPatch(additions + [.test("/o/m0", "no")]))
    }
    // What is removed must not hide what comes after it in the table.
    try document.apply(JSONPatch(operations(0..<30) { path, _ in .remove(path) }))
    try document.apply(JSONPatch(operations(30..<40) { .test($0, $1) } + additions.suffix(40)))
    #expect(document["o"]?.object?.names == (Array(30..<40) + Array(80..<120)).map { "m\($0)" })
    for number in 0..<120 {
      #expect((document["o"]?["m\(number)"] != nil) == (30..<40 ~= number || number >= 80))
    }
  }

  @Test func `a member that is added after a failed patch is found`() throws {
    func additions(_ numbers: Range<Int>) -> [JSONPatch.Operation] {
      numbers.map { .add(JSONPointer(tokens: ["o", "m\($0)"]), JSON($0)) }
    }
    var document = try JSON(parsing: #"{"o": {}}"#)
    try document.apply(JSONPatch(additions(0..<10)))
    // So many that they are looked up by their hashes, and then few again.
    #expect(throws: JSONPatchError.self) {
      try document.apply(JSONPatch(additions(10..<20) + [.test("/o/m0", "no")]))
    }
    try document.apply([.add("/o/x", 1)])
    #expect(document["o"]?["x"] == 1)
    try document.apply([.test("/o/x", 1), .replace("/o/x", 2)])
    #expect(document["o"]?.count == 11)
  }

  @Test func `a failure undoes its own edits of a wide array and none of the earlier ones`() throws
  {
    var generator = SeededGenerator(seed: 4)
    var model = Array(0..<10_000)
    var document = try JSON(parsing: "[\(model.map(String.init).joined(separator: ",\n"))]")
    try document.apply(randomEdits(of: &model, count: 3000, firstValue: 1_000_000, &generator))
    let (text, edited) = (document.serialized(), model)
    let edits = randomEdits(of: &model, count: 3000, firstValue: 2_000_000, &generator)
    #expect(throws: JSONPatchError.self) {
      try document.apply(JSONPatch(Array(edits) + [.test("/0", "no")]))
    }
    #expect(document.serialized() == text)
    #expect(document.array?.map { $0.int ?? -1 } == edited)
  }

  @Test func `edits of the same few places follow a plain array`() throws {
    for seed in 5..<25 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var model = Array(0..<generator.below(40) + 1)
      var document = try JSON(parsing: "[\(model.map(String.init).joined(separator: ","))]")
      for round in 0..<4 {
        let patch = randomEdits(
          of: &model, count: 100, firstValue: (round + 1) * 1000, near: generator.below(30),
          &generator)
        try document.apply(patch)
        #expect(document.array?.map { $0.int ?? -1 } == model, "seed \(seed)")
      }
    }
  }

  @Test func `10,000 inserts at the front and 10,000 at the end`() throws {
    let numbers = Array(0..<100_000)
    var document = JSON(numbers.map { JSON($0) })
    try document.apply(JSONPatch((0..<10_000).map { .add("/0", JSON($0)) }))
    try document.apply(JSONPatch((0..<10_000).map { .add("/-", JSON($0)) }))
    let expected = Array((0..<10_000).reversed()) + numbers + Array(0..<10_000)
    #expect(document.array?.map { $0.int ?? -1 } == expected)
  }

  @Test func `removing all elements from the front`() throws {
    var document = JSON((0..<20_000).map { JSON($0) })
    try document.apply(JSONPatch(repeatElement(.remove("/0"), count: 20_000)))
    #expect(document == [])
    #expect(document.serialized() == Array("[]".utf8))
  }

  @Test func `an object of 10,000 members follows a plain list through 10,000 edits`() throws {
    var generator = SeededGenerator(seed: 4)
    var model = (0..<10_000).map { (name: "name \($0)", value: $0) }
    var places = Dictionary(uniqueKeysWithValues: model.map { ($0.name, $0.value) })
    var document = JSON(members: model.map { ($0.name, JSON($0.value)) })
    var operations: [JSONPatch.Operation] = []
    for round in 0..<10_000 {
      let name = "name \(generator.below(12_000))"
      let pointer = JSONPointer(tokens: [name])
      if places[name] == nil {
        operations.append(.add(pointer, JSON(round)))
        model.append((name, round))
        places[name] = round
      } else if round % 4 == 0 {
        operations.append(.remove(pointer))
        model.removeAll { $0.name == name }
        places[name] = nil
      } else {
        operations.append(
          round % 2 == 0 ? .replace(pointer, JSON(round)) : .add(pointer, JSON(round)))
        places[name] = round
      }
    }
    try document.apply(JSONPatch(operations))
    let members = document.object.map { Array($0) } ?? []
    #expect(members.map(\.name) == model.map(\.name))
    #expect(members.map { $0.value.int } == model.map { places[$0.name] })
    for (name, _) in model { #expect(document[name]?.int == places[name]) }
    #expect(try JSON(parsing: document.serialized()) == document)
  }

  @Test func `1,000 adds to a parsed object of 10,000 members`() throws {
    let members = (0..<10_000).map { "\"n\($0)\": \($0)" }
    var document = try JSON(parsing: "{\(members.joined(separator: ", "))}")
    let other = document
    try document.apply(
      JSONPatch((9_500..<10_500).map { .add(JSONPointer(tokens: ["n\($0)"]), JSON(-$0)) }))
    #expect(document.count == 10_500)
    #expect(other.count == 10_000)
    for index in 0..<10_500 {
      #expect(document["n\(index)"]?.int == (index < 9_500 ? index : -index))
    }
  }

  @Test func `wide objects are equal in any order of their members`() throws {
    var generator = SeededGenerator(seed: 5)
    let members = (0..<10_000).map { ("n\($0)", JSON($0)) }
    let one = JSON(members: members)
    let other = JSON(members: members.shuffled(using: &generator))
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(throws: Never.self) { try one.applying([.test("", other)]) }
    #expect(try one.applying([.replace("/n77", nil)]) != other)
  }
}

extension WideContainerTests {
  /// Edits an array of numbers at random places and returns the patch that does the same.
  private func randomEdits(
    of model: inout [Int], count: Int, firstValue: Int, near place: Int? = nil,
    _ generator: inout SeededGenerator
  ) -> JSONPatch {
    var operations: [JSONPatch.Operation] = []
    func pointer(_ index: Int) -> JSONPointer { JSONPointer(tokens: ["\(index)"]) }
    for value in firstValue..<(firstValue + count) {
      guard !model.isEmpty else { break }
      let index =
        place.map { min($0 + generator.below(3), model.count - 1) }
        ?? generator.below(model.count)
      switch generator.below(10) {
      case 0..<4:
        operations.append(.add(pointer(index), JSON(value)))
        model.insert(value, at: index)
      case 4..<7:
        operations.append(.remove(pointer(index)))
        model.remove(at: index)
      case 7:
        operations.append(.replace(pointer(index), JSON(value)))
        model[index] = value
      case 8:
        operations.append(.test(pointer(index), JSON(model[index])))
      default:
        let target = generator.below(model.count)
        operations.append(.move(from: pointer(index), to: pointer(target)))
        model.insert(model.remove(at: index), at: target)
      }
    }
    return JSONPatch(operations)
  }

  /// The numbers of an array, read from its text without a parser.
  private func written(_ document: JSON) -> [Int] {
    String(decoding: document.serialized(), as: UTF8.self)
      .split { !($0.isNumber || $0 == "-") }.compactMap { Int($0) }
  }
}
