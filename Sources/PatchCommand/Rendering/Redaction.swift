import JSONTypes

/// Puts marks in the place of secret values, so that no screen and no report can show them.
enum Redaction {
  private static let mark = "(sensitive)"
  private static let changedMark = "(sensitive, changed)"

  /// The value is a mark.
  static func isMark(_ value: JSON) -> Bool {
    guard let text = value.string else { return false }
    return text.hasSameBytes(as: mark) || text.hasSameBytes(as: changedMark)
  }

  /// A value without its secrets.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - pointer: Its place in the document.
  ///   - secrets: The places of secrets in the document.
  ///   - old: The value that was at the place before; secrets that differ from it are marked so.
  /// - Returns: The value with a mark in the place of each secret.
  static func redact(
    _ value: JSON, at pointer: JSONPointer, secrets: [JSONPointer], comparedTo old: JSON? = nil
  ) -> JSON {
    var result = value
    for secret in secrets {
      if secret.isPrefix(of: pointer) {
        return JSON(old.map { $0 == value } ?? true ? mark : changedMark)
      }
      guard pointer.isPrefix(of: secret) else { continue }
      let place = JSONPointer(tokens: secret.tokens.dropFirst(pointer.count))
      guard let found = value[place] else { continue }
      let isChanged = old.map { $0[place] != found } ?? false
      result[place] = JSON(isChanged ? changedMark : mark)
    }
    return result
  }
}
