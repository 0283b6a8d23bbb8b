extension PathPattern {
  /// A text that is not a pattern.
  public struct SyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text.
    public let text: String
    /// Where the mistake is, in bytes from 0.
    public let utf8Offset: Int
    /// What the mistake is.
    public let message: String
    /// What to write instead.
    public let help: String

    /// The message, with the pattern and the help.
    public var description: String { "\"\(text)\": \(message); \(help)" }
  }

  /// The largest number of tokens: matching keeps one bit for each.
  static let maximumCount = 63

  /// Reads a pattern.
  ///
  /// - Parameter text: `""` for the whole document, otherwise tokens that each begin with `/`.
  /// - Throws: ``SyntaxError`` when the text does not begin with `/`, has an escape or a
  ///   placeholder that does not exist, a `*` within a token, or more than 63 tokens.
  public init(_ text: String) throws(SyntaxError) {
    var parser = Parser(text: text)
    var components = try parser.components()
    while components.last == .anyTokens { components.removeLast() }
    self.init(text: text, components: components)
  }

  /// Reads the text of a pattern from left to right.
  private struct Parser {
    let text: String
    let bytes: [UInt8]
    var offset = 0

    init(text: String) {
      self.text = text
      bytes = Array(text.utf8)
    }

    mutating func components() throws(SyntaxError) -> [Component] {
      var components: [Component] = []
      while offset < bytes.count {
        guard bytes[offset] == UInt8(ascii: "/") else {
          throw error("a pattern begins with /", help: "write \"/\(text)\"")
        }
        guard components.count < PathPattern.maximumCount else {
          throw error(
            "more than \(PathPattern.maximumCount) tokens", help: "use ** for a long way down")
        }
        offset += 1
        components.append(try component())
      }
      return components
    }

    /// One token, up to the next `/`.
    private mutating func component() throws(SyntaxError) -> Component {
      let token = bytes[offset...].prefix { $0 != UInt8(ascii: "/") }
      switch token {
      case _ where token.elementsEqual("*".utf8): return skip(token, .anyToken)
      case _ where token.elementsEqual("**".utf8): return skip(token, .anyTokens)
      case _ where token.elementsEqual("{index}".utf8): return skip(token, .index)
      default: return try named(until: token.endIndex)
      }
    }

    private mutating func skip(_ token: ArraySlice<UInt8>, _ component: Component) -> Component {
      offset = token.endIndex
      return component
    }

    /// A literal token or a prefix.
    private mutating func named(until end: Int) throws(SyntaxError) -> Component {
      var name: [UInt8] = []
      while offset < end {
        switch bytes[offset] {
        case UInt8(ascii: "~"):
          name.append(try escaped(before: end))
        case UInt8(ascii: "*"):
          guard offset == end - 1 else {
            throw error(
              "* within a token",
              help: "only the end of a token may be left open; ~* is the character")
          }
          offset += 1
          return .prefix(name)
        case UInt8(ascii: "{"):
          throw error(
            "an unknown placeholder",
            help: "the only one is {index}; ~{ is the character, * any token")
        case let byte:
          name.append(byte)
          offset += 1
        }
      }
      return .literal(name)
    }

    private mutating func escaped(before end: Int) throws(SyntaxError) -> UInt8 {
      let escape = offset + 1 < end ? bytes[offset + 1] : 0
      let character: UInt8? =
        switch escape {
        case UInt8(ascii: "0"): UInt8(ascii: "~")
        case UInt8(ascii: "1"): UInt8(ascii: "/")
        case UInt8(ascii: "*"), UInt8(ascii: "{"): escape
        default: nil
        }
      guard let character else {
        throw error("~ without 0, 1, * or {", help: "~0 is the character")
      }
      offset += 2
      return character
    }

    private func error(_ message: String, help: String) -> SyntaxError {
      SyntaxError(text: text, utf8Offset: offset, message: message, help: help)
    }
  }
}
