extension PatchPair {
  /// Returns a random pair: most of its operations succeed, some fail, and some are none.
  ///
  /// No object has two members of the same name: what becomes of those is not for RFC 6902 to say.
  public static func random(using generator: inout some ChoiceSource) -> PatchPair {
    let shape = ModelJSON.Shape(depth: 1 + generator.below(3), width: 4)
    var document =
      generator.oneIn(20)
      ? ModelJSON.random(shape: shape, using: &generator)
      : ModelJSON.randomContainer(shape: shape, using: &generator)
    var operations = ModelOperation.randomPatch(
      for: document, length: 1 + generator.below(4), using: &generator
    ).map(\.json)
    if generator.oneIn(3) {
      let index = generator.below(operations.count)
      operations[index] = operations[index].withOddPointer(using: &generator)
    }
    if generator.oneIn(12) {
      let index = generator.below(operations.count)
      operations[index] = operations[index].withOddMember(using: &generator)
    }
    var patch = ModelJSON.array(operations)
    if generator.oneIn(100) { patch = generator.pick([.null, .object([]), operations[0]]) }
    // Many parsers refuse numbers beyond all doubles, and would have nothing else to say.
    if !generator.oneIn(20) {
      document = document.withoutHugeNumbers
      patch = patch.withoutHugeNumbers
    }
    return PatchPair(document: document, patch: patch)
  }
}

extension ModelJSON {
  /// Texts that are no pointers.
  private static let brokenPointers = ["a", "a/b", "/~", "/~2", "/a~", "/~01~", "#/a", " ", "//~"]

  /// Tokens that look like what they are not.
  private static let oddTokens = [
    "-", "01", "00", "+1", "-1", "-0", "1e0", "1.0", "0x0", " 1", "1 ", "", "~0", "~1", "~01", "99",
    "4294967296", "18446744073709551616", "18446744073709551617", "\u{661}", "e\u{301}", "\u{E9}",
    "length", "__proto__",
  ]

  /// The operation with another last token, one more, or none that can be read.
  fileprivate func withOddPointer(using generator: inout some ChoiceSource) -> ModelJSON {
    let name = self["from"] != nil && generator.oneIn(2) ? "from" : "path"
    guard let text = self[name]?.text else { return self }
    let token = generator.pick(Self.oddTokens)
    let parent = text.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return switch generator.below(8) {
    case 0: setting(name, to: ModelJSON(generator.pick(Self.brokenPointers)))
    case 1: setting(name, to: ModelJSON(""))
    case 2, 3: setting(name, to: ModelJSON("\(text)/\(token)"))
    default: setting(name, to: ModelJSON(parent.joined(separator: "/") + "/" + token))
    }
  }

  /// The operation with a member less, one more, or one of another type; or something else instead.
  fileprivate func withOddMember(using generator: inout some ChoiceSource) -> ModelJSON {
    let members = members ?? []
    let name = String(decoding: generator.pick(members).name, as: UTF8.self)
    let value = generator.pick([
      .null, .bool(true), .number("0"), ModelJSON(""), .array([]), .object([]),
      ModelJSON("REPLACE"), ModelJSON("spam"),
    ])
    return switch generator.below(5) {
    case 0: .object(members.filter { $0.name != Array(name.utf8) })
    case 1, 2: setting(name, to: value)
    case 3: setting(generator.pick(["from", "value", "comment"]), to: value)
    default: value
    }
  }

  fileprivate var withoutHugeNumbers: ModelJSON {
    switch self {
    case .null, .bool, .string: self
    case .number(let text): Double(text)?.isFinite == true ? self : .number("1")
    case .array(let elements): .array(elements.map(\.withoutHugeNumbers))
    case .object(let members):
      .object(members.map { Member(name: $0.name, value: $0.value.withoutHugeNumbers) })
    }
  }
}
