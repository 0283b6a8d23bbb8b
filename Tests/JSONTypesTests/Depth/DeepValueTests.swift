import JSONTypes
import TestSupport
import Testing

/// Values that nest 100,000 deep are read, compared, hashed, written, edited and freed without a
/// level of the stack for each of theirs.
@Suite struct DeepValueTests {
  private static let depth = 100_000
  private static let options = JSON.ParsingOptions(maximumDepth: 200_000)

  private static func text(_ open: String, _ inside: String, _ close: String) -> [UInt8] {
    Array(String(repeating: open, count: depth).utf8) + Array(inside.utf8)
      + Array(String(repeating: close, count: depth).utf8)
  }

  private static let arrays = text("[", "1", "]")
  private static let objects = text("{\"a\": ", "1.0", "}")

  @Test(arguments: [arrays, objects])
  func `a deep value is parsed, written and freed`(_ text: [UInt8]) throws {
    let json = try JSON(parsing: text, options: Self.options)
    #expect(json.serialized() == text)
    #expect(json.count == 1)
    let compact = json.serialized(as: .compact)
    #expect(compact == text.filter { $0 != 0x20 })
    #expect(json.detached().serialized(as: .compact) == compact)
    #expect(json.description.utf8.count == compact.count)
  }

  @Test(arguments: [arrays, objects])
  func `deep values are compared and hashed`(_ text: [UInt8]) throws {
    let json = try JSON(parsing: text, options: Self.options)
    let spaced = text.flatMap { $0 == UInt8(ascii: "1") ? Array(" 1.00e0 ".utf8) : [$0] }
    let same = try JSON(
      parsing: text.contains(UInt8(ascii: ".")) ? text : spaced, options: Self.options)
    let other = try JSON(
      parsing: text.map { $0 == UInt8(ascii: "1") ? UInt8(ascii: "2") : $0 }, options: Self.options)
    #expect(json == same)
    #expect(json.hashValue == same.hashValue)
    #expect(json != other)
    #expect(json == json.detached())
  }

  @Test func `the deepest value is found, edited and positioned`() throws {
    var json = try JSON(parsing: Self.arrays, options: Self.options)
    let pointer = JSONPointer(tokens: repeatElement("0", count: Self.depth))
    #expect(json[pointer] == 1)
    #expect(json[pointer]?.sourceRange?.start.column == Self.depth + 1)
    let before = json
    json[pointer] = "deep"
    #expect(json[pointer] == "deep")
    #expect(before[pointer] == 1)
    #expect(json != before)
    #expect(json.serialized() == Self.text("[", "\"deep\"", "]"))
  }

  @Test func `a deep text that is no JSON is refused with the right place`() {
    let text = Self.arrays.dropLast(1)
    let error = #expect(throws: JSONParsingError.self) {
      try JSON(parsing: Array(text), options: Self.options)
    }
    #expect(error?.position.utf8Offset == text.count)
    #expect(throws: JSONParsingError.self) {
      try JSON(parsing: Self.arrays + [UInt8(ascii: "]")], options: Self.options)
    }
  }

  @Test func `a value nested in code one level at a time is freed`() {
    var json: JSON = [:]
    for _ in 0..<500 { json = ["a": json] }
    #expect(json[JSONPointer(tokens: repeatElement("a", count: 500))] == [:])
    var grown: JSON = []
    for _ in 0..<500 {
      var outer: JSON = []
      outer[0] = grown
      grown = outer
    }
    #expect(grown[JSONPointer(tokens: repeatElement("0", count: 500))] == [])
  }

  @Test func `a name that repeats is found at any depth`() throws {
    let text = Self.text("{\"b\": 0, \"a\": ", "{\"a\": 1, \"a\": 2}", "}")
    let options = JSON.ParsingOptions(maximumDepth: 200_000, duplicateMembers: .reject)
    let error = #expect(throws: JSONParsingError.self) {
      try JSON(parsing: text, options: options)
    }
    #expect(error?.code == .duplicateMember)
  }
}
