public import JSONPatching

/// A text that is not a profile.
public struct PatchProfileError: Error, Sendable, Hashable {
  /// The kind of mistake, for programs.
  public struct Code: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The code in kebab case.
    public let rawValue: String

    /// Creates a code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code in kebab case.
    public var description: String { rawValue }

    /// The text is not JSON.
    public static let jsonSyntax = Code(rawValue: "json-syntax")
    /// An object has a member twice.
    public static let duplicateMember = Code(rawValue: "json-duplicate-member")
    /// A member that has to be there is not.
    public static let memberMissing = Code(rawValue: "member-missing")
    /// A member is not part of the format.
    public static let memberUnknown = Code(rawValue: "member-unknown")
    /// A member has a value of the wrong kind.
    public static let valueKind = Code(rawValue: "value-kind")
    /// A member has a value that is not one of those allowed.
    public static let valueUnknown = Code(rawValue: "value-unknown")
    /// A path pattern or pointer is malformed.
    public static let patternSyntax = Code(rawValue: "pattern-syntax")
    /// A name refers to nothing.
    public static let nameUnknown = Code(rawValue: "name-unknown")
    /// Two entries would speak for the same thing.
    public static let entryRepeated = Code(rawValue: "entry-repeated")
  }

  /// The kind of mistake.
  public let code: Code
  /// What is wrong.
  public let message: String
  /// What to do.
  public let help: String?
  /// Where it is in the text of the profile.
  public let position: SourcePosition?
}

extension PatchProfileError: CustomStringConvertible {
  /// The message with line, column and help.
  public var description: String {
    let place = position.map { "line \($0.line), column \($0.column): " } ?? ""
    return place + message + (help.map { "; \($0)" } ?? "")
  }
}
