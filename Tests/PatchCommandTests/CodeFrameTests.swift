import JSONTypes
import Testing

@testable import PatchCommand

struct CodeFrameTests {
  /// The text under the carets, which begins and ends where `«` and `»` stand in a source.
  static func frame(_ marked: String, columns: Int = 80) -> [String] {
    let bytes = Array(marked.utf8)
    let open = Array("«".utf8)
    let close = Array("»".utf8)
    var source: [UInt8] = []
    var start = 0
    var end = 0
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: open) {
        start = source.count
        index += open.count
      } else if bytes[index...].starts(with: close) {
        end = source.count
        index += close.count
      } else {
        source.append(bytes[index])
        index += 1
      }
    }
    let map = SourceMap(source)
    let range = SourceRange(start: map.position(at: start), end: map.position(at: end))
    let styling = Styling(usesColor: false, symbols: .unicode, columns: columns)
    return CodeFrame(around: range, in: source, styling: styling).lines
  }

  @Test(arguments: [
    (#"{"a": «tru»}"#, ["  |", #"1 | {"a": tru}"#, "  |       ^~~"]),
    ("[\n  «1»,\n  2]", ["  |", "2 |   1,", "  |   ^"]),
    ("[\r\n  «1»,\r\n  2]", ["  |", "2 |   1,", "  |   ^"]),
    ("[\r  «1»,\r  2]", ["  |", "2 |   1,", "  |   ^"]),
    ("[\n\t\t«1»,\n]", ["  |", "2 |   1,", "  |   ^"]),
    ("[\"é\", «x»]", ["  |", "1 | [\"é\", x]", "  |       ^"]),
    ("[\"e\u{301}\", «x»]", ["  |", "1 | [\"e\u{301}\", x]", "  |       ^"]),
    ("[\"日本\", «x»]", ["  |", "1 | [\"日本\", x]", "  |          ^"]),
    ("[\"😀\", «xy»]", ["  |", "1 | [\"😀\", xy]", "  |        ^~"]),
    ("\u{FEFF}«[]»", ["  |", "1 | \\ufeff[]", "  |       ^~"]),
    ("[\"\u{1B}«\"»]", ["  |", "1 | [\"\\u001b\"]", "  |         ^"]),
    ("[1,«»]", ["  |", "1 | [1,]", "  |    ^"]),
    ("«»", ["  |", "1 | ", "  | ^"]),
    ("«[1,\n2]»", ["  |", "1 | [1,", "  | ^~~"]),
    ("\n\n\n\n\n\n\n\n\n«x»", ["   |", "10 | x", "   | ^"]),
  ])
  func `carets stand under the marked text`(source: String, frame: [String]) {
    #expect(Self.frame(source) == frame)
  }

  @Test(arguments: [0, 1, 30, 37, 38, 500, 10_000])
  func `a long line is cut to a window around the mark`(before: Int) {
    let source =
      String(repeating: "é", count: before) + "«mark»" + String(repeating: "x", count: 10_000)
    let frame = Self.frame(source, columns: 60)
    #expect(frame.allSatisfy { $0.count <= 60 })
    let carets = frame[2].prefix { $0 != "^" }.count
    #expect(frame[1].dropFirst(carets).hasPrefix("mark"))
    #expect(frame[2].hasSuffix("^~~~"))
    #expect(frame[1].hasSuffix("…"))
  }

  @Test func `a long mark is cut`() {
    let frame = Self.frame("[«" + String(repeating: "y", count: 500) + "»]", columns: 60)
    #expect(frame.allSatisfy { $0.count <= 60 })
    #expect(frame[1].hasSuffix("…"))
  }

  @Test func `no range can make a frame trap`() {
    let source = Array("[1,\r\n \u{1F600} 2]".utf8) + [0xFF, 0x80, 0xC3]
    for start in -2...source.count + 2 {
      for end in -2...source.count + 2 {
        let range = SourceRange(
          start: SourcePosition(utf8Offset: start, line: 1, column: 1, utf16Column: 1),
          end: SourcePosition(utf8Offset: end, line: 1, column: 1, utf16Column: 1))
        #expect(CodeFrame(around: range, in: source, styling: .plain).lines.count == 3)
      }
    }
  }
}
