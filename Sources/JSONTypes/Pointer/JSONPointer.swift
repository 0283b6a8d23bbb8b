/// A JSON Pointer: the path to a value in a document ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)).
///
///     let pointer: JSONPointer = "/environments/a~1b/0"
///     pointer.tokens          // ["environments", "a/b", "0"]
///     pointer.appending("on") // /environments/a~1b/0/on
///
/// Pointers are compared by the bytes of their tokens, not by canonical equivalence.
public struct JSONPointer: Sendable {
  /// The pointer in its text form, escapes included.
  package let text: String

  /// Takes a text whose syntax is known to be right.
  package init(unchecked text: String) { self.text = text }

  /// The pointer to the whole document: the empty text.
  public static let root = JSONPointer(unchecked: "")

  /// Creates a pointer from its text.
  ///
  /// - Parameter text: Empty, or a `/` before each token; in tokens `~0` stands for `~` and `~1` for `/`.
  /// - Throws: ``SyntaxError``, which says where the text breaks
  ///   [RFC 6901 section 3](https://www.rfc-editor.org/rfc/rfc6901#section-3).
  /// - Complexity: O(*n*) for *n* bytes.
  public init(_ text: String) throws(SyntaxError) {
    if let error = Self.syntaxError(in: text) { throw error }
    self.text = text
  }

  /// Creates a pointer from tokens without escapes.
  ///
  /// - Parameter tokens: The member names and indices on the way.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(tokens: some Sequence<String>) {
    text = tokens.map { "/" + Self.escaped($0) }.joined()
  }

  // MARK: Tokens

  /// The tokens, escapes resolved.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public var tokens: [String] {
    guard !isRoot else { return [] }
    return text.utf8.dropFirst()
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { Self.unescaped($0) }
  }

  /// The number of tokens.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public var count: Int { text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) } }

  /// Whether this points to the whole document.
  public var isRoot: Bool { text.utf8.isEmpty }

  /// The last token, escapes resolved, or `nil` if this points to the whole document.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public var lastToken: String? {
    lastSlash.map { Self.unescaped(text.utf8[text.utf8.index(after: $0)...]) }
  }

  /// The pointer without its last token, or `nil` if this points to the whole document.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public var parent: JSONPointer? {
    lastSlash.map { JSONPointer(unchecked: String(Substring(text.utf8[..<$0]))) }
  }

  private var lastSlash: String.Index? { text.utf8.lastIndex(of: UInt8(ascii: "/")) }

  /// The pointer with one more token.
  ///
  /// - Parameter token: A member name, without escapes.
  /// - Returns: The longer pointer.
  /// - Complexity: O(*n*) for *n* bytes.
  public func appending(_ token: String) -> JSONPointer {
    JSONPointer(unchecked: text + "/" + Self.escaped(token))
  }

  /// The pointer with one more token.
  ///
  /// - Parameter index: An array index.
  /// - Returns: The longer pointer.
  /// - Complexity: O(*n*) for *n* bytes.
  public func appending(_ index: Int) -> JSONPointer {
    JSONPointer(unchecked: "\(text)/\(index)")
  }

  /// Whether this points to a value that contains the one that another pointer points to, or to the same.
  ///
  /// - Parameter other: The other pointer.
  /// - Returns: `true` for `/a` and `/a/b` or `/a`, `false` for `/a` and `/ab`.
  /// - Complexity: O(*n*) for *n* bytes.
  public func isPrefix(of other: JSONPointer) -> Bool {
    guard other.text.utf8.starts(with: text.utf8) else { return false }
    let rest = other.text.utf8.dropFirst(text.utf8.count)
    return rest.first.map { $0 == UInt8(ascii: "/") } ?? true
  }
}

extension JSONPointer: Hashable {
  /// Whether two pointers have the same tokens, byte by byte.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public static func == (first: JSONPointer, second: JSONPointer) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }

  /// Hashes the bytes.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text.utf8.count)
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer in its text form.
  public var description: String { text }
}

extension JSONPointer: ExpressibleByStringLiteral {
  /// Creates a pointer from a literal, whose syntax must be right: `"/a/0"`.
  ///
  /// - Parameter text: The text form; a mistake in it is a mistake of the programmer and traps.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(stringLiteral text: String) {
    if let error = Self.syntaxError(in: text) { preconditionFailure(error.description) }
    self.text = text
  }
}

extension JSONPointer: Codable {
  /// Decodes a pointer from its text form.
  ///
  /// - Throws: `DecodingError` for a text that is no pointer, and whatever the decoder throws.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      self = try JSONPointer(container.decode(String.self))
    } catch let error as SyntaxError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Encodes the text form.
  ///
  /// - Throws: Whatever the encoder throws.
  /// - Complexity: O(*n*) for *n* bytes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
