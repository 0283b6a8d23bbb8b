import JSONTypes
import TestSupport
import Testing

/// The formats in which a value is written.
@Suite struct FormatTests {
  private static let formats: [(member: String, format: JSON.Format)] = [
    ("compact", .compact), ("compactSorted", .compact.sortingMembers), ("pretty", .pretty()),
    ("prettySorted", .pretty().sortingMembers), ("prettyFour", .pretty(indent: 4)),
  ]

  @Test(arguments: try FixtureRow.rows(of: "values/formats.json"))
  func `a text is written as the fixture says`(_ row: FixtureRow) throws {
    let text = try row.bytes()
    let json = try JSON(parsing: text)
    #expect(TextBytes(json.serialized()) == TextBytes(text))
    #expect(TextBytes(json.serialized(as: .preserved)) == TextBytes(text))
    for (member, format) in Self.formats {
      guard let expected = row.text(member) else { continue }
      #expect(TextBytes(json.serialized(as: format)) == TextBytes(expected))
    }
    #expect(TextBytes(json.description) == TextBytes(try row.requiredText("compact")))
  }

  @Test func `parsing and writing is the identity on bytes`() {
    let counterexample = Property.counterexample(trials: 1000) { generator in
      let shape = ModelJSON.Shape(allowsDuplicates: generator.oneIn(2))
      let text = ModelJSON.random(shape: shape, using: &generator).noisyText(using: &generator)
      let written = try JSON(parsing: text).serialized(as: .preserved)
      return written == text ? nil : "\(TextBytes(text))\nbecomes \(TextBytes(written))"
    }
    #expect(counterexample == nil)
  }

  @Test func `compact and pretty text are those of the model`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let model = ModelJSON.random(using: &generator)
      let json = try JSON(parsing: model.indentedText(using: &generator))
      let sorted = model.sortingMembers
      let pairs: [(JSON.Format, [UInt8])] = [
        (.compact, model.compactText), (.compact.sortingMembers, sorted.compactText),
        (.pretty(), model.indentedText(unit: "  ")),
        (.pretty(indent: 1), model.indentedText(unit: " ")),
        (.pretty(indent: 4).sortingMembers, sorted.indentedText(unit: "    ")),
      ]
      for (format, expected) in pairs where json.serialized(as: format) != expected {
        return "\(model)\n\(TextBytes(json.serialized(as: format)))\nis not \(TextBytes(expected))"
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test(arguments: [(Int.max, 64), (65, 64), (64, 64), (-1, 0), (Int.min, 0)])
  func `an indentation out of range is taken for the nearest one`(_ indent: Int, _ spaces: Int) {
    let written = ([[1]] as JSON).serialized(as: .pretty(indent: indent))
    let unit = String(repeating: " ", count: spaces)
    #expect(TextBytes(written) == TextBytes("[\n\(unit)[\n\(unit)\(unit)1\n\(unit)]\n]"))
  }

  @Test func `every format reads back as an equal value`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let shape = ModelJSON.Shape(allowsDuplicates: generator.oneIn(2))
      let model = ModelJSON.random(shape: shape, using: &generator)
      let json = try JSON(parsing: model.noisyText(using: &generator))
      for (_, format) in Self.formats + [("", .preserved), ("", .preserved.sortingMembers)] {
        let written = json.serialized(as: format)
        guard try JSON(parsing: written) == json, try ModelJSON(parsing: written) == model else {
          return "\(model)\nbecomes \(TextBytes(written))"
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `the parts of a document are written like the document`() {
    let counterexample = Property.counterexample(trials: 300) { generator in
      let model = ModelJSON.randomContainer(using: &generator)
      let json = try JSON(parsing: model.noisyText(using: &generator))
      for place in model.places() {
        let part = try json.value(at: JSONPointer(place.pointer))
        for value in [part, part.detached()] {
          guard try ModelJSON(parsing: value.serialized()).compactText == place.value.compactText,
            TextBytes(ModelJSON(value).compactText) == TextBytes(place.value.compactText),
            value == part
          else { return "\(model) at \(place.pointer.text): \(value)" }
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `strings built in code are written so that they read back`() throws {
    for scalar in (0...0x2FFF).compactMap(Unicode.Scalar.init) {
      let text = "a\(scalar)b"
      let written = JSON(text).serialized()
      #expect(!written.contains { $0 < 0x20 })
      #expect(try ModelJSON(parsing: written).compactText == ModelJSON(text).compactText)
      let name = JSON(members: [(text, 1 as JSON)]).serialized(as: .compact)
      #expect(try ModelJSON(parsing: name).members?.first?.name == Array(text.utf8))
    }
  }

  @Test func `sorted members of a preserved document keep their text`() throws {
    let json = try JSON(parsing: #"{"b": 1.0, "a": "\u0041"}"#)
    let sorted = json.serialized(as: .preserved.sortingMembers)
    #expect(TextBytes(sorted) == #"{"a": "\u0041", "b": 1.0}"#)
  }
}
