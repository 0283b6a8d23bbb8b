public import JSONTypes

/// What a scanner reads in a text, with everything that scanners could read otherwise.
public enum TextReading: Equatable, Sendable {
  /// A value: its parts, and its compact text.
  case value([Part], compactText: [UInt8])
  /// A mistake.
  case mistake(JSONParsingError)

  /// A value in a text and where it stands.
  public struct Part: Equatable, Sendable {
    var kind: JSON.Kind
    var source: Range<Int>?
    var count: Int
  }

  /// Reads a text with the instructions of a level: without an index at level 0, with one at those above it.
  public init(
    _ text: [UInt8], indexLevel level: Int,
    maximumDepth: Int = JSON.ParsingOptions.default.maximumDepth
  ) {
    var options = JSON.ParsingOptions(maximumDepth: maximumDepth)
    options.indexLevel = level
    do throws(JSONParsingError) {
      let json = try JSON(parsing: text, options: options)
      self = .value(Self.parts(of: json), compactText: json.serialized(as: .compact))
    } catch {
      self = .mistake(error)
    }
  }

  private static func parts(of json: JSON) -> [Part] {
    var pending = [json]
    var parts: [Part] = []
    while let value = pending.popLast() {
      parts.append(Part(kind: value.kind, source: value.sourceBytes, count: value.count))
      pending += value.array.map { Array($0) } ?? value.object?.map(\.value) ?? []
    }
    return parts
  }

  /// The levels that this machine has instructions for, without an index first.
  public static var levels: ClosedRange<Int> { 0...JSON.ParsingOptions.bestIndexLevel }

  /// Says which level reads a text otherwise than no index does, if any.
  public static func disagreement(
    on text: [UInt8], maximumDepth: Int = JSON.ParsingOptions.default.maximumDepth
  ) -> String? {
    let expected = TextReading(text, indexLevel: 0, maximumDepth: maximumDepth)
    for level in levels.dropFirst() {
      let reading = TextReading(text, indexLevel: level, maximumDepth: maximumDepth)
      if reading != expected {
        return "level \(level) reads \(reading)\nand not \(expected)\nin \(TextBytes(text))"
      }
    }
    return nil
  }
}
