/// A JSON value in the most obvious form: what documents are generated from, and what results are
/// judged against.
///
/// Scalars and member names are kept as their JSON text, quotation marks and escapes included, so
/// that a tree that was read and written again says the same thing byte for byte. Nothing here is
/// shared with the engine that is measured.
enum Tree: Sendable {
  case scalar(String)
  case array([Tree])
  case object([Member])

  struct Member: Sendable {
    /// The name as JSON text, with its quotation marks.
    var name: String
    var value: Tree
  }
}

// MARK: - Building

extension Tree {
  static func string(_ text: String) -> Tree {
    .scalar(quoted(text))
  }

  static func number(_ value: some BinaryInteger) -> Tree {
    .scalar(String(value))
  }

  static func number(_ value: Double) -> Tree {
    .scalar(value.description)
  }

  static func bool(_ value: Bool) -> Tree {
    .scalar(value ? "true" : "false")
  }

  static func strings(_ texts: some Sequence<String>) -> Tree {
    .array(texts.map(Tree.string))
  }

  static func object(_ members: some Sequence<(String, Tree)>) -> Tree {
    .object(members.map { Member(name: quoted($0), value: $1) })
  }

  /// JSON text of a string with no more escapes than RFC 8259, section 7, asks for.
  static func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\t": json += "\\t"
      case "\u{0}"..."\u{1F}":
        json += "\\u" + hexadecimal(scalar.value)
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// Four hexadecimal digits, as a `\u` escape has them.
  static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Tree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) {
    self = .string(text)
  }

  init(integerLiteral value: Int) {
    self = .number(value)
  }

  init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  init(nilLiteral: ()) {
    self = .scalar("null")
  }

  init(arrayLiteral elements: Tree...) {
    self = .array(elements)
  }

  /// An object whose members keep the order in which they are written.
  init(dictionaryLiteral members: (String, Tree)...) {
    self = .object(members)
  }
}

// MARK: - Looking

extension Tree {
  var elements: [Tree] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  subscript(name: String) -> Tree? {
    members.last { $0.isNamed(name) }?.value
  }

  /// The decoded text of a string.
  var text: String? {
    guard case .scalar(let json) = self, json.utf8.first == UInt8(ascii: "\"") else { return nil }
    return Tree.unquoted(json)
  }

  /// Calls `body` with every value and the tokens that lead to it, in document order.
  func walk(_ body: (_ tokens: [String], _ value: Tree) -> Void) {
    var tokens: [String] = []
    walk(tokens: &tokens, body)
  }

  private func walk(tokens: inout [String], _ body: ([String], Tree) -> Void) {
    body(tokens, self)
    switch self {
    case .scalar: break
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        tokens.append(String(index))
        element.walk(tokens: &tokens, body)
        tokens.removeLast()
      }
    case .object(let members):
      for member in members {
        tokens.append(Tree.unquoted(member.name))
        member.value.walk(tokens: &tokens, body)
        tokens.removeLast()
      }
    }
  }
}

extension Tree.Member {
  /// Whether the decoded name has the same code points.
  func isNamed(_ other: String) -> Bool {
    let inner = name.utf8.dropFirst().dropLast()
    return inner.elementsEqual(other.utf8)
      || inner.contains(UInt8(ascii: "\\")) && Tree.unquoted(name).utf8.elementsEqual(other.utf8)
  }
}
