extension ModelJSON: Equatable {
  /// Compares two values as RFC 6902 section 4.6 says.
  ///
  /// Numbers are compared by value, strings by code points, members in any order; of members of the
  /// same name the last one counts.
  public static func == (first: ModelJSON, second: ModelJSON) -> Bool {
    switch (first, second) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.number(let one), .number(let other)): ModelDecimal(one) == ModelDecimal(other)
    case (.string(let one), .string(let other)): one == other
    case (.array(let one), .array(let other)): one == other
    case (.object, .object): haveEqualMembers(first.withoutDuplicates, second.withoutDuplicates)
    default: false
    }
  }

  private static func haveEqualMembers(_ first: ModelJSON, _ second: ModelJSON) -> Bool {
    guard let one = first.members, let other = second.members, one.count == other.count else {
      return false
    }
    return one.allSatisfy { member in
      other.contains { $0.name == member.name && $0.value == member.value }
    }
  }
}

/// The value of a JSON number: its significant digits and a power of ten.
///
/// The digits have no zero in front or at the end, so that equal numbers have equal forms. The
/// exponent is a decimal integer of any length.
struct ModelDecimal: Equatable {
  var isNegative: Bool
  var digits: String
  var exponent: DecimalInteger

  init(_ spelling: String) {
    var rest = Substring(spelling)
    isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    let parts = rest.split(whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts[0].split(separator: ".")
    digits = mantissa.joined()
    exponent = DecimalInteger(parts.count > 1 ? String(parts[1]) : "0")
    let decimals = mantissa.count > 1 ? mantissa[1].count : 0
    for _ in 0..<decimals { exponent.decrement() }

    while digits.first == "0" { digits.removeFirst() }
    while digits.last == "0" {
      digits.removeLast()
      exponent.increment()
    }
    if digits.isEmpty {
      isNegative = false
      exponent = DecimalInteger("0")
    }
  }
}

/// An integer of any length that can be counted up and down.
struct DecimalInteger: Equatable {
  private(set) var isNegative: Bool
  /// Without zeros in front; empty for zero.
  private(set) var digits: [Int]

  init(_ text: String) {
    digits = Array(text.compactMap(\.wholeNumberValue).drop { $0 == 0 })
    isNegative = text.first == "-" && !digits.isEmpty
  }

  mutating func increment() {
    isNegative ? shrink() : grow()
  }

  mutating func decrement() {
    if digits.isEmpty { isNegative = true }
    isNegative ? grow() : shrink()
  }

  private mutating func grow() {
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place < 0 { digits.insert(1, at: 0) } else { digits[place] += 1 }
  }

  private mutating func shrink() {
    var place = digits.count - 1
    while place > 0, digits[place] == 0 {
      digits[place] = 9
      place -= 1
    }
    digits[place] -= 1
    if digits[0] == 0 { digits.removeFirst() }
    if digits.isEmpty { isNegative = false }
  }
}
