import JSONTypes
import TestSupport
import Testing

/// Chains of subscripts, most of which lead nowhere now and then: nothing traps, and a place that is not there takes
/// nothing.
@Suite struct SubscriptChainTests {
  private let text = #"{"s": "x", "list": [1, [2]], "o": {"n": null}}"#

  @Test(arguments: [false, true])
  func `an assignment without a place changes nothing`(_ isShared: Bool) throws {
    var json = try JSON(parsing: text)
    let other: JSON? = isShared ? .some(json) : .none
    json["s"]?["x"] = 1
    json["s"]?[0] = 1
    json["list"]?["x"] = 1
    json["list"]?["0"] = 1
    json["list"]?[3] = 1
    json["list"]?[-1] = 1
    json["list"]?[.max] = 1
    json["list"]?[1]?[2] = 1
    json["o"]?[0] = 1
    json["o"]?["n"]?["x"]?["y"] = 1
    json["o"]?["n"]?["x"] = [:]
    json[0] = 1
    json["/absent/x" as JSONPointer] = 1
    json["/list/5" as JSONPointer] = 1
    json["/list/01" as JSONPointer] = 1
    json["/s/0" as JSONPointer] = 1
    json["/list/-" as JSONPointer] = nil
    json[JSONPointer.root] = nil
    json["/list/9" as JSONPointer]?["x"] = 1
    #expect(TextBytes(json.serialized()) == TextBytes(text))
    #expect(json["s"]?["x"] == nil)
    #expect(json["list"]?[3] == nil)
    #expect(json["/absent/x" as JSONPointer] == nil)
    if let other { #expect(TextBytes(other.serialized()) == TextBytes(text)) }
  }

  @Test func `a place that is not there may be borrowed, and takes nothing`() throws {
    func exchange(_ part: inout JSON?, by value: JSON?) {
      #expect(part == nil)
      part = value
    }
    var json = try JSON(parsing: text)
    exchange(&json["s"]!["x"], by: 1)
    exchange(&json["/list/7" as JSONPointer], by: 1)
    exchange(&json[2], by: 1)
    #expect(TextBytes(json.serialized()) == TextBytes(text))
    exchange(&json["new"], by: 1)
    exchange(&json["/list/-" as JSONPointer], by: 3)
    #expect(json["new"] == 1)
    #expect(json["list"] == [1, [2], 3])
  }

  @Test func `a part that replaces itself stays replaced, however much garbage there is`() throws {
    func grow(_ part: inout JSON?) {
      for round in 0..<40 {
        part?[JSONPointer.root] = [
          "round": JSON(round), "text": JSON(String(repeating: "x", count: 50_000)),
        ]
      }
      part?[JSONPointer.root] = [1]
    }
    var json = try JSON(parsing: #"{"a": {}, "b": 0}"#)
    grow(&json["a"])
    #expect(json == ["a": [1], "b": 0])
    json["a"]?[JSONPointer.root] = 5
    #expect(json == ["a": 5, "b": 0])
  }

  @Test(arguments: [
    ("/absent/x", "path-not-found", ""), ("/list/5", "index-out-of-range", "/list"),
    ("/list/01", "index-syntax", "/list"), ("/s/0", "not-a-container", "/s"),
    ("/list/1/9", "index-out-of-range", "/list/1"),
  ])
  func `the throwing form says why there is no place`(
    _ pointer: JSONPointer, _ code: String, _ resolved: JSONPointer
  ) throws {
    var json = try JSON(parsing: text)
    let error = #expect(throws: JSONPointer.ResolutionError.self) {
      try json.setValue(1, at: pointer)
    }
    #expect(error?.code.rawValue == code)
    #expect(error?.resolvedPrefix == resolved)
    #expect(error?.pointer == pointer)
    let removal = #expect(throws: JSONPointer.ResolutionError.self) {
      try json.removeValue(at: pointer)
    }
    #expect(removal?.code == error?.code)
    #expect(TextBytes(json.serialized()) == TextBytes(text))
  }

  @Test func `the throwing form sets, adds, appends and removes`() throws {
    var json = try JSON(parsing: text)
    try json.setValue(2, at: "/s")
    try json.setValue(true, at: "/new")
    try json.setValue(3, at: "/list/-")
    try json.setValue(0, at: "/list/0")
    try json.removeValue(at: "/list/1")
    #expect(json == ["s": 2, "list": [0, 3], "o": ["n": nil], "new": true])
    #expect(throws: JSONPointer.ResolutionError.self) { try json.removeValue(at: "/list/-") }
    let error = #expect(throws: JSONPointer.ResolutionError.self) {
      try json.removeValue(at: .root)
    }
    #expect(error?.code == .rootRemoved)
    try json.setValue([1], at: .root)
    #expect(json == [1])
  }

  @Test func `random chains follow the model, shared or not`() {
    let counterexample = Property.counterexample(trials: 1_500) { generator in
      let shape = ModelJSON.Shape(allowsDuplicates: generator.oneIn(5))
      var model = ModelJSON.random(shape: shape, using: &generator)
      var json = try JSON(parsing: model.noisyText(using: &generator))
      var held: [(JSON, ModelJSON)] = []
      for _ in 0..<10 {
        let chain = SubscriptChain(in: model, using: &generator)
        let value = generator.oneIn(4) ? nil : ModelJSON.random(using: &generator)
        if generator.oneIn(3) { held.append((json, model)) }
        let before = model
        chain.assign(value, in: &model)
        if generator.oneIn(2) {
          chain.assign(value.flatMap { JSON($0) }, in: &json)
        } else {
          var kept: JSON?
          chain.exchange(value.flatMap { JSON($0) }, in: &json, keeping: &kept)
          if let kept, let old = chain.value(in: before) { held.append((kept, old)) }
        }
        let found = chain.value(in: json).map { ModelJSON($0).withoutDuplicates.compactText }
        guard
          ModelJSON(json).withoutDuplicates.compactText == model.withoutDuplicates.compactText,
          found == chain.value(in: model)?.withoutDuplicates.compactText
        else { return "\(before)\n\(chain) = \(value.map { "\($0)" } ?? "nil")\ngives \(json)" }
      }
      for (json, model) in held
      where ModelJSON(json).withoutDuplicates.compactText != model.withoutDuplicates.compactText {
        return "a copy became \(json) and was \(model)"
      }
      return nil
    }
    #expect(counterexample == nil)
  }
}
