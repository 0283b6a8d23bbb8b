import JSONPatching
import TestSupport

extension FuzzTarget {
  /// The parser's verdict on a text is that of the model, it keeps what it accepts, and all scanners read the same.
  static func parserFinding(in text: [UInt8]) -> String? {
    ModelJSON.disagreementOfParser(on: text, maximumDepth: PatchInput.depth)
      ?? TextReading.disagreement(on: acrossChunks(text), maximumDepth: PatchInput.depth)
  }

  /// A text that is long enough for an index, and lies across the end of the first piece that is indexed at once: made of one
  /// short text in four, since all those spaces take their time.
  private static func acrossChunks(_ text: [UInt8]) -> [UInt8] {
    let chunk = 4096
    return text.count < chunk && text.count.isMultiple(of: 4)
      ? Array(repeating: UInt8(ascii: " "), count: chunk - text.count / 2) + text : text
  }
}
