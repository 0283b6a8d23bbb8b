import JSONTypes
import TestSupport
import Testing

/// JSON Pointer, RFC 6901: reading, writing, comparing, taking apart.
@Suite struct JSONPointerTests {
  @Test(arguments: try FixtureRow.rows(of: "pointer/syntax.json"))
  func `a text is a pointer or not as the fixture says`(_ row: FixtureRow) throws {
    let text = try row.requiredText("pointer")
    do throws(JSONPointer.SyntaxError) {
      let pointer = try JSONPointer(text)
      let tokens = row.json["tokens"]?.elements?.compactMap(\.text)
      #expect(tokens != nil, "the pointer is accepted")
      #expect(pointer.tokens.map { TextBytes($0) } == tokens?.map { TextBytes($0) })
      #expect(TextBytes(pointer.description) == TextBytes(text))
      #expect(pointer.count == tokens?.count)
      #expect(JSONPointer(tokens: pointer.tokens) == pointer)
      #expect(try JSONPointer(uriFragment: pointer.uriFragment) == pointer)
    } catch {
      #expect(error.utf8Offset == row.json["error"]?["offset"]?.int)
      #expect(TextBytes(error.text) == TextBytes(text))
      #expect(!error.message.isEmpty)
    }
  }

  @Test(arguments: try FixtureRow.rows(of: "pointer/fragments.json"))
  func `a URI fragment is read and written as the fixture says`(_ row: FixtureRow) throws {
    let fragment = try row.requiredText("fragment")
    do throws(JSONPointer.SyntaxError) {
      let pointer = try JSONPointer(uriFragment: fragment)
      let tokens = row.json["tokens"]?.elements?.compactMap(\.text)
      #expect(tokens != nil, "the fragment is accepted")
      #expect(pointer.tokens.map { TextBytes($0) } == tokens?.map { TextBytes($0) })
      #expect(TextBytes(pointer.uriFragment) == TextBytes(row.text("canonical") ?? fragment))
    } catch {
      #expect(error.code.rawValue == row.json["error"]?["code"]?.text, "\(error)")
      #expect(error.utf8Offset == row.json["error"]?["offset"]?.int, "\(error)")
      #expect(TextBytes(error.text) == TextBytes(fragment))
      if let words = row.json["error"]?["says"]?.text { #expect(error.help.contains(words)) }
    }
  }

  @Test(arguments: try FixtureRow.rows(of: "pointer/relations.json"))
  func `a pointer is a prefix of another or not as the fixture says`(_ row: FixtureRow) throws {
    let pointer = try JSONPointer(try row.requiredText("pointer"))
    let other = try JSONPointer(try row.requiredText("other"))
    #expect(pointer.isPrefix(of: other) == row.json["isPrefix"]?.bool)
  }

  @Test func `a pointer is built token by token`() {
    let pointer = JSONPointer.root.appending("a/b").appending("m~n").appending(3).appending("-")
    #expect(pointer.description == "/a~1b/m~0n/3/-")
    #expect(pointer.tokens == ["a/b", "m~n", "3", "-"])
    #expect(pointer.lastToken == "-")
    #expect(pointer.parent == "/a~1b/m~0n/3")
    #expect(pointer == "/a~1b/m~0n/3/-")
    #expect(JSONPointer(tokens: [""]).description == "/")
    #expect(JSONPointer(tokens: []).isRoot)
  }

  @Test func `the root has no parent and no last token`() {
    #expect(JSONPointer.root.isRoot)
    #expect(JSONPointer.root.parent == nil)
    #expect(JSONPointer.root.lastToken == nil)
    #expect(JSONPointer.root.count == 0)
    #expect(JSONPointer.root.tokens.isEmpty)
    #expect(JSONPointer.root.uriFragment == "#")
    #expect(JSONPointer("/a").parent == .root)
    #expect(JSONPointer("/").parent == .root)
    #expect(JSONPointer("/").lastToken == "")
  }

  @Test func `pointers are compared by code points`() {
    let composed = JSONPointer(tokens: ["\u{E9}"])
    let decomposed = JSONPointer(tokens: ["e\u{301}"])
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(composed == JSONPointer(tokens: ["\u{E9}"]))
    #expect(composed.hashValue == JSONPointer(tokens: ["\u{E9}"]).hashValue)
  }

  @Test func `any tokens survive text and fragment`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let count = generator.below(6)
      let tokens = (0..<count).map { _ in ModelJSON.randomName(using: &generator) }
      let model = ModelPointer(tokens: tokens)
      let pointer = JSONPointer(model)
      let again = [
        try JSONPointer(pointer.description), try JSONPointer(uriFragment: pointer.uriFragment),
      ]
      let isSame =
        again.allSatisfy { $0 == pointer && $0.tokens.map { Array($0.utf8) } == tokens }
        && TextBytes(pointer.description) == TextBytes(model.text)
        && pointer.uriFragment.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      return isSame ? nil : model.text
    }
    #expect(counterexample == nil)
  }

  @Test func `every byte of a text is taken for what it is`() {
    let counterexample = Property.counterexample(trials: 2000) { generator in
      let count = generator.below(8)
      let text = (0..<count).map { _ in generator.pick(["/", "~", "0", "1", "2", "a", "\u{301}"]) }
        .joined()
      let model = ModelPointer(text.utf8)
      let pointer = try? JSONPointer(text)
      return pointer?.tokens.map { Array($0.utf8) } == model?.tokens ? nil : text
    }
    #expect(counterexample == nil)
  }
}
