import TestSupport
import Testing

@testable import JSONTypes

/// Texts are read in the same way with and without an index, by each kind of instructions.
struct IndexedScannerTests {
  private static func expectSame(_ text: [UInt8]) {
    let disagreement = TextReading.disagreement(on: text)
    #expect(disagreement == nil)
  }

  /// Whether the scanner has no need of the other one, which would read what this one turns away.
  private static func accepts(_ text: [UInt8], level: Int) -> Bool {
    text.withTextSlice { slice in
      let buffers = TapeBuffers(textCapacity: text.count, nodeCapacity: text.count)
      var scanner = IndexedScanner(buffers, copying: slice, maximumDepth: 8, level: level)
      defer { scanner.buffers.deallocate() }
      return scanner.scan()
    }
  }

  @Test(arguments: try Fixtures.files(in: "parse", withExtension: "json"))
  func `fixtures give the same at every place of a block`(file: String) throws {
    let text = try Fixtures.bytes(file)
    for shift in stride(from: 512, to: 512 + 64, by: 7) {
      Self.expectSame(Array(repeating: 0x20, count: shift) + text)
    }
  }

  @Test
  func `pieces that are right and wrong give the same wherever a chunk ends`() {
    let pieces = [
      #""plain""#, #""esc\"aped\\""#, #""\u00e9\ud83d\ude00""#, #""\ud800""#, #""bad \x""#,
      "\"é漢😀\"",
      "\"tab\there\"", "12345678901234567890", "-0.5e+10", "01", "1.", "-", "1e", "true", "truex",
      "nul", "{}", "[]", "{\"a\":[1,{\"b\":null}]}", "{\"a\" 1}", "[1 2]", "[1,]", "\"open", "]",
      "\u{0}", "\"\u{1}\"", "1\u{0}", "/**/1", "'a'", "{\"a\":1,\"a\":2}",
    ]
    for piece in pieces {
      for shift in [500, 4032, 4090, 4093, 4094, 4095, 4096, 4097, 8190] {
        let padding = Array(repeating: UInt8(ascii: " "), count: shift)
        Self.expectSame(padding + Array(piece.utf8))
        Self.expectSame(
          Array("[\"".utf8) + padding + Array("\",".utf8) + Array(piece.utf8) + [0x5D])
      }
    }
  }

  @Test
  func `every broken sequence of UTF-8 is found at every place of a block`() {
    let broken: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xFF], [0xFE], [0xC3, 0xA9, 0xA9], [0xE6, 0xBC, 0xA2, 0x80],
    ]
    for sequence in broken {
      for shift in 512..<512 + 66 {
        let text =
          Array("\"".utf8) + Array(repeating: 0x61, count: shift) + sequence + Array("z\"".utf8)
        for level in TextReading.levels {
          guard case .mistake(let error) = TextReading(text, indexLevel: level) else {
            Issue.record("level \(level) accepts \(sequence) at \(shift)")
            continue
          }
          #expect("\(error)".contains("UTF-8"), "\(sequence) at \(shift)")
        }
      }
    }
  }

  @Test(arguments: [true, false])
  func `every escape is judged wherever a block or a chunk ends (RFC 8259 section 7)`(
    areRight: Bool
  ) {
    let escapes =
      areRight
      ? [
        #"\""#, #"\\"#, #"\/"#, #"\b\f\n\r\t"#, #"\u0000"#, #"\uABCD"#, #"\uabcd"#, #"\ud7ff"#,
        #"\ue000"#,
        #"\ud83d\ude00"#, #"\uD800\uDC00\uDBFF\uDFFF"#, #"\\ud800"#, #"\\\\\""#,
      ]
      : [
        #"\a"#, #"\U0041"#, #"\ "#, #"\é"#, #"\u"#, #"\u12"#, #"\u123g"#, #"\u12 4"#, #"\u:000"#,
        #"\u@000"#,
        #"\u`000"#, #"\uG000"#, #"\ud800"#, #"\udbffx"#, #"\ud800\n"#, #"\ud800\u0041"#,
        #"\ud800\ud800"#,
        #"\ud800\\dc00"#, #"\udc00"#, #"\udfff\ud83d"#, #"\ud83d\ude00\ude00"#, #"\\ud83d\ude00"#,
        #"\ud83d\udeg0"#, #"\ud83d\ud"#,
      ]
    for escape in escapes {
      for shift in [640, 4096].flatMap({ $0 - 16..<$0 }) {
        let text = "[\"\(String(repeating: "a", count: shift))\(escape)\"]"
        for level in TextReading.levels.dropFirst() {
          let isRight = Self.accepts(Array(text.utf8), level: level)
          #expect(isRight == areRight, "level \(level): \(escape) at \(shift)")
        }
        Self.expectSame(Array(text.utf8))
        // Cut off before the string ends: somewhere in the escape, mostly.
        Self.expectSame(Array(text.utf8.dropLast(3)))
        Self.expectSame(Array(text.utf8.dropLast(escape.utf8.count)))
      }
    }
  }

  @Test
  func `a text that breaks off anywhere gives the same`() throws {
    let text = try Fixtures.bytes("preview/flag-import.json")
    for count in 513..<text.count { Self.expectSame(Array(text[..<count])) }
  }

  @Test
  func `containers that nest deeper and deeper find room`() {
    // Nodes are counted by the places of their tokens, of which one that has not ended has taken a single one.
    for step in [1, 2, 7, 40] {
      var text: [UInt8] = Array("[".utf8)
      var depth = 1
      while text.count < 9_000 {
        let opens = min(step, 1000 - depth)
        text += Array(repeating: UInt8(ascii: "["), count: opens)
        depth += opens
        let closes = opens > 1 ? opens / 2 : min(depth - 1, 900)
        text += Array(repeating: UInt8(ascii: "]"), count: closes) + Array(",".utf8)
        depth -= closes
      }
      text += Array("0".utf8) + Array(repeating: UInt8(ascii: "]"), count: depth)
      Self.expectSame(text)
      Self.expectSame(Array(text.dropLast()))
    }
  }

  @Test
  func `a text of fewer values than expected gives the same`() {
    let string = "\"" + String(repeating: "x", count: 100_000) + "\""
    Self.expectSame(Array(string.utf8))
    Self.expectSame(Array("[\(String(repeating: "1,", count: 9_000))\(string)]".utf8))
  }

  @Test
  func `random bytes give the same`() {
    var generator = SeededGenerator(seed: 20_261_120)
    let alphabet = Array("{}[]:,\"\\ \n019eE+-.truefalsnu\u{1}é".utf8)
    for _ in 0..<2000 {
      let count = Int.random(in: 512..<1200, using: &generator)
      let text = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0x20 }
      Self.expectSame(text)
      Self.expectSame(
        [0x5B, 0x22] + text.filter { $0 != 0x22 && $0 != 0x5C && $0 >= 0x20 && $0 < 0x80 } + [
          0x22, 0x5D,
        ])
    }
  }
}
