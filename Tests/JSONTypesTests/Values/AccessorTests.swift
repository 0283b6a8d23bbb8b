import JSONTypes
import TestSupport
import Testing

/// Reading a value: its kind, its content, its children.
@Suite struct AccessorTests {
  let document: JSON

  init() throws {
    document = try JSON(
      parsing: """
        {"n": null, "t": true, "f": false, "i": 42, "d": 1.50, "s": "a\\u00e9\\n",
         "a": [1, [2], {"x": 3}], "o": {"b": 1, "a": {"c": 2}}, "": 0}
        """)
  }

  @Test func `every value has one kind`() {
    let kinds = document.object?.map(\.value.kind)
    #expect(
      kinds == [.null, .bool, .bool, .number, .number, .string, .array, .object, .number])
    #expect(document.kind == .object)
    #expect(
      JSON.Kind.allCases.map(\.rawValue) == ["null", "bool", "number", "string", "array", "object"])
  }

  @Test func `an accessor of another kind gives nil`() {
    for member in Array(document.object.map { Array($0) } ?? []) {
      let value = member.value
      #expect((value.bool != nil) == (value.kind == .bool))
      #expect((value.number != nil) == (value.kind == .number))
      #expect((value.double != nil) == (value.kind == .number))
      #expect((value.string != nil) == (value.kind == .string))
      #expect((value.array != nil) == (value.kind == .array))
      #expect((value.object != nil) == (value.kind == .object))
      #expect(value.isNull == (value.kind == .null))
    }
  }

  @Test func `scalars have their values`() {
    #expect(document["t"]?.bool == true)
    #expect(document["f"]?.bool == false)
    #expect(document["i"]?.int == 42)
    #expect(document["d"]?.double == 1.5)
    #expect(document["d"]?.int == nil)
    #expect(document["d"]?.number?.text == "1.50")
    #expect(document["s"].flatMap(\.string).map { TextBytes($0) } == "a\u{E9}\n")
    #expect(document["n"]?.isNull == true)
    #expect(document[""]?.int == 0)
  }

  @Test func `int is exact: 1.0 and 1e2 are integers, 1.5 and 1e30 are not`() throws {
    let numbers = try JSON(parsing: "[1.0, 1e2, 1.5, 1e30, -0, 9223372036854775808]")
    #expect(numbers.array?.map(\.int) == [1, 100, nil, nil, 0, nil])
  }

  @Test func `an absent child is nil, whatever the kind`() {
    #expect(document["missing"] == nil)
    #expect(document["i"]?["x"] == nil)
    #expect(document["a"]?["0"] == nil || document["a"]?["0"] == 1)
    #expect(document["a"]?[3] == nil)
    #expect(document["a"]?[-1] == nil)
    #expect(document["a"]?[Int.max] == nil)
    #expect(document["a"]?[Int.min] == nil)
    #expect(document["o"]?[0] == nil)
    #expect(document["s"]?[0] == nil)
    #expect(document["e\u{301}"] == nil)
  }

  @Test func `elements are a random access collection`() throws {
    let elements = try #require(document["a"]?.array)
    #expect(elements.count == 3)
    #expect(elements.startIndex == 0)
    #expect(elements.endIndex == 3)
    #expect(Array(elements) == [1, [2], ["x": 3]])
    #expect(Array(elements.reversed()) == [["x": 3], [2], 1])
    #expect(elements[1][0] == 2)
    #expect(elements.last?["x"] == 3)
    #expect(Array(elements.dropFirst()) == [[2], ["x": 3]])
    #expect((try JSON(parsing: "[]")).array?.isEmpty == true)
  }

  @Test func `members keep the order of the text`() throws {
    let members = try #require(document.object)
    #expect(members.names == ["n", "t", "f", "i", "d", "s", "a", "o", ""])
    #expect(members.count == 9)
    #expect(document["o"]?.object?.map(\.name) == ["b", "a"])
    #expect(members["i"] == 42)
    #expect(members["missing"] == nil)
    #expect(Array(members.indices).count == 9)
    #expect(members.first?.name == "n")
  }

  @Test func `a repeated name comes once per occurrence, and looks up the last`() throws {
    let json = try JSON(parsing: #"{"a": 1, "b": 2, "\u0061": 3}"#)
    #expect(json.object?.names == ["a", "b", "a"])
    #expect(json.object?.map(\.value) == [1, 2, 3])
    #expect(json["a"] == 3)
    #expect(json.object?["a"] == 3)
    #expect(json.count == 3)
  }

  @Test func `members are a collection after every edit`() throws {
    let counterexample = Property.counterexample(trials: 300) { generator in
      let shape = ModelJSON.Shape(depth: 2, width: 30, allowsDuplicates: generator.oneIn(3))
      var json = try JSON(
        parsing: ModelJSON.randomContainer(shape: shape, using: &generator).compactText)
      guard json.kind == .object else { return nil }
      for _ in 0..<generator.below(8) {
        let name = String(decoding: ModelJSON.randomName(using: &generator), as: UTF8.self)
        json[name] = generator.oneIn(2) ? .some(1) : .none
      }
      guard let members = json.object else { return "no object" }
      let listed = members.indices.map { members[$0] }
      let isSame =
        listed == Array(members) && listed.count == members.count
        && members.names.map { Array($0.utf8) } == listed.map { Array($0.name.utf8) }
        && members.distance(from: members.startIndex, to: members.endIndex) == members.count
        && members.index(members.startIndex, offsetBy: members.count) == members.endIndex
        && (members.isEmpty ? members.first == nil : members.first == listed.first)
        && listed.allSatisfy { member in
          members[member.name]
            == listed.last { $0.name.utf8.elementsEqual(member.name.utf8) }?.value
        }
      return isSame ? nil : "\(json)"
    }
    #expect(counterexample == nil)
  }

  @Test(.timeLimit(.minutes(1)))
  func `obtaining the members of a wide object and looking one up lists none`() throws {
    let width = 50_000
    let json = JSON(members: (0..<width).map { ("n\($0)", JSON($0)) })
    var sum = 0
    for index in 0..<width { sum += json.object?["n\(index)"]?.int ?? 0 }
    #expect(sum == width * (width - 1) / 2)
  }

  @Test func `names are compared by code points`() throws {
    let json = try JSON(parsing: "{\"\u{E9}\": 1, \"e\u{301}\": 2}")
    #expect(json["\u{E9}"] == 1)
    #expect(json["e\u{301}"] == 2)
    #expect(json.object?["\u{E9}"] == 1)
    #expect(JSON.Member(name: "\u{E9}", value: 1) != JSON.Member(name: "e\u{301}", value: 1))
  }

  @Test func `count is the number of children`() {
    #expect(document.count == 9)
    #expect(document["a"]?.count == 3)
    #expect(document["o"]?.count == 2)
    #expect(document["s"]?.count == 0)
    #expect(JSON.null.count == 0)
    #expect(([] as JSON).count == 0)
  }

  @Test func `a lookup works at every width`() {
    for width in [1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100, 1_000] {
      let json = JSON(members: (0..<width).map { ("n\($0)", JSON($0)) })
      for index in 0..<width { #expect(json["n\(index)"]?.int == index) }
      #expect(json["n\(width)"] == nil)
      let list = JSON((0..<width).map { ["i": JSON($0)] as JSON })
      for index in 0..<width { #expect(list[index]?["i"]?.int == index) }
      #expect(list[width] == nil)
    }
  }
}
