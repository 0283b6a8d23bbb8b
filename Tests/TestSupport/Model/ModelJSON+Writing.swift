extension ModelJSON {
  /// The text without white space and with as few escapes as RFC 8259 allows.
  ///
  /// Two values have the same compact text if, and only if, they have the same members in the same
  /// order, strings of the same code points and numbers of the same spelling.
  public var compactText: [UInt8] {
    switch self {
    case .null: return Array("null".utf8)
    case .bool(let value): return Array("\(value)".utf8)
    case .number(let text): return Array(text.utf8)
    case .string(let bytes): return Self.quoted(bytes)
    case .array(let elements):
      return Self.bracketed("[", elements.map(\.compactText), "]")
    case .object(let members):
      let texts = members.map { Self.quoted($0.name) + [0x3A] + $0.value.compactText }
      return Self.bracketed("{", texts, "}")
    }
  }

  /// Whether two values have the same compact text.
  public func isSpelled(as other: ModelJSON) -> Bool {
    compactText == other.compactText
  }

  /// The text with every child on a line of its own; empty containers stay `[]` and `{}`.
  public func indentedText(unit: String, lineEnd: String = "\n", margin: String = "") -> [UInt8] {
    let inner = margin + unit
    func lines(_ open: String, _ items: [[UInt8]], _ close: String) -> [UInt8] {
      let separator = Array("\(lineEnd)\(inner)".utf8)
      let body = items.map { separator + $0 }.joined(separator: [0x2C])
      return Array(open.utf8) + Array(body) + Array("\(lineEnd)\(margin)\(close)".utf8)
    }
    switch self {
    case .array(let elements) where !elements.isEmpty:
      let items = elements.map { $0.indentedText(unit: unit, lineEnd: lineEnd, margin: inner) }
      return lines("[", items, "]")
    case .object(let members) where !members.isEmpty:
      let items = members.map { member in
        Self.quoted(member.name) + Array(": ".utf8)
          + member.value.indentedText(unit: unit, lineEnd: lineEnd, margin: inner)
      }
      return lines("{", items, "}")
    default: return compactText
    }
  }

  /// The text on one line, with what follows a comma and a colon on it.
  public func lineText(spacing: String) -> [UInt8] {
    let comma = Array(",\(spacing)".utf8)
    switch self {
    case .array(let elements):
      let items = elements.map { $0.lineText(spacing: spacing) }
      return Array("[".utf8) + Array(items.joined(separator: comma)) + Array("]".utf8)
    case .object(let members):
      let items = members.map { member in
        Self.quoted(member.name) + Array(":\(spacing)".utf8)
          + member.value.lineText(spacing: spacing)
      }
      return Array("{".utf8) + Array(items.joined(separator: comma)) + Array("}".utf8)
    default: return compactText
    }
  }

  /// The same value with the members of every object in the order of their UTF-8.
  public var sortingMembers: ModelJSON {
    switch self {
    case .null, .bool, .number, .string: return self
    case .array(let elements): return .array(elements.map(\.sortingMembers))
    case .object(let members):
      let sorted = members.sorted { $0.name.lexicographicallyPrecedes($1.name) }
      return .object(sorted.map { Member(name: $0.name, value: $0.value.sortingMembers) })
    }
  }

  private static func bracketed(_ open: String, _ items: [[UInt8]], _ close: String) -> [UInt8] {
    Array(open.utf8) + Array(items.joined(separator: [0x2C])) + Array(close.utf8)
  }

  private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x22]
    for byte in bytes {
      switch byte {
      case 0x22: result += "\\\"".utf8
      case 0x5C: result += "\\\\".utf8
      case 0x08: result += "\\b".utf8
      case 0x0C: result += "\\f".utf8
      case 0x0A: result += "\\n".utf8
      case 0x0D: result += "\\r".utf8
      case 0x09: result += "\\t".utf8
      case 0..<0x10: result += "\\u000\(String(byte, radix: 16))".utf8
      case 0..<0x20: result += "\\u00\(String(byte, radix: 16))".utf8
      default: result.append(byte)
      }
    }
    return result + [0x22]
  }
}

extension ModelJSON: CustomStringConvertible {
  /// The compact text.
  public var description: String { String(decoding: compactText, as: UTF8.self) }
}
