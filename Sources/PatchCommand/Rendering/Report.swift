import JSONPatching

/// The machine-readable form of an answer: one JSON object.
///
/// Within a major version of the format, members are only ever added. Nothing depends on locale,
/// width or terminal.
enum Report {
  /// The version of the format.
  static let formatVersion: JSON = "1.0"

  /// A report as bytes, without control characters in any string.
  static func bytes(_ members: [(String, JSON)]) -> [UInt8] {
    JSON(members: [("formatVersion", formatVersion)] + members).laidOut
  }

  /// What was found in a patch file.
  static func file(_ name: String, operations: Int, _ diagnostics: [JSONPatch.Diagnostic]) -> JSON {
    JSON(members: [
      ("file", JSON(name)),
      ("operations", JSON(operations)),
      ("diagnostics", JSON(diagnostics.map(diagnostic))),
    ])
  }

  /// The report of a verb that could not do its work.
  static func failure(_ failure: Failure) -> [UInt8] {
    let files = failure.file.map { file -> [JSON] in
      [self.file(file.name, operations: 0, file.diagnostics)]
    }
    return bytes([
      ("ok", false), ("error", error(failure)), ("files", JSON(files ?? [])),
    ])
  }

  /// What a verb or a file failed of.
  static func error(_ failure: Failure) -> JSON {
    JSON(members: [
      ("code", JSON(failure.code.rawValue)), ("message", JSON(failure.message)),
    ])
  }

  /// How many errors, warnings and notes there are.
  static func summary(_ diagnostics: [JSONPatch.Diagnostic]) -> [(String, JSON)] {
    [
      ("errors", JSON(diagnostics.count { $0.severity == .error })),
      ("warnings", JSON(diagnostics.count { $0.severity == .warning })),
      ("notes", JSON(diagnostics.count { $0.severity == .note })),
    ]
  }

  private static func diagnostic(_ diagnostic: JSONPatch.Diagnostic) -> JSON {
    let diagnostic = diagnostic.namingOption
    let notes: JSON? =
      diagnostic.notes.isEmpty ? .none : JSON(diagnostic.notes.map { JSON($0) })
    let members: [(String, JSON?)] = [
      ("code", JSON(diagnostic.code.rawValue)),
      ("severity", JSON(diagnostic.severity.rawValue)),
      ("operation", diagnostic.operationIndex.map { JSON($0) }),
      ("op", diagnostic.operation.map { JSON($0) }),
      ("path", diagnostic.pointer.map { JSON($0) }),
      ("range", diagnostic.range.map(range)),
      ("message", JSON(diagnostic.message)),
      ("help", diagnostic.help.map { JSON($0) }),
      ("notes", notes),
    ]
    return JSON(members: members.compactMap { name, value in value.map { (name, $0) } })
  }

  private static func range(_ range: SourceRange) -> JSON {
    JSON(members: [("start", position(range.start)), ("end", position(range.end))])
  }

  private static func position(_ position: SourcePosition) -> JSON {
    JSON(members: [
      ("line", JSON(position.line)),
      ("column", JSON(position.column)),
      ("utf8Offset", JSON(position.utf8Offset)),
      ("utf16Column", JSON(position.utf16Column)),
    ])
  }
}
