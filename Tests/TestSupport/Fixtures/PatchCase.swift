public import JSONPatching

/// A document, a patch, and what comes of them.
public struct PatchCase: Sendable {
  /// The row of the table.
  public var row: FixtureRow
  /// The number of the edge case that this is an example of, if any.
  public var item: Int?
  /// The section of the RFC that decides it.
  public var section: String
  /// The text of the document.
  public var document: [UInt8]
  /// The text of the patch.
  public var patch: [UInt8]
  /// The limits to apply it with.
  public var limits: JSONPatch.Limits
  /// What comes of it.
  public var outcome: Outcome

  /// What comes of a patch.
  public enum Outcome: Sendable {
    /// The text of the result in its preserved form.
    case success([UInt8])
    /// An error.
    case failure(ExpectedError)
  }

  /// What an error must say.
  public struct ExpectedError: Sendable {
    /// The reason.
    public var code: String
    /// The index of the operation; `nil` when the patch as a whole is at fault.
    public var operation: Int?
    /// The pointer that could not be followed, where it matters.
    public var pointer: String?
    /// How far it could be, where it matters.
    public var resolved: String?
    /// What the message must contain.
    public var says: [String]
  }

  /// The folders of patch cases.
  public static let folders = ["patch", "preserved", "disagreements"]

  /// Reads all cases.
  public static func all() throws -> [PatchCase] {
    try folders.flatMap(cases(in:))
  }

  /// Reads the cases of a folder.
  public static func cases(in folder: String) throws -> [PatchCase] {
    try FixtureRow.rows(in: folder).map(PatchCase.init)
  }

  init(_ row: FixtureRow) throws {
    self.row = row
    item = row.json["item"]?.int
    section = try row.requiredText("section")
    guard let document = try row.jsonText("doc"), let patch = try row.jsonText("patch") else {
      throw row.missing("doc or patch")
    }
    self.document = document
    self.patch = patch
    limits = Self.limits(row.json["limits"])
    if let expected = try row.jsonText("expected") {
      outcome = .success(expected)
    } else if let error = row.json["error"], let code = error["code"]?.text {
      outcome = .failure(
        ExpectedError(
          code: code, operation: error["operation"]?.int, pointer: error["pointer"]?.text,
          resolved: error["resolved"]?.text,
          says: error["says"]?.elements?.compactMap(\.text) ?? []))
    } else {
      throw row.missing("expected or error")
    }
  }

  private static func limits(_ json: ModelJSON?) -> JSONPatch.Limits {
    var limits = JSONPatch.Limits.default
    if let depth = json?["depth"]?.int { limits.depth = depth }
    if let operations = json?["operations"]?.int { limits.operations = operations }
    if let bytes = json?["copiedBytes"]?.int { limits.copiedBytes = bytes }
    if let bytes = json?["resultBytes"]?.int { limits.resultBytes = bytes }
    return limits
  }

  /// Whether the case is about limits, which the reference patcher does not have.
  public var hasLimits: Bool { row.json["limits"] != nil }
}

extension PatchCase: CustomStringConvertible {
  /// The file and what the case is about.
  public var description: String { row.description }
}
