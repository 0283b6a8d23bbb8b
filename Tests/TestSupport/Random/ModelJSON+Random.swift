extension ModelJSON {
  /// What a random value may be like.
  public struct Shape: Sendable {
    /// How deep containers may nest.
    public var depth: Int
    /// How many children a container may have.
    public var width: Int
    /// Whether an object may have two members of the same name.
    public var allowsDuplicates: Bool

    /// Creates a shape.
    public init(depth: Int = 4, width: Int = 5, allowsDuplicates: Bool = false) {
      self.depth = depth
      self.width = width
      self.allowsDuplicates = allowsDuplicates
    }
  }

  /// Names that have gone wrong somewhere: empty, escaped, normalised, taken for an index, taken
  /// for something of the language.
  public static let hostileNames = [
    "", "a/b", "~", "~0", "~1", "\u{E9}", "e\u{301}", "-", "0", "01", "1", "-1", "length",
    "__proto__", "constructor", "\u{0}", "a\u{0}b", "\u{1F600}", "\u{FEFF}", "\"", "\\", "\n",
    "%25", "op", "path", "value", "A", "\u{2028}",
    "a longer name that does not fit into sixteen bytes",
  ]

  /// Numbers of all spellings.
  public static let oddNumbers = [
    "0", "-0", "0.0", "-0.0e-0", "1", "1.0", "1e0", "10e-1", "100E-2", "0.1e+1", "-1", "-1.50",
    "1e400", "10e399", "1e-400", "1e999999999999", "9007199254740993", "9007199254740992",
    "18446744073709551616", "123456789012345678901234567890", "9223372036854775807",
    "-9223372036854775808", "0.1", "1E5", "100000",
  ]

  /// Strings that are easily mistaken for something else.
  public static let oddStrings = [
    "", "a", "true", "null", "1", "\u{E9}", "e\u{301}", "\u{1F600}\u{1F468}\u{200D}\u{1F469}",
    "\"\\/\u{8}\u{C}\n\r\t", "\u{0}\u{1F}\u{7F}", "{\"a\": [1, 2]}", "\u{10FFFF}\u{FFFF}",
    "a longer string, of more bytes than a vector register has room for",
  ]

  /// Returns a random value.
  public static func random(
    shape: Shape = Shape(), using generator: inout some ChoiceSource
  ) -> ModelJSON {
    let kind = generator.below(shape.depth > 0 ? 10 : 6)
    switch kind {
    case 0: return .null
    case 1: return .bool(generator.oneIn(2))
    case 2: return .number(generator.pick(oddNumbers))
    case 3: return .number("\(generator.below(1000) - 500)")
    case 4: return ModelJSON(generator.pick(oddStrings))
    case 5: return ModelJSON(generator.pick(hostileNames))
    case 6, 7: return .array(randomElements(shape, &generator))
    default: return .object(randomMembers(shape, &generator))
    }
  }

  /// Returns a random object or array.
  public static func randomContainer(
    shape: Shape = Shape(), using generator: inout some ChoiceSource
  ) -> ModelJSON {
    generator.oneIn(3)
      ? .array(randomElements(shape, &generator)) : .object(randomMembers(shape, &generator))
  }

  /// Returns a random member name, often a hostile one.
  public static func randomName(using generator: inout some ChoiceSource) -> [UInt8] {
    let name =
      generator.oneIn(2) ? generator.pick(["a", "b", "c", "d"]) : generator.pick(hostileNames)
    return Array(name.utf8)
  }

  private static func randomElements(
    _ shape: Shape, _ generator: inout some ChoiceSource
  ) -> [ModelJSON] {
    var inner = shape
    inner.depth -= 1
    return (0..<generator.below(shape.width + 1)).map { _ in
      random(shape: inner, using: &generator)
    }
  }

  private static func randomMembers(
    _ shape: Shape, _ generator: inout some ChoiceSource
  ) -> [Member] {
    var inner = shape
    inner.depth -= 1
    var members: [Member] = []
    for _ in 0..<generator.below(shape.width + 1) {
      let name = randomName(using: &generator)
      if !shape.allowsDuplicates, members.contains(where: { $0.name == name }) { continue }
      members.append(Member(name: name, value: random(shape: inner, using: &generator)))
    }
    return members
  }
}
