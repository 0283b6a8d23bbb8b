import JSONPatching
import TestSupport

extension FuzzTarget {
  /// The parser's verdict on a text is that of the model, and it keeps what it accepts.
  static func parserFinding(in text: [UInt8]) -> String? {
    ModelJSON.disagreementOfParser(on: text, maximumDepth: PatchInput.limits.depth)
  }
}
