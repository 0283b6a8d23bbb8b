public import JSONTypes

/// A text, and what a parser makes of it.
public struct ParsingCase: Sendable {
  /// The row of the table.
  public var row: FixtureRow
  /// The section of the RFC that decides it.
  public var section: String
  /// The text, which may be anything.
  public var text: [UInt8]
  /// What the parser is told to accept.
  public var options: JSON.ParsingOptions
  /// What comes of it.
  public var outcome: Outcome

  /// What comes of a text.
  public enum Outcome: Sendable {
    /// A value.
    case value(ModelJSON)
    /// A mistake, by its code, and where it is.
    case mistake(code: String, SourcePosition)
  }

  /// The tables of texts that are JSON, and of texts that are not.
  public static let files = ["accepted", "encoding", "numbers", "options", "strings", "structure"]

  /// Reads all cases.
  public static func all() throws -> [ParsingCase] {
    try files.flatMap { try FixtureRow.rows(of: "parse/\($0).json").map(ParsingCase.init) }
  }

  init(_ row: FixtureRow) throws {
    self.row = row
    section = try row.requiredText("section")
    text = try row.bytes()
    options = .default
    if let depth = row.json["maximumDepth"]?.int { options.maximumDepth = depth }
    if row.text("duplicateMembers") == "reject" { options.duplicateMembers = .reject }
    if let value = row.json["value"] {
      outcome = .value(value)
    } else if let error = row.json["error"], let code = error["code"]?.text {
      outcome = .mistake(code: code, try row.position(error))
    } else {
      throw row.missing("value or error")
    }
  }
}

extension ParsingCase: CustomStringConvertible {
  /// The file and what the case is about.
  public var description: String { row.description }
}

extension FixtureRow {
  /// Reads a position: an object with the members of ``SourcePosition``.
  public func position(_ json: ModelJSON?) throws -> SourcePosition {
    guard let offset = json?["offset"]?.int, let line = json?["line"]?.int,
      let column = json?["column"]?.int, let utf16Column = json?["utf16Column"]?.int
    else { throw missing("position") }
    return SourcePosition(
      utf8Offset: offset, line: line, column: column, utf16Column: utf16Column)
  }
}
