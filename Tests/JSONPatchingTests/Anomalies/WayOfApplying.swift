import JSONPatching

/// One of the ways to apply a patch to a document.
enum WayOfApplying: CaseIterable {
  /// In place.
  case inPlace
  /// To a copy.
  case toCopy
  /// In place, with a record of what takes it back.
  case recordingInverse
  /// From text to text.
  case toText
  /// From text to text, with the memory of others before.
  case inSession

  /// Whether the document is written and parsed again before anything is done to it.
  var readsText: Bool { self == .toText || self == .inSession }

  /// Applies a patch, and returns the result.
  func apply(
    _ patch: JSONPatch, to document: inout JSON, limits: JSONPatch.Limits,
    session: inout PatchSession
  ) throws(JSONPatchError) -> JSON {
    switch self {
    case .inPlace:
      try document.apply(patch, limits: limits)
      return document
    case .toCopy:
      return try document.applying(patch, limits: limits)
    case .recordingInverse:
      _ = try document.applyRecordingInverse(patch, tests: true, limits: limits)
      return document
    case .toText:
      return Self.parsed(try patch.apply(toJSON: document.serialized(), limits: limits))
    case .inSession:
      session.limits = limits
      return Self.parsed(try session.apply(patch, toJSON: document.serialized()))
    }
  }

  /// What is no JSON is no document, and equal to no result.
  private static func parsed(_ text: [UInt8]) -> JSON {
    (try? JSON(parsing: text)) ?? "no JSON"
  }
}
