import JSONPatching
import TestSupport

extension FuzzTarget {
  /// Every format of the document, parsed and built in code, is read as the same value.
  static func writerFinding(in input: PatchInput) -> String? {
    let options = JSON.ParsingOptions(maximumDepth: PatchInput.limits.depth)
    return [input.document, input.patch].lazy.compactMap { text in
      (try? JSON(parsing: text, options: options)).flatMap { writerFinding(for: $0, from: text) }
    }.first
  }

  private static let formats: [JSON.Format] = [
    .compact, .preserved, .pretty(), .pretty(indent: 0), .compact.sortingMembers,
    .preserved.sortingMembers, .pretty(indent: 3).sortingMembers,
  ]

  private static func writerFinding(for json: JSON, from text: [UInt8]) -> String? {
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
      for format in formats {
        let written = value.serialized(as: format)
        guard let read = try? JSON(parsing: written), read == json else {
          return "as \(format): \(TextBytes(written))"
        }
        // Values keep the order of repeated members, which sorting may not tell apart.
        if read.serialized(as: format) != written {
          return "written twice as \(format): \(TextBytes(written))"
        }
      }
    }
    return nil
  }
}
