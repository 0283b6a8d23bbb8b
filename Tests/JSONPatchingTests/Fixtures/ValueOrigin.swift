import JSONPatching
import TestSupport

/// How a document or patch came into being: each way leads through other code of the engine, and
/// none of them may make a difference.
enum ValueOrigin: String, CaseIterable, Sendable {
  /// Parsed from its text.
  case parsed
  /// Built in code, member by member.
  case built
  /// A part of a larger document.
  case nested
  /// A part of a larger document that was cut loose from it.
  case detached
  /// A part of a document that was brought in by an edit.
  case grafted

  /// Makes a value from its text; `nil` if it cannot be made this way.
  func value(_ text: [UInt8]) throws -> JSON? {
    switch self {
    case .parsed: try JSON(parsing: text)
    case .built: JSON(try ModelJSON(parsing: text))
    case .nested: try Self.wrapped(text)[1]
    case .detached: try Self.wrapped(text)[1]?.detached()
    case .grafted: try Self.edited(text)["new"]
    }
  }

  private static func wrapped(_ text: [UInt8]) throws -> JSON {
    try JSON(parsing: Array("[[{}], ".utf8) + text + Array(", {\"a\": 1}]".utf8))
  }

  private static func edited(_ text: [UInt8]) throws -> JSON {
    var document: JSON = ["old": [1, 2, 3]]
    document["new"] = try wrapped(text)[1]
    document["old"] = nil
    return document
  }
}
