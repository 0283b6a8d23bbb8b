public import JSONTypes

extension ModelJSON {
  /// Says how the engine's parser differs from the model's on a text, or `nil` if they agree.
  ///
  /// They agree where both refuse the text, and where both read the same and the engine writes it
  /// back byte for byte.
  public static func disagreementOfParser(
    on text: [UInt8], maximumDepth: Int = JSON.ParsingOptions.default.maximumDepth
  ) -> String? {
    do throws(JSONParsingError) {
      let json = try JSON(parsing: text, options: JSON.ParsingOptions(maximumDepth: maximumDepth))
      guard let model = try? ModelJSON(parsing: text) else {
        return "accepted: \(TextBytes(text))"
      }
      if json.serialized() != text { return "not kept: \(TextBytes(text))" }
      if ModelJSON(json).compactText != model.compactText { return "misread: \(TextBytes(text))" }
      return nil
    } catch {
      // What nests too deep for the engine may nest too deep for the model's recursion as well.
      if error.code != .depthLimit, (try? ModelJSON(parsing: text)) != nil {
        return "refused: \(TextBytes(text)): \(error)"
      }
      let position = error.position
      let isInside =
        position.utf8Offset <= text.count && position.line >= 1
        && (1...(position.utf8Offset + 1)).contains(position.column)
        && position.utf16Column >= position.column && !error.message.isEmpty
      return isInside ? nil : "position \(position) in \(TextBytes(text))"
    }
  }
}
