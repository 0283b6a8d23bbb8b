import JSONTypes
import TestSupport
import Testing

/// Texts that have lost or gained something: the parser answers as the model does, and never traps.
///
/// What is cut off and changed byte by byte, for all readers, is in `DamagedFixtureTests`.
@Suite struct DamagedTextTests {
  /// Compares the engine's verdict with the model's; `nil` if they agree.
  private func disagreement(_ text: [UInt8]) -> String? {
    ModelJSON.disagreementOfParser(on: text)
  }

  @Test func `every fixture, beginning at every byte`() throws {
    for text in try Effort.sample(FixtureText.allJSON()) {
      for start in Effort.sample(Array(text.indices)) {
        let finding = disagreement(Array(text[start...]))
        #expect(finding == nil)
      }
    }
  }

  @Test func `every fixture, with every byte left out or doubled`() throws {
    for text in try Effort.sample(FixtureText.allJSON()) {
      for index in Effort.sample(Array(text.indices)) {
        var shorter = text
        shorter.remove(at: index)
        var longer = text
        longer.insert(text[index], at: index)
        let findings = [disagreement(shorter), disagreement(longer)].compactMap(\.self)
        #expect(findings == [])
      }
    }
  }

  @Test func `damaged fixtures in texts that are long enough to be indexed`() throws {
    let texts = try FixtureText.allJSON()
    let bytes = Array("\"\\{}[]:,0-.eE+tn/ \n\t\0'u".utf8) + [0x80, 0xC2, 0xE2, 0xED, 0xF4, 0xFF]
    let counterexample = Property.counterexample(trials: 4000) { generator in
      let space = [UInt8](repeating: 0x20, count: 500 + generator.below(140))
      var text = generator.pick(texts)
      if !text.isEmpty {
        let place = generator.below(text.count)
        switch generator.below(4) {
        case 0: text[place] = generator.pick(bytes)
        case 1: text.remove(at: place)
        case 2: text.insert(generator.pick(bytes), at: place)
        default: text = Array(text[..<place])
        }
      }
      switch generator.below(3) {
      case 0: return disagreement(space + text)
      case 1: return disagreement(text + space)
      default: return disagreement(Array("[\"".utf8) + space + Array("\",".utf8) + text + [0x5D])
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `random bytes of the alphabet of JSON`() {
    let alphabet = Array("[]{}:,\"\\0123456789.eE+-truefalsn \n\u{E9}".utf8)
    let counterexample = Property.counterexample(trials: 3000) { generator in
      let count = generator.below(40)
      return disagreement((0..<count).map { _ in generator.pick(alphabet) })
    }
    #expect(counterexample == nil)
  }

  @Test func `random documents with random white space and escapes`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let width = generator.oneIn(5) ? 12 : 5
      let shape = ModelJSON.Shape(depth: 4, width: width, allowsDuplicates: generator.oneIn(2))
      let model = ModelJSON.random(shape: shape, using: &generator)
      let text = model.noisyText(using: &generator)
      let json = try JSON(parsing: text)
      if ModelJSON(json).compactText != model.compactText { return "misread: \(TextBytes(text))" }
      return disagreement(text)
    }
    #expect(counterexample == nil)
  }
}
