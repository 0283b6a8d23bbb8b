extension ModelJSON {
  /// The text with random white space between the tokens and random escapes in the strings.
  public func noisyText(using generator: inout some ChoiceSource) -> [UInt8] {
    let text =
      switch self {
      case .null, .bool, .number: compactText
      case .string(let bytes): Self.noisyString(bytes, &generator)
      case .array(let elements):
        Self.noisyList("[", elements.map { $0.noisyText(using: &generator) }, "]", &generator)
      case .object(let members):
        Self.noisyList(
          "{",
          members.map { member in
            Self.space(&generator) + Self.noisyString(member.name, &generator)
              + Self.space(&generator) + Array(":".utf8) + member.value.noisyText(using: &generator)
          }, "}", &generator)
      }
    return Self.space(&generator) + text + Self.space(&generator)
  }

  /// The text as people and tools indent it, with one of the usual units and line ends.
  public func indentedText(using generator: inout some ChoiceSource) -> [UInt8] {
    let lineEnd = generator.oneIn(4) ? "\r\n" : "\n"
    let unit = generator.pick(["  ", "    ", "\t"])
    let end = generator.oneIn(2) ? lineEnd : ""
    return indentedText(unit: unit, lineEnd: lineEnd) + Array(end.utf8)
  }

  /// An equal value that is spelled differently: numbers, order of members.
  public func respelled(using generator: inout some ChoiceSource) -> ModelJSON {
    switch self {
    case .null, .bool, .string: return self
    case .number(let text): return .number(Self.respelledNumber(text, &generator))
    case .array(let elements): return .array(elements.map { $0.respelled(using: &generator) })
    case .object(let members):
      let respelled = members.map {
        Member(name: $0.name, value: $0.value.respelled(using: &generator))
      }
      return .object(hasDuplicates ? respelled : respelled.shuffled(using: &generator))
    }
  }

  private static func space(_ generator: inout some ChoiceSource) -> [UInt8] {
    let choices = ["", "", "", " ", "  ", "\n", "\r\n", "\t", "\n    ", " \t"]
    return Array(generator.pick(choices).utf8)
  }

  private static func noisyList(
    _ open: String, _ items: [[UInt8]], _ close: String, _ generator: inout some ChoiceSource
  ) -> [UInt8] {
    let inside = items.isEmpty ? space(&generator) : Array(items.joined(separator: [0x2C]))
    return Array(open.utf8) + inside + Array(close.utf8)
  }

  private static func noisyString(
    _ bytes: [UInt8], _ generator: inout some ChoiceSource
  ) -> [UInt8] {
    var result = "\""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if mustEscape || generator.oneIn(6) {
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16, uppercase: generator.oneIn(2))
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Array((result + "\"").utf8)
  }

  private static func respelledNumber(
    _ text: String, _ generator: inout some ChoiceSource
  ) -> String {
    if text.contains(where: { $0 == "e" || $0 == "E" }) {
      return text.replacing("e", with: "E")
    }
    let zeros = String(repeating: "0", count: generator.below(4))
    if text.contains(".") { return text + zeros + generator.pick(["", "e0", "E-0"]) }
    let shifted = text.hasSuffix("0") ? text : "\(text)\(zeros)e-\(zeros.count)"
    return generator.pick([text, "\(text).0\(zeros)", "\(text)e0", shifted, "\(text)E+00"])
  }
}
