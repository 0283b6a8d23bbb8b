import JSONPatching
import TestSupport

extension FuzzTarget {
  /// Every format of the document, parsed and built in code, is read as the same value.
  static func writerFinding(in input: PatchInput) -> String? {
    let options = JSON.ParsingOptions(maximumDepth: PatchInput.depth)
    var aspects = input.aspects
    for text in [input.document, input.patch] {
      guard let json = try? JSON(parsing: text, options: options) else { continue }
      if let finding = writerFinding(for: json, from: text, aspects: &aspects) { return finding }
    }
    return nil
  }

  private static let formats: [JSON.Format] = [
    .compact, .preserved, .pretty(), .pretty(indent: 0), .compact.sortingMembers,
    .preserved.sortingMembers, .pretty(indent: 3).sortingMembers,
  ]

  private static func writerFinding(
    for json: JSON, from text: [UInt8], aspects: inout SeededGenerator
  ) -> String? {
    if json.serialized() != text { return "not kept" }
    let model = ModelJSON(json)
    // The compact form keeps the spelling of strings, the model's does not.
    if (try? ModelJSON(parsing: json.serialized(as: .compact)))?.compactText != model.compactText {
      return "compact: \(json)\nmodel:   \(model)"
    }
    var values = [json, json.detached()]
    if let built = JSON(model) { values.append(built) }
    for value in values {
      if value != json || value.hashValue != json.hashValue { return "not equal: \(value)" }
      let format = aspects.pick(formats)
      let written = value.serialized(as: format)
      guard let read = try? JSON(parsing: written), read == json else {
        return "as \(format): \(TextBytes(written))"
      }
      // Values keep the order of repeated members, which sorting may not tell apart.
      if read.serialized(as: format) != written {
        return "written twice as \(format): \(TextBytes(written))"
      }
    }
    return nil
  }
}
