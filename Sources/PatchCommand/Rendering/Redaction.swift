import JSONPatching
import PatchProfiles

/// Puts marks in the place of secret values, so that no screen and no report can show them.
///
/// A value is secret where it stands at a secret place, whatever it is, and where it is one of the
/// known secrets, wherever it stands.
struct Redaction: Sendable {
  /// The known secrets.
  let secrets: Secrets

  init(_ secrets: Secrets) {
    self.secrets = secrets
  }

  /// The value is a mark.
  static func isMark(_ value: JSON) -> Bool {
    guard let text = value.string else { return false }
    return text.hasSameBytes(as: Secrets.mark) || text.hasSameBytes(as: Secrets.changedMark)
  }

  /// A value without its secrets.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - pointer: Its place in the document.
  ///   - places: The secret places of the document.
  ///   - old: The value that was at the place before; secrets that differ from it are marked so.
  /// - Returns: The value with a mark in the place of each secret.
  func redact(
    _ value: JSON, at pointer: JSONPointer, places: [JSONPointer], comparedTo old: JSON? = nil
  ) -> JSON {
    var result = value
    for place in places {
      if place.isPrefix(of: pointer) {
        return JSON(old.map { $0 == value } ?? true ? Secrets.mark : Secrets.changedMark)
      }
      guard pointer.isPrefix(of: place) else { continue }
      let place = JSONPointer(tokens: place.tokens.dropFirst(pointer.count))
      guard let found = value[place] else { continue }
      let isChanged = old.map { $0[place] != found } ?? false
      result[place] = JSON(isChanged ? Secrets.changedMark : Secrets.mark)
    }
    return secrets.masked(result, comparedTo: old)
  }

  /// A path without secrets, as text that a terminal can show.
  func spelling(of pointer: JSONPointer) -> String {
    secrets.masked(pointer.description).visible
  }
}
