import JSONTypes
import TestSupport
import Testing

/// Building values in code: initializers and literals.
@Suite struct BuildingTests {
  @Test func `literals make the values that they look like`() {
    let json: JSON = [
      "null": nil, "yes": true, "no": false, "int": 42, "negative": -1, "double": 1.5,
      "string": "a\"b", "list": [1, "x", nil, [], [:]], "nested": ["a": ["b": [true]]],
    ]
    #expect(
      TextBytes(json.description) == """
        {"null":null,"yes":true,"no":false,"int":42,"negative":-1,"double":1.5,"string":"a\\"b",\
        "list":[1,"x",null,[],{}],"nested":{"a":{"b":[true]}}}
        """)
  }

  @Test func `literals keep the order of their members`() {
    let json: JSON = ["z": 1, "a": 2, "m": 3]
    #expect(json.object?.names == ["z", "a", "m"])
  }

  @Test func `a repeated name replaces the value`() {
    let json: JSON = ["a": 1, "b": 2, "a": 3]
    #expect(json == ["a": 3, "b": 2])
    #expect(json.count == 2)
    let built = JSON(members: [("x", 1), ("y", 2), ("x", nil)])
    #expect(built == ["x": nil, "y": 2])
  }

  @Test func `names that are equal only by canonical equivalence are two`() {
    let json = JSON(members: [("\u{E9}", 1), ("e\u{301}", 2)])
    #expect(json.count == 2)
    #expect(json["\u{E9}"] == 1)
    #expect(json["e\u{301}"] == 2)
  }

  @Test func `integers of every type`() {
    #expect(TextBytes(JSON(Int.min).description) == "-9223372036854775808")
    #expect(TextBytes(JSON(UInt64.max).description) == "18446744073709551615")
    #expect(TextBytes(JSON(UInt8(7)).description) == "7")
    #expect(
      TextBytes(JSON(Int128.max).description) == "170141183460469231731687303715884105727")
  }

  @Test func `floating-point numbers read back as they were`() throws {
    var generator = SeededGenerator(seed: 11)
    let special: [Double] = [
      0, -0.0, 1, -1, 0.1, 1 / 3, .pi, 1e21, 1e-7, .leastNonzeroMagnitude, .leastNormalMagnitude,
      .greatestFiniteMagnitude, 9_007_199_254_740_992, 123456789.125,
    ]
    let random = (0..<2_000).map { _ in Double(bitPattern: generator.next()) }
    for value in special + random where value.isFinite {
      let json = try #require(JSON(value))
      #expect(json.double?.bitPattern == value.bitPattern)
      #expect(try ModelJSON(parsing: json.serialized()).compactText == json.serialized())
    }
  }

  @Test func `what is no number cannot be built`() {
    #expect(JSON(Double.nan) == nil)
    #expect(JSON(Double.infinity) == nil)
    #expect(JSON(-Double.infinity) == nil)
  }

  @Test func `a number keeps its text`() throws {
    for text in ["1.50", "1e400", "-0", "1E5", "123456789012345678901234567890"] {
      let number = try #require(JSON.Number(text))
      #expect(JSON(number).number?.text == text)
      #expect(TextBytes(JSON(number).serialized()) == TextBytes(text))
    }
  }

  @Test func `sequences of any kind make arrays and objects`() {
    #expect(JSON((1...3).lazy.map { JSON($0) }) == [1, 2, 3])
    #expect(JSON(EmptyCollection<JSON>()) == [])
    #expect(JSON(members: zip(["a", "b"], [1, 2] as [JSON])) == ["a": 1, "b": 2])
    #expect(JSON(members: EmptyCollection<(String, JSON)>()) == [:])
    let array: JSON = [1, [2]]
    #expect(JSON(array.array?.reversed() ?? []) == [[2], 1])
  }

  @Test func `parts of parsed documents become parts of what is built`() throws {
    let document = try JSON(parsing: #"{"a" : [ 1.0 , {"b":"\u00e9"} ]}"#)
    let part = try #require(document["a"])
    let json: JSON = ["x": part, "y": [part, part]]
    #expect(
      TextBytes(json.serialized(as: .compact))
        == #"{"x":[1.0,{"b":"\u00e9"}],"y":[[1.0,{"b":"\u00e9"}],[1.0,{"b":"\u00e9"}]]}"#)
    #expect(document == ["a": [1, ["b": "\u{E9}"]]])
  }

  @Test func `a built value equals the parsed one, and is read alike`() {
    let counterexample = Property.counterexample(trials: 300) { generator in
      let model = ModelJSON.random(using: &generator)
      let parsed = try JSON(parsing: model.noisyText(using: &generator))
      guard let built = JSON(model) else { return "cannot be built: \(model)" }
      let isSame =
        built == parsed && parsed == built && built.hashValue == parsed.hashValue
        && ModelJSON(built).compactText == model.compactText
      return isSame ? nil : "\(model)\nis built as \(built)"
    }
    #expect(counterexample == nil)
  }
}
