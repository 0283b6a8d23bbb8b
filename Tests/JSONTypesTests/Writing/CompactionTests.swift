import CBlockIndex
import JSONTypes
import TestSupport
import Testing

/// Every kernel removes the same white space as a loop over the bytes.
@Suite struct CompactionTests {
  private func compacted(_ text: [UInt8], level: Int32) -> [UInt8] {
    var text = text
    let count = unsafe text.withUnsafeMutableBufferPointer { bytes -> Int in
      guard let base = bytes.baseAddress else { return 0 }
      return unsafe block_index_compact(level, base, bytes.count)
    }
    return Array(text[..<count])
  }

  private func reference(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isInString = false
    var isEscaped = false
    for byte in text {
      if !isInString, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { continue }
      result.append(byte)
      if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return result
  }

  private var levels: ClosedRange<Int32> { 0...block_index_level() }

  @Test func `random texts`() {
    let counterexample = Property.counterexample(trials: 600) { generator in
      let text = ModelJSON.randomContainer(using: &generator).noisyText(using: &generator)
      let expected = reference(text)
      for level in levels where compacted(text, level: level) != expected {
        return "level \(level): \(TextBytes(text))"
      }
      let document = try JSON(parsing: text)
      return document.serialized(as: .compact) == expected ? nil : "not compact: \(document)"
    }
    #expect(counterexample == nil)
  }

  @Test func `escapes, quotation marks and white space at every place of a block`() {
    for offset in 0..<130 {
      let padding = String(repeating: "a", count: offset)
      for tail in [#"\\"#, #"\""#, #"\\\""#, " ", "\\\\ \\\" "] {
        let text = Array("[ \"\(padding)\(tail)\" ,\n\t\"\(padding) \" , 1 ]\r\n ".utf8)
        for level in levels {
          #expect(compacted(text, level: level) == reference(text), "level \(level), \(offset)")
        }
      }
    }
  }

  @Test func `a limit is that of the compact text`() throws {
    let bytes = Array("{\n\n\n  \"a\"  :  [ 1 , 2 ]\n}".utf8)
    let patch = try JSON(parsing: bytes)
    #expect(patch.serialized(as: .compact, limit: 11) == Array(#"{"a":[1,2]}"#.utf8))
    #expect(patch.serialized(as: .compact, limit: 10) == nil)
  }
}
