import JSONTypes
import Testing

/// A part of a document that is changed in place comes back whatever its borrower does.
@Suite struct LoanTests {
  private struct Interruption: Error {}

  @Test func `a borrower that throws gives back what it has changed`() throws {
    func change(_ part: inout JSON?, keeping kept: inout JSON?) throws {
      part?["x"] = "hello"
      kept = part
      throw Interruption()
    }
    var document = try JSON(parsing: #"{"a":{"b":1}}"#)
    var kept: JSON?
    #expect(throws: Interruption.self) { try change(&document["a"], keeping: &kept) }
    #expect(document == ["a": ["b": 1, "x": "hello"]])
    kept?["y"] = 2
    document["a"]?["z"] = 3
    #expect(document == ["a": ["b": 1, "x": "hello", "z": 3]])
    #expect(kept == ["b": 1, "x": "hello", "y": 2])
  }

  @Test func `a borrower that throws gives back another value as well`() throws {
    func exchange(_ part: inout JSON?) throws {
      part = 5
      throw Interruption()
    }
    var document: JSON = ["a": ["b": 1]]
    #expect(throws: Interruption.self) { try exchange(&document["a"]) }
    #expect(document == ["a": 5])
  }

  @Test func `the whole document is edited as a copy that takes its place`() throws {
    var document = try JSON(parsing: " {\"a\":1} \n")
    document[JSONPointer.root]?["a"] = 2
    #expect(document.debugDescription == " {\"a\":2} \n")
    document[JSONPointer.root]?[JSONPointer.root] = 7
    #expect(document.debugDescription == " 7 \n")
    document[JSONPointer.root] = ["b": 1]
    #expect(document.debugDescription == " {\"b\":1} \n")
    var part = try #require(try JSON(parsing: #"{ "a": { "b":  1 } }"#)["a"])
    part[JSONPointer.root]?["b"] = 2
    #expect(part.debugDescription == #"{ "b":  2 }"#)
    part[JSONPointer.root]?[JSONPointer.root] = [3]
    #expect(part == [3])
    func toChild(_ part: inout JSON?) { part = part?["a"] }
    document = try JSON(parsing: " {\"a\":{ \"b\": 1}} \n")
    toChild(&document[JSONPointer.root])
    #expect(document.debugDescription == " {\"b\":1} \n")
  }

  @Test func `a copy that outlives the removal of the whole does not change it`() {
    func change(_ part: inout JSON?) {
      var kept = part
      part = nil
      kept?["a"] = 2
    }
    var document: JSON = ["a": 1]
    change(&document[JSONPointer.root])
    #expect(document == ["a": 1])
    change(&document["a"])
    #expect(document == [:])
  }

  @Test func `an edit several levels down leaves the layout of everything else`() throws {
    var document = try JSON(parsing: #"{ "a" : {"b":  {"c" : 1}, "z":   [1,  2]} }"#)
    document["a"]?["b"]?["c"] = 2
    #expect(document.debugDescription == #"{ "a" : {"b":  {"c" : 2}, "z":   [1,  2]} }"#)
    document["a"]?["b"]?["d"] = ["x": 1]
    document["a"]?["b"]?["d"]?["x"] = 5
    document["a"]?["z"]?[0] = .none
    document["a"]?["b"]?["c"] = .none
    #expect(document.debugDescription == #"{ "a" : {"b":  {"d" : {"x" : 5}}, "z":   [2]} }"#)
    let copy = document
    document["a"]?["b"] = .none
    #expect(document.debugDescription == #"{ "a" : {"z":   [2]} }"#)
    #expect(copy["a"]?["b"]?["d"]?["x"] == 5)
  }

  @Test func `a part that is kept in the middle of an edit has its own edits from then on`() throws
  {
    var kept: [JSON] = []
    func change(_ part: inout JSON?) {
      part?["b"]?["c"] = [10, 11, 12, 13]
      if let part = part?["b"]?["c"] { kept.append(part) }
      part?["b"]?["d"] = 5
      func deeper(_ part: inout JSON?) {
        part?["e"] = 1
        if let part { kept.append(part) }
        part?["f"] = 2
      }
      part?.changeMember("b", deeper)
    }
    var document = try JSON(parsing: #"{"a":{"b":{"c":1}}}"#)
    change(&document["a"])
    document["a"]?["b"]?["c"] = "hello"
    #expect(kept == [[10, 11, 12, 13], ["c": [10, 11, 12, 13], "d": 5, "e": 1]])
    #expect(document == ["a": ["b": ["c": "hello", "d": 5, "e": 1, "f": 2]]])
  }
}

extension JSON {
  fileprivate mutating func changeMember(_ name: String, _ change: (inout JSON?) -> Void) {
    change(&self[name])
  }
}
