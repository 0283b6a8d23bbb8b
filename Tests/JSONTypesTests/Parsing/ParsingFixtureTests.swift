import JSONTypes
import TestSupport
import Testing

/// Every case of `Fixtures/parse`: what is JSON, what is not, and what the message says.
@Suite struct ParsingFixtureTests {
  @Test(arguments: try ParsingCase.all())
  func `the parser makes of the text what the fixture says`(_ fixture: ParsingCase) throws {
    do throws(JSONParsingError) {
      let json = try JSON(parsing: fixture.text, options: fixture.options)
      guard case .value(let expected) = fixture.outcome else {
        Issue.record("the text is accepted, as \(json)")
        return
      }
      let read = ModelJSON(json).withoutDuplicates
      #expect(TextBytes(read.compactText) == TextBytes(expected.compactText))
      #expect(TextBytes(json.serialized()) == TextBytes(fixture.text))
    } catch {
      guard case .mistake(let code, let position) = fixture.outcome else {
        Issue.record("the text is refused: \(error)")
        return
      }
      #expect(error.code.rawValue == code)
      #expect(error.position == position)
    }
  }

  @Test(arguments: try ParsingCase.all())
  func `all ways into the parser agree`(_ fixture: ParsingCase) throws {
    let outcome = Result { try JSON(parsing: fixture.text, options: fixture.options) }
    let others = [
      Result { try JSON(parsing: fixture.text.span, options: fixture.options) },
      Result { try JSON(parsing: ContiguousArray(fixture.text), options: fixture.options) },
      Result { try JSON(parsing: fixture.text[...], options: fixture.options) },
      Result { try JSON(parsing: AnySequence(fixture.text), options: fixture.options) },
      String(validating: fixture.text, as: UTF8.self).map { text in
        Result { try JSON(parsing: text, options: fixture.options) }
      },
    ]
    for other in others.compactMap(\.self) {
      switch (outcome, other) {
      case (.success(let one), .success(let two)):
        #expect(one == two)
        #expect(one.serialized() == two.serialized())
      case (.failure(let one), .failure(let two)):
        #expect(one as? JSONParsingError == two as? JSONParsingError)
      default: Issue.record("\(outcome), and \(other)")
      }
    }
  }

  @Test(arguments: try ParsingCase.all())
  func `a message says what is wrong, and the description where`(_ fixture: ParsingCase) {
    guard case .mistake(_, let position) = fixture.outcome else { return }
    let error = #expect(throws: JSONParsingError.self) {
      try JSON(parsing: fixture.text, options: fixture.options)
    }
    guard let error else { return }
    #expect(!error.message.isEmpty)
    #expect(error.description.hasPrefix("line \(position.line), column \(position.column): "))
    #expect(error.description.contains(error.message))
    let texts = [error.message, error.help ?? "", error.description]
    let isTame = texts.joined().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    #expect(isTame, "\(TextBytes(error.description))")
  }

  @Test func `the message of the depth limit names the limit`() {
    let options = JSON.ParsingOptions(maximumDepth: 7)
    let error = #expect(throws: JSONParsingError.self) {
      try JSON(parsing: "[[[[[[[[]]]]]]]]", options: options)
    }
    #expect(error?.code == .depthLimit)
    #expect(error?.message.contains("7") == true)
  }

  @Test func `1,024 levels are accepted and 1,025 are not, unless the options say so`() throws {
    for (depth, isAccepted) in [(1_024, true), (1_025, false)] {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      let json = try? JSON(parsing: text)
      #expect((json != nil) == isAccepted)
      #expect(throws: Never.self) { try JSON(parsing: text, options: .init(maximumDepth: 2_000)) }
    }
  }

  @Test func `megabytes of opening brackets are refused at the limit`() {
    let text = [UInt8](repeating: UInt8(ascii: "["), count: 8 << 20)
    let error = #expect(throws: JSONParsingError.self) { try JSON(parsing: text) }
    #expect(error?.code == .depthLimit)
    #expect(error?.position.utf8Offset == 1_024)
  }
}
