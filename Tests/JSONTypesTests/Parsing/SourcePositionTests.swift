import JSONTypes
import TestSupport
import Testing

/// Where a value or a member's name is in the text that it was parsed from.
@Suite struct SourcePositionTests {
  @Test(arguments: try FixtureRow.rows(of: "parse/positions.json"))
  func `a value or name is where the fixture says`(_ row: FixtureRow) throws {
    let document = try JSON(parsing: try row.bytes())
    let value = try document.value(at: try JSONPointer(try row.requiredText("pointer")))
    let range =
      if let name = row.text("name") {
        value.sourceRange(ofMemberNamed: name)
      } else {
        value.sourceRange
      }
    #expect(range?.start == (try row.position(row.json["start"])))
    #expect(range?.end == (try row.position(row.json["end"])))
  }

  @Test func `every value of a random document is where its text is`() {
    let counterexample = Property.counterexample(trials: 200) { generator in
      let model = ModelJSON.random(using: &generator)
      let text = model.noisyText(using: &generator)
      let document = try JSON(parsing: text)
      for place in model.places() {
        let value = try document.value(at: JSONPointer(place.pointer))
        guard let range = value.sourceRange else { return "\(place.pointer.text) has no place" }
        let slice = Array(text[range.start.utf8Offset..<range.end.utf8Offset])
        guard try ModelJSON(parsing: slice).compactText == place.value.compactText else {
          return "\(TextBytes(text))\n\(place.pointer.text) is not \(TextBytes(slice))"
        }
        for member in place.value.members ?? [] {
          let name = String(decoding: member.name, as: UTF8.self)
          guard let range = value.sourceRange(ofMemberNamed: name) else { return "no \(name)" }
          let slice = Array(text[range.start.utf8Offset..<range.end.utf8Offset])
          guard try ModelJSON(parsing: slice).compactText == ModelJSON(name).compactText else {
            return "\(TextBytes(text))\nname \(name) is not \(TextBytes(slice))"
          }
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `a value that was built in code has no place`() {
    let built: JSON = ["a": [1, "x"]]
    #expect(built.sourceRange == nil)
    #expect(built["a"]?.sourceRange == nil)
    #expect(built["a"]?[1]?.sourceRange == nil)
    #expect(built.sourceRange(ofMemberNamed: "a") == nil)
  }

  @Test func `an edit keeps the places of what it does not touch`() throws {
    var document = try JSON(parsing: #"{"a": 1, "b": [2, 3]}"#)
    document["a"] = "new"
    #expect(document["a"]?.sourceRange == nil)
    #expect(document["b"]?[1]?.sourceRange?.start.utf8Offset == 18)
    #expect(document["c"]?.sourceRange == nil)
  }

  @Test func `a value that was edited is not what stands at its place`() throws {
    var document = try JSON(parsing: #"{"a": {"b": [1], "c": {}}, "d": [2]}"#)
    document["a"]?["b"]?[0] = 5
    #expect(document.sourceRange == nil)
    #expect(document["a"]?.sourceRange == nil)
    #expect(document["a"]?["b"]?.sourceRange == nil)
    #expect(document["a"]?["c"]?.sourceRange?.start.utf8Offset == 22)
    #expect(document["d"]?.sourceRange?.start.utf8Offset == 32)
    #expect(document.sourceRange(ofMemberNamed: "a")?.start.utf8Offset == 1)
    document[JSONPointer.root] = [1]
    #expect(document.sourceRange == nil)
  }

  @Test func `a name that is not there has no place`() throws {
    let document = try JSON(parsing: #"{"a": [1]}"#)
    #expect(document.sourceRange(ofMemberNamed: "b") == nil)
    #expect(document.sourceRange(ofMemberNamed: "") == nil)
    #expect(document["a"]?.sourceRange(ofMemberNamed: "0") == nil)
  }

  @Test func `positions are ordered by their offset`() {
    let first = SourcePosition(utf8Offset: 3, line: 1, column: 4, utf16Column: 4)
    let second = SourcePosition(utf8Offset: 9, line: 2, column: 1, utf16Column: 1)
    #expect(first < second)
    #expect(!(second < first))
    #expect(!(first < first))
  }
}
