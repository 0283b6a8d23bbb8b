public import JSONTypes

extension JSONPointer {
  /// A pointer in which the token `*` stands for any one token.
  ///
  ///     let pattern: JSONPointer.Pattern = "/items/*/_version"
  ///     pattern.matches("/items/0/_version")  // true
  public struct Pattern: Sendable, Hashable {
    /// The pattern as a pointer.
    let pointer: JSONPointer
    /// The UTF-8 of the tokens; `nil` stands for any.
    let tokens: [[UInt8]?]

    /// Creates a pattern from a pointer.
    ///
    /// - Parameter pointer: The pointer, with `*` in the place of any token.
    /// - Complexity: O(*n*) for *n* bytes.
    public init(_ pointer: JSONPointer) {
      self.pointer = pointer
      tokens = pointer.tokens.map { $0.utf8.elementsEqual("*".utf8) ? nil : Array($0.utf8) }
    }

    /// Whether a pointer has as many tokens, each the same or in the place of a `*`.
    ///
    /// - Parameter other: The pointer.
    /// - Returns: Whether it matches.
    /// - Complexity: O(*n*) for *n* bytes.
    public func matches(_ other: JSONPointer) -> Bool {
      let others = other.tokens
      return others.count == tokens.count
        && zip(tokens, others).allSatisfy { token, other in
          token.map { other.utf8.elementsEqual($0) } ?? true
        }
    }

    /// Whether two patterns have the same tokens.
    ///
    /// - Complexity: O(*n*) for *n* bytes.
    public static func == (first: Pattern, second: Pattern) -> Bool {
      first.pointer == second.pointer
    }

    /// Hashes the tokens.
    ///
    /// - Complexity: O(*n*) for *n* bytes.
    public func hash(into hasher: inout Hasher) { hasher.combine(pointer) }
  }
}

extension JSONPointer.Pattern: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Creates a pattern from a literal, whose syntax must be that of a pointer.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public init(stringLiteral text: String) { self.init(JSONPointer(stringLiteral: text)) }

  /// The pattern in its text form.
  public var description: String { pointer.description }
}
