/// A decimal number in its one normal form: sign, digits without zeros at either end, and the power
/// of ten of the digit before the first.
///
///     value = ± 0.d1 d2 d3 … × 10^magnitude
///
/// Zero has no digits. The exponent in a text has no bound, so neither has the magnitude.
struct Decimal: Hashable {
  private var isNegative = false
  private var digits: [UInt8] = []
  private var magnitude = Magnitude(0)

  /// Reads a number in the grammar of RFC 8259 section 6.
  init(_ text: some Sequence<UInt8>) {
    var leading = 0
    var isFraction = false
    var exponent: [UInt8]?
    for byte in text {
      switch byte {
      case UInt8(ascii: "-") where exponent == nil: isNegative = true
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): exponent = []
      case _ where exponent != nil: exponent?.append(byte)
      case UInt8(ascii: "0") where digits.isEmpty:
        if isFraction { leading -= 1 }
      default:
        digits.append(byte)
        if !isFraction { leading += 1 }
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty {
      isNegative = false
    } else {
      magnitude = Magnitude(exponent ?? [], plus: leading)
    }
  }

  /// The integer, if it is one that fits.
  var int: Int? {
    if digits.isEmpty { return 0 }
    guard isInteger, let places = magnitude.small, places <= 19 else { return nil }
    var text = isNegative ? "-" : ""
    text += String(decoding: digits, as: UTF8.self)
    text += String(repeating: "0", count: places - digits.count)
    return Int(text)
  }

  var isInteger: Bool { digits.isEmpty || !(magnitude < Magnitude(digits.count)) }

  static func < (first: Decimal, second: Decimal) -> Bool {
    if first.digits.isEmpty { return !second.digits.isEmpty && !second.isNegative }
    if second.digits.isEmpty { return first.isNegative }
    if first.isNegative != second.isNegative { return first.isNegative }
    let (low, high) = first.isNegative ? (second, first) : (first, second)
    if low.magnitude != high.magnitude { return low.magnitude < high.magnitude }
    return low.digits.lexicographicallyPrecedes(high.digits)
  }
}

/// An integer without bound, of which almost all that occur fit into a word.
private struct Magnitude: Hashable {
  /// The value if it has at most 18 digits, and else `nil`.
  private(set) var small: Int?
  private var isNegative = false
  private var digits: [UInt8] = []

  init(_ value: Int) { small = value }

  /// Reads an exponent with an optional sign and adds a number to it.
  init(_ exponent: [UInt8], plus offset: Int) {
    let sign = exponent.first == UInt8(ascii: "-")
    let hasSign = sign || exponent.first == UInt8(ascii: "+")
    let magnitude = exponent.dropFirst(hasSign ? 1 : 0).drop { $0 == UInt8(ascii: "0") }
    if magnitude.count <= 17 {
      let value = magnitude.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      small = (sign ? -value : value) + offset
    } else {
      // So many digits that the offset, a count of bytes, cannot change the sign.
      let sum = Self.add(sign ? -offset : offset, to: Array(magnitude))
      if sum.count <= 18 {
        let value = sum.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        small = sign ? -value : value
      } else {
        isNegative = sign
        digits = sum
      }
    }
  }

  private static func add(_ offset: Int, to decimal: [UInt8]) -> [UInt8] {
    var result = decimal
    var carry = offset
    var position = result.count - 1
    while carry != 0 {
      let sum = carry + (position >= 0 ? Int(result[position] - UInt8(ascii: "0")) : 0)
      let digit = ((sum % 10) + 10) % 10
      carry = (sum - digit) / 10
      if position >= 0 {
        result[position] = UInt8(ascii: "0") + UInt8(digit)
      } else {
        result.insert(UInt8(ascii: "0") + UInt8(digit), at: 0)
      }
      position -= 1
    }
    return Array(result.drop { $0 == UInt8(ascii: "0") })
  }

  static func < (first: Magnitude, second: Magnitude) -> Bool {
    switch (first.small, second.small) {
    case (let one?, let other?): return one < other
    case (nil, _?): return first.isNegative
    case (_?, nil): return !second.isNegative
    case (nil, nil):
      if first.isNegative != second.isNegative { return first.isNegative }
      let (low, high) = first.isNegative ? (second, first) : (first, second)
      if low.digits.count != high.digits.count { return low.digits.count < high.digits.count }
      return low.digits.lexicographicallyPrecedes(high.digits)
    }
  }
}
