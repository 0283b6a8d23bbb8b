public import JSONTypes

/// Why a patch cannot be read or applied: the first reason, with all that is known about it.
///
///     do {
///       try document.apply(patch)
///     } catch {
///       error.code            // path-not-found
///       error.operationIndex  // 2
///       error.resolvedPrefix  // /environments
///     }
public struct JSONPatchError: Error, Sendable, Hashable {
  /// The reason; more may be told apart in future versions.
  public var code: JSONPatch.Code
  /// The operation that failed, from 0, or `nil` if the patch as a whole is wrong.
  public var operationIndex: Int?
  /// The operation that failed, if it could be read.
  public var operation: JSONPatch.Operation?
  /// The pointer that leads nowhere, or to the value in question.
  public var pointer: JSONPointer?
  /// How far the pointer led: the last value on its way that exists.
  public var resolvedPrefix: JSONPointer?
  /// The value that a `test` requires.
  public var expected: JSON?
  /// The value that a `test` found.
  public var found: JSON?
  /// Where the mistake is in the text of the patch, if it was parsed.
  public var range: SourceRange?
  /// What is wrong, without the place.
  public var message: String
  /// What to do about it.
  public var help: String?

  init(_ code: JSONPatch.Code, _ message: String, help: String? = nil) {
    self.code = code
    self.message = message
    self.help = help
  }

  /// The error as a finding.
  public var diagnostic: JSONPatch.Diagnostic {
    JSONPatch.Diagnostic(
      code: code, severity: .error, operationIndex: operationIndex,
      operation: operation?.kind.rawValue, pointer: pointer?.description, message: message,
      help: help, range: range)
  }
}

extension JSONPatchError: CustomStringConvertible {
  /// The error on one line: `operation 2 (replace /a/b): no member "b" in /a [path-not-found]`.
  public var description: String {
    var text = ""
    if let operationIndex {
      text = "operation \(operationIndex)"
      if let operation { text += " (\(operation.kind.rawValue) \(operation.path))" }
      text += ": "
    } else if let range {
      text = "line \(range.start.line), column \(range.start.column): "
    }
    return text + message + " [\(code)]"
  }
}

extension JSONPatchError {
  /// A patch that is not JSON.
  init(_ error: JSONParsingError) {
    self.init(
      error.code == .duplicateMember ? .jsonDuplicateMember : .jsonSyntax, error.message,
      help: error.help)
    range = SourceRange(start: error.position, end: error.position)
  }

  /// A mistake that was found in a patch.
  init(_ diagnostic: JSONPatch.Diagnostic) {
    self.init(diagnostic.code, diagnostic.message, help: diagnostic.help)
    operationIndex = diagnostic.operationIndex
    pointer = diagnostic.pointer.flatMap { try? JSONPointer($0) }
    range = diagnostic.range
  }
}
