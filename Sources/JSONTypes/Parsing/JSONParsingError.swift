/// The first mistake in a JSON text: what it is, where it is, and what to do about it.
public struct JSONParsingError: Error, Sendable, Hashable {
  /// The kind of mistake; more may be told apart in future versions.
  public var code: Code
  /// Where the mistake is.
  public var position: SourcePosition
  /// What is wrong, in a sentence without the position.
  public var message: String
  /// What to do about it.
  public var help: String?

  /// A kind of mistake, by its kebab-case name.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name.
    public var rawValue: String

    /// Creates a code from its name.
    ///
    /// - Parameter rawValue: The name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// There is no value in the text.
    public static let emptyText = Code(rawValue: "empty-text")
    /// The text begins with a byte order mark (RFC 8259 section 8.1).
    public static let byteOrderMark = Code(rawValue: "byte-order-mark")
    /// The text is in UTF-16 or UTF-32.
    public static let notUTF8 = Code(rawValue: "not-utf-8")
    /// A sequence of bytes is no UTF-8.
    public static let invalidUTF8 = Code(rawValue: "invalid-utf-8")
    /// A comma is followed by a closing bracket.
    public static let trailingComma = Code(rawValue: "trailing-comma")
    /// A comma has no value before it.
    public static let unexpectedComma = Code(rawValue: "unexpected-comma")
    /// Two values or members follow each other without a comma.
    public static let missingComma = Code(rawValue: "missing-comma")
    /// A name is not followed by a colon.
    public static let missingColon = Code(rawValue: "missing-colon")
    /// Something needs a value and has none.
    public static let missingValue = Code(rawValue: "missing-value")
    /// A string or name stands in single quotation marks.
    public static let singleQuote = Code(rawValue: "single-quote")
    /// A name is not a string.
    public static let unquotedName = Code(rawValue: "unquoted-name")
    /// There is a comment.
    public static let comment = Code(rawValue: "comment")
    /// A string contains a control character that is not escaped.
    public static let controlCharacter = Code(rawValue: "control-character")
    /// A backslash is followed by something that is no escape.
    public static let invalidEscape = Code(rawValue: "invalid-escape")
    /// An escape names half of a surrogate pair.
    public static let loneSurrogate = Code(rawValue: "lone-surrogate")
    /// A string has no closing quotation mark.
    public static let unclosedString = Code(rawValue: "unclosed-string")
    /// An array or object has no closing bracket.
    public static let unclosedContainer = Code(rawValue: "unclosed-container")
    /// A closing bracket does not fit the opening one.
    public static let mismatchedBracket = Code(rawValue: "mismatched-bracket")
    /// A number begins with a zero that is followed by a digit.
    public static let leadingZero = Code(rawValue: "leading-zero")
    /// Something begins like a number and is none.
    public static let invalidNumber = Code(rawValue: "invalid-number")
    /// A word is none of `true`, `false` and `null`.
    public static let invalidLiteral = Code(rawValue: "invalid-literal")
    /// A character cannot begin a value.
    public static let unexpectedCharacter = Code(rawValue: "unexpected-character")
    /// There is more text after the value.
    public static let trailingData = Code(rawValue: "trailing-data")
    /// Containers nest deeper than ``JSON/ParsingOptions/maximumDepth``.
    public static let depthLimit = Code(rawValue: "depth-limit")
    /// The text is longer than 4 GiB.
    public static let sizeLimit = Code(rawValue: "size-limit")
    /// An object has two members of the same name, and the options forbid it.
    public static let duplicateMember = Code(rawValue: "duplicate-member")
  }

  init(_ code: Code, message: String, help: String? = nil, position: SourcePosition) {
    self.code = code
    self.message = message
    self.help = help
    self.position = position
  }
}

extension JSONParsingError: CustomStringConvertible {
  /// The message with its position: `line 3, column 7: …`.
  public var description: String {
    let place = "line \(position.line), column \(position.column): \(message)"
    return help.map { "\(place) (\($0))" } ?? place
  }
}
