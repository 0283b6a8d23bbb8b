import JSONTypes
import Testing

/// The code in the comments of `JSONTypes`.
struct JSONTypesExamples {
  private var flag: JSON = [
    "variations": [["value": true]], "environments": ["test": ["on": false]], "tags": ["a"],
    "defaults": ["onVariation": 0],
  ]

  @Test func values() throws {
    // example
    var flag = try JSON(parsing: #"{"on": false, "tags": ["a"]}"#)
    flag["on"] = true
    flag["tags"]?[1] = "b"
    shows(String(decoding: flag.serialized(), as: UTF8.self), #"{"on": true, "tags": ["a", "b"]}"#)
    // end
  }

  @Test func parsing() throws {
    // example
    let flag = try JSON(parsing: Array(#"{"on": true}"#.utf8))
    shows(flag["on"], #"true"#)
    // end
  }

  @Test mutating func subscripts() {
    // example
    flag["defaults"]?["onVariation"] = 1
    // end
    #expect(flag["defaults"] == ["onVariation": 1])
  }

  @Test func numbers() {
    // example
    shows(JSON.Number("1.0") == JSON.Number("10e-1"), #"true"#)
    shows(JSON.Number("9007199254740993") == JSON.Number("9007199254740992"), #"false"#)
    // end
  }

  @Test func formats() {
    // example
    let json: JSON = ["b": 1, "a": [true]]
    let text = json.serialized(as: .compact.sortingMembers)  // {"a":[true],"b":1}
    // end
    #expect(text == Array(#"{"a":[true],"b":1}"#.utf8))
  }

  @Test func pointers() {
    // example
    let pointer: JSONPointer = "/environments/a~1b/0"
    shows(pointer.tokens, #"["environments", "a/b", "0"]"#)
    shows(pointer.appending("on"), #"/environments/a~1b/0/on"#)
    // end
  }

  @Test func fragments() throws {
    // example
    try shows(JSONPointer(uriFragment: "#/c%25d").tokens, #"["c%d"]"#)
    // end
  }

  @Test func places() throws {
    // example
    _ = try flag.value(at: "/variations/0/value")
    // end
    #expect(try flag.value(at: "/variations/0/value") == true)
  }

  @Test mutating func changes() throws {
    // example
    try flag.setValue(true, at: "/environments/test/on")
    try flag.setValue("beta", at: "/tags/-")
    // end
    #expect(flag["environments"] == ["test": ["on": true]])
    #expect(flag["tags"] == ["a", "beta"])
  }

  @Test mutating func removals() throws {
    // example
    try flag.removeValue(at: "/tags/0")
    // end
    #expect(flag["tags"] == [])
  }
}
