import JSONTypes
import TestSupport
import Testing

/// Writing in place through subscripts, with and without another holder of the same value.
@Suite struct SubscriptTests {
  private let text = #"{"a": {"b": [1, {"c": 2}, 3]}, "d": "x"}"#

  @Test(arguments: [false, true])
  func `a member is exchanged, added and removed`(_ isShared: Bool) throws {
    var json = try JSON(parsing: text)
    let other: JSON? = isShared ? .some(json) : .none
    json["d"] = 5
    json["new"] = ["list": []]
    json["a"]?["b"]?[1]?["c"] = "deep"
    json["new"]?["list"] = [1]
    #expect(
      TextBytes(json.serialized())
        == #"{"a": {"b": [1, {"c": "deep"}, 3]}, "d": 5, "new": {"list": [1]}}"#)
    json["d"] = nil
    json["absent"] = nil
    json["a"]?["b"]?[1] = nil
    #expect(TextBytes(json.serialized()) == #"{"a": {"b": [1, 3]}, "new": {"list": [1]}}"#)
    if let other { #expect(TextBytes(other.serialized()) == TextBytes(text)) }
  }

  @Test(arguments: [false, true])
  func `a pointer leads to a value that is exchanged, added and removed`(_ isShared: Bool) throws {
    var json = try JSON(parsing: text)
    let other: JSON? = isShared ? .some(json) : .none
    json["/a/b/1/c" as JSONPointer] = nil
    json["/a/b/0" as JSONPointer] = [true]
    json["/e" as JSONPointer] = 1.5
    #expect(json == ["a": ["b": [[true], [:], 3]], "d": "x", "e": 1.5])
    #expect(json["/a/b/2" as JSONPointer] == 3)
    #expect(json["/a/b/9" as JSONPointer] == nil)
    #expect(json["/d/0" as JSONPointer] == nil)
    #expect(json[JSONPointer.root] == json)
    json[JSONPointer.root] = [1]
    #expect(json == [1])
    if let other { #expect(TextBytes(other.serialized()) == TextBytes(text)) }
  }

  @Test(arguments: [false, true])
  func `elements are exchanged, appended and removed`(_ isShared: Bool) throws {
    var json = try JSON(parsing: "[1, [2], 3]")
    let other: JSON? = isShared ? .some(json) : .none
    json[0] = "first"
    json[1]?[0] = nil
    json[2] = nil
    json[2] = "last"
    #expect(TextBytes(json.serialized()) == #"["first", [], "last"]"#)
    if let other { #expect(TextBytes(other.serialized()) == "[1, [2], 3]") }
  }

  @Test func `a part that was taken before an edit stays as it was`() throws {
    var json = try JSON(parsing: text)
    let part = try #require(json["a"])
    let leaf = try #require(json["/a/b/1" as JSONPointer])
    json["a"]?["b"]?[1]?["c"] = 99
    json["a"]?["z"] = 0
    #expect(part == ["b": [1, ["c": 2], 3]])
    #expect(leaf == ["c": 2])
    #expect(json["a"] == ["b": [1, ["c": 99], 3], "z": 0])
  }

  @Test func `a part that is edited does not change the document it came from`() throws {
    let json = try JSON(parsing: text)
    var part = try #require(json["a"])
    part["b"]?[0] = "changed"
    part["new"] = json
    #expect(TextBytes(json.serialized()) == TextBytes(text))
    #expect(part["b"]?[0] == "changed")
    #expect(part["new"] == json)
  }

  @Test func `a copy made in the middle of an edit in place stays as it was`() throws {
    func edit(_ part: inout JSON?, keeping copy: inout JSON?) {
      part?["x"] = 1
      copy = part
      part?["x"] = 2
    }
    var json = try JSON(parsing: #"{"a": {}, "b": 0}"#)
    var kept: JSON?
    edit(&json["a"], keeping: &kept)
    #expect(kept == ["x": 1])
    #expect(json == ["a": ["x": 2], "b": 0])
    json["a"]?["x"] = 3
    #expect(kept == ["x": 1])
  }

  @Test func `an edit in place may exchange the part for another value, or take it away`() throws {
    func exchange(_ part: inout JSON?, by value: JSON?) { part = value }
    var json = try JSON(parsing: text)
    exchange(&json["a"], by: ["new": [1]])
    exchange(&json["/d" as JSONPointer], by: nil)
    exchange(&json["e"], by: json["a"])
    #expect(json == ["a": ["new": [1]], "e": ["new": [1]]])
    let whole = json
    exchange(&json["a"], by: whole)
    #expect(json == ["a": ["a": ["new": [1]], "e": ["new": [1]]], "e": ["new": [1]]])
  }

  @Test func `values change places`() throws {
    var json = try JSON(parsing: #"{"a": [1], "b": {"c": 2}}"#)
    let first = json["a"]
    json["a"] = json["b"]
    json["b"] = first
    #expect(json == ["a": ["c": 2], "b": [1]])
  }

  @Test func `many edits of one value, held by others now and then, follow the model`() {
    let counterexample = Property.counterexample(trials: 300) { generator in
      let start = ModelJSON.randomContainer(using: &generator)
      var json = try JSON(parsing: start.noisyText(using: &generator))
      var patcher = ReferencePatcher(start)
      var held: [(JSON, ModelJSON)] = []
      for _ in 0..<12 {
        let operations = ModelOperation.randomGoodPatch(
          for: patcher.document, length: 1, using: &generator)
        guard let operation = operations.first else { continue }
        let pointer = JSONPointer(operation.path)
        switch operation.kind {
        case .add(let value) where !operation.insertsElement(in: patcher.document):
          json[pointer] = JSON(value)
        case .replace(let value): json[pointer] = JSON(value)
        case .remove: json[pointer] = nil
        default: continue
        }
        try patcher.perform(operation)
        if generator.oneIn(3) { held.append((json, patcher.document)) }
        let isSame = ModelJSON(json).compactText == patcher.document.compactText
        guard isSame else { return "\(start)\n\(operation.json)\n\(json)" }
      }
      for (json, model) in held where ModelJSON(json).compactText != model.compactText {
        return "\(start)\na copy became \(json) and was \(model)"
      }
      return nil
    }
    #expect(counterexample == nil)
  }
}

extension ModelOperation {
  /// Whether adding puts an element before another one, where a subscript would exchange it.
  fileprivate func insertsElement(in document: ModelJSON) -> Bool {
    let parent = ModelPointer(tokens: path.tokens.dropLast())
    let place = document.places().first { $0.pointer == parent }
    return place?.value.elements != nil
  }
}
