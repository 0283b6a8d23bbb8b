extension JSON {
  /// A number with its exact decimal value and its text.
  ///
  /// Numbers are compared by value, whatever their spelling and size, and never through `Double`:
  ///
  ///     JSON.Number("1.0") == JSON.Number("10e-1")                           // true
  ///     JSON.Number("9007199254740993") == JSON.Number("9007199254740992")   // false
  public struct Number: Sendable {
    /// The text, as it was written.
    public let text: String

    /// Creates a number from its text.
    ///
    /// - Parameter text: A number in the grammar of
    ///   [RFC 8259 section 6](https://www.rfc-editor.org/rfc/rfc8259#section-6); anything else gives `nil`.
    /// - Complexity: O(*n*) for *n* bytes.
    public init?(_ text: String) {
      guard let value = try? JSON(parsing: text), value.kind == .number,
        value.number?.text.utf8.count == text.utf8.count
      else { return nil }
      self.text = text
    }

    /// Creates a number from an integer.
    ///
    /// - Parameter value: The integer, of any size.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// Takes a text that the scanner has accepted.
    init(scanned text: String) { self.text = text }

    /// The number as an integer, or `nil` if it has a fraction or is too large.
    ///
    /// - Complexity: O(*n*) for *n* digits.
    public var int: Int? { Int(text) ?? Decimal(text.utf8).int }

    /// The nearest floating-point number; beyond the range of `Double` an infinity.
    ///
    /// - Complexity: O(*n*) for *n* digits.
    public var double: Double { Double(text) ?? .nan }

    /// Whether the number has no fraction.
    ///
    /// - Complexity: O(*n*) for *n* digits.
    public var isInteger: Bool { Decimal(text.utf8).isInteger }
  }
}

extension JSON.Number: Hashable, Comparable {
  /// Whether two numbers have the same value.
  ///
  /// - Complexity: O(*n*) for *n* digits.
  public static func == (first: JSON.Number, second: JSON.Number) -> Bool {
    Decimal(first.text.utf8) == Decimal(second.text.utf8)
  }

  /// Whether a number is less than another.
  ///
  /// - Complexity: O(*n*) for *n* digits.
  public static func < (first: JSON.Number, second: JSON.Number) -> Bool {
    Decimal(first.text.utf8) < Decimal(second.text.utf8)
  }

  /// Hashes the value.
  ///
  /// - Complexity: O(*n*) for *n* digits.
  public func hash(into hasher: inout Hasher) { hasher.combine(Decimal(text.utf8)) }
}

extension JSON.Number: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}
