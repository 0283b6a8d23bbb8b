import JSONTypes

/// JSON values on a line of a screen, shortened in the middle where they do not fit.
struct ValueText: Sendable {
  /// How to dress the text.
  let styling: Styling
  /// Values are never shortened.
  let isFull: Bool

  /// A value in a room of some columns.
  func text(of value: JSON, columns: Int) -> String {
    let text = wholeText(of: value)
    guard !isFull, text.utf8.count > columns, text.columns > columns else { return text }
    let size = " (\(Self.size(of: value)))"
    let cut = styling.symbols.ellipsis
    let room = max(columns - size.columns - cut.columns, 8)
    let shortened =
      text.prefix(columns: room - room / 3) + cut + text.suffix(columns: room / 3) + size
    return shortened.columns < text.columns ? shortened : text
  }

  /// A value before and after in a room of some columns.
  ///
  /// - Parameters:
  ///   - old: The value before.
  ///   - new: The value after.
  ///   - columns: The room for a line.
  /// - Returns: `old → new` if that fits, or else the old value and the new one.
  func lines(from old: JSON, to new: JSON, columns: Int) -> [String] {
    let line = wholeText(of: old) + " \(styling.symbols.arrow) " + wholeText(of: new)
    if line.utf8.count <= columns || line.columns <= columns { return [line] }
    return [text(of: old, columns: columns), text(of: new, columns: columns)]
  }

  private func wholeText(of value: JSON) -> String {
    if Redaction.isMark(value) { return value.string ?? "" }
    return String(decoding: value.serialized(as: .compact).visibleJSON, as: UTF8.self)
  }

  /// The size of a value in words.
  private static func size(of value: JSON) -> String {
    switch value.kind {
    case .array: count(value.count, "element")
    case .object: count(value.count, "member")
    case .string: count(value.string?.unicodeScalars.count ?? 0, "character")
    case .null, .bool, .number: count(value.description.utf8.count, "character")
    }
  }

  /// A number with a noun, in the plural unless the number is one.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
