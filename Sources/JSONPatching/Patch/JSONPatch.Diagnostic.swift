public import JSONTypes

extension JSONPatch {
  /// How bad a finding is.
  public enum Severity: String, Sendable, Hashable, Comparable {
    /// The patch means what it would mean without what is noted.
    case note
    /// The patch may be applied; it is worth a look.
    case warning
    /// The patch cannot be applied, or must not.
    case error

    /// Orders notes before warnings, and those before errors.
    ///
    /// - Complexity: O(1).
    public static func < (first: Severity, second: Severity) -> Bool {
      first.rank < second.rank
    }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// One finding about a patch: what, where, and what to do.
  public struct Diagnostic: Sendable, Hashable {
    /// The kind of finding.
    public var code: Code
    /// How bad it is.
    public var severity: Severity
    /// The operation that it concerns, from 0, or `nil` if it concerns the whole patch.
    public var operationIndex: Int?
    /// The `op` of the operation, as it is written.
    public var operation: String?
    /// The pointer that it concerns, as it is written.
    public var pointer: String?
    /// What is wrong, without the place.
    public var message: String
    /// What to do about it.
    public var help: String?
    /// More to know, such as the source of a rule.
    public var notes: [String]
    /// Where it is in the text of the patch.
    public var range: SourceRange?

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - code: The kind of finding.
    ///   - severity: How bad it is.
    ///   - operationIndex: The operation that it concerns, from 0.
    ///   - operation: The `op` of the operation, as it is written.
    ///   - pointer: The pointer that it concerns, as it is written.
    ///   - message: What is wrong, without the place.
    ///   - help: What to do about it.
    ///   - notes: More to know.
    ///   - range: Where it is in the text of the patch.
    public init(
      code: Code, severity: Severity, operationIndex: Int? = nil, operation: String? = nil,
      pointer: String? = nil, message: String, help: String? = nil, notes: [String] = [],
      range: SourceRange? = nil
    ) {
      self.code = code
      self.severity = severity
      self.operationIndex = operationIndex
      self.operation = operation
      self.pointer = pointer
      self.message = message
      self.help = help
      self.notes = notes
      self.range = range
    }
  }
}

extension JSONPatch.Diagnostic: CustomStringConvertible {
  /// The finding on one line: `3:26: error: operation 1: … [path-not-found]`.
  public var description: String {
    let place = range.map { "\($0.start.line):\($0.start.column): " } ?? ""
    let operation = operationIndex.map { "operation \($0): " } ?? ""
    return "\(place)\(severity.rawValue): \(operation)\(message) [\(code)]"
  }
}
