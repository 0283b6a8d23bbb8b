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
}
