import JSONTypes
import TestSupport
import Testing

/// What a pointer leads to in a document, and why it leads nowhere.
@Suite struct ResolutionTests {
  @Test(arguments: try FixtureRow.rows(of: "pointer/resolution.json"))
  func `a pointer leads to what the fixture says`(_ row: FixtureRow) throws {
    let text = try row.jsonText("doc")
    let document = try JSON(parsing: try #require(text))
    let pointer = try JSONPointer(try row.requiredText("pointer"))
    do throws(JSONPointer.ResolutionError) {
      let value = try document.value(at: pointer)
      let expected = row.json["expected"]
      #expect(expected != nil, "the pointer leads to \(value)")
      #expect(ModelJSON(value).compactText == expected?.compactText)
      #expect(document[pointer] == value)
    } catch {
      #expect(error.code.rawValue == row.json["error"]?["code"]?.text)
      #expect(error.resolvedPrefix.description == row.json["error"]?["resolved"]?.text)
      #expect(error.pointer == pointer)
      #expect(!error.message.isEmpty)
      #expect(document[pointer] == nil)
    }
  }

  @Test func `every value of a random document is where its pointer says`() {
    let counterexample = Property.counterexample(trials: 300) { generator in
      let model = ModelJSON.random(
        shape: .init(allowsDuplicates: generator.oneIn(3)), using: &generator)
      let document = try JSON(parsing: model.noisyText(using: &generator))
      for place in model.places() {
        let value = try document.value(at: JSONPointer(place.pointer))
        let read = ModelJSON(value).withoutDuplicates
        guard read.compactText == place.value.withoutDuplicates.compactText else {
          return "\(model) at \(place.pointer.text): \(value)"
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `a near miss is named in the help`() throws {
    let document: JSON = ["config": ["prefix": "eu"]]
    let error = #expect(throws: JSONPointer.ResolutionError.self) {
      try document.value(at: "/config/prefx")
    }
    #expect(error?.code == .pathNotFound)
    #expect(error?.description.contains("prefx") == true)
  }
}

/// Third-party conformance cases for RFC 6901.
@Suite(.enabled(if: ThirdParty.hasSuites, "JPATCH_SUITES names no folder"))
struct PointerSuiteTests {
  @Test(arguments: try ThirdParty.suiteRows(in: "pointer"))
  func `the suite's outcome is ours`(_ row: FixtureRow) throws {
    if let isValid = row.json["valid"]?.bool {
      let pointer = try? JSONPointer(try row.requiredText("pointer"))
      #expect((pointer != nil) == isValid)
      if let tokens = row.json["tokens"]?.elements?.compactMap(\.text), isValid {
        #expect(pointer?.tokens.map { TextBytes($0) } == tokens.map { TextBytes($0) })
      }
      return
    }
    let document = try JSON(parsing: try #require(try row.jsonText("doc")))
    let pointer =
      if let fragment = row.text("uriFragment") {
        try JSONPointer(uriFragment: fragment)
      } else {
        try JSONPointer(try row.requiredText("pointer"))
      }
    if row.json["error"] != nil {
      #expect(throws: JSONPointer.ResolutionError.self) { try document.value(at: pointer) }
      #expect(document[pointer] == nil)
    } else {
      let value = try document.value(at: pointer)
      #expect(ModelJSON(value).compactText == row.json["expected"]?.compactText)
    }
  }

  @Test func `no file of the suite is missing or empty`() throws {
    #expect(try ThirdParty.suiteRows(in: "pointer").count >= 94)
  }
}
