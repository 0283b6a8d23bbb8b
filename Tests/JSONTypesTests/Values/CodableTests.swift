import Foundation
import JSONTypes
import TestSupport
import Testing

/// Values through the coders of other libraries.
@Suite struct CodableTests {
  private struct Envelope: Codable, Equatable {
    var name: String
    var payload: JSON
    var pointer: JSONPointer
    var note: JSON?
  }

  @Test func `a value is encoded and decoded`() throws {
    let value: JSON = [
      "n": nil, "b": true, "i": -42, "big": JSON(UInt64.max), "d": 1.5, "s": "\u{E9}\"\\\n",
      "a": [1, [], [:], [nil, "x"]], "o": ["nested": ["deep": 0.1]],
    ]
    let data = try JSONEncoder().encode(value)
    #expect(try JSON(parsing: [UInt8](data)) == value)
    #expect(try JSONDecoder().decode(JSON.self, from: data) == value)
  }

  @Test func `a value is a part of other types`() throws {
    let envelope = Envelope(name: "e", payload: ["on": true, "list": [1]], pointer: "/a~1b/0")
    let data = try JSONEncoder().encode(envelope)
    #expect(try JSONDecoder().decode(Envelope.self, from: data) == envelope)
    #expect(try JSON(parsing: [UInt8](data))["pointer"] == "/a~1b/0")
  }

  @Test func `a text is decoded like it is parsed`() throws {
    let text = #"{"name":"x","payload":[{"a":1.5,"b":[true,null,"\u00e9"]}],"pointer":"","note":7}"#
    let envelope = try JSONDecoder().decode(Envelope.self, from: Data(text.utf8))
    #expect(envelope.payload == (try JSON(parsing: #"[{"a":1.5,"b":[true,null,"é"]}]"#)))
    #expect(envelope.note == 7)
  }

  @Test func `scalars are values too`() throws {
    for value in [JSON.null, true, false, 0, -7, 1.25, "text", [], [:]] as [JSON] {
      let data = try JSONEncoder().encode([value])
      #expect(try JSONDecoder().decode([JSON].self, from: data) == [value])
    }
  }

  @Test func `a pointer that breaks the rules is not decoded`() {
    for text in [#"["a"]"#, #"["/~2"]"#, "[1]", "[null]"] {
      #expect(throws: (any Error).self) {
        try JSONDecoder().decode([JSONPointer].self, from: Data(text.utf8))
      }
    }
  }

  @Test(arguments: [
    "1e400", "1e-400", "9007199254740993.5", "0.12345678901234567890", "1e5000",
    "1234567890123456789012345678901234567890",
  ])
  func `a number that the coder cannot hold is not encoded as another number`(
    _ text: String
  ) throws {
    let value = try JSON(parsing: "[\(text)]")
    let error = #expect(throws: EncodingError.self) { try JSONEncoder().encode(value) }
    #expect("\(error as Any)".contains(text))
  }

  @Test(arguments: [
    "1234567890123456789012345678901234567890", "-18446744073709551616000000000000000000000",
    "1e400",
  ])
  func `an integer that the coder cannot hold is not decoded as another number`(_ text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(JSON.self, from: Data("[\(text)]".utf8))
    }
  }

  @Test func `what a coder knows and JSON does not is not decoded`() throws {
    for value in [Double.infinity, -.infinity, .nan] {
      let data = try PropertyListEncoder().encode([value])
      #expect(throws: DecodingError.self) {
        try PropertyListDecoder().decode(JSON.self, from: data)
      }
    }
    let data = try PropertyListEncoder().encode([1.5])
    #expect(try PropertyListDecoder().decode(JSON.self, from: data) == [1.5])
  }

  @Test(arguments: [
    "9223372036854775808", "18446744073709551615", "-9223372036854775808",
    "18446744073709551616", "-9223372036854775809", "170141183460469231731687303715884105727",
    "170141183460469231731687303715884105728", "340282366920938463463374607431768211455",
    "9007199254740993", "0.1", "-1.50", "1e2", "123456.789e3", "1e-7", "0.30000000000000004",
  ])
  func `a number that the coder can hold survives it exactly`(_ text: String) throws {
    let value = try JSON(parsing: "[\(text)]")
    let data = try JSONEncoder().encode(value)
    #expect(try JSON(parsing: [UInt8](data)) == value)
    #expect(try JSONDecoder().decode(JSON.self, from: data) == value)
  }

  @Test func `random values survive the coder`() {
    let counterexample = Property.counterexample(trials: 200) { generator in
      let model = ModelJSON.random(using: &generator)
      guard let value = JSON(model), model.isHeldByCoders else { return nil }
      let data = try JSONEncoder().encode(value)
      let isSame =
        try JSON(parsing: [UInt8](data)) == value
        && JSONDecoder().decode(JSON.self, from: data) == value
      return isSame ? nil : "\(model)\nbecomes \(TextBytes([UInt8](data)))"
    }
    #expect(counterexample == nil)
  }
}

extension ModelJSON {
  /// Whether Foundation's coders can hold the value: no number beyond a `Double`, and no names that
  /// are the same to Swift's dictionaries.
  fileprivate var isHeldByCoders: Bool {
    switch self {
    case .null, .bool, .string: true
    case .number(let text): Int(text) != nil || Double(text).map { "\($0)" == text } == true
    case .array(let elements): elements.allSatisfy(\.isHeldByCoders)
    case .object(let members):
      Set(members.map { String(decoding: $0.name, as: UTF8.self) }).count == members.count
        && members.allSatisfy(\.value.isHeldByCoders)
    }
  }
}
