/// The white space between values: where lines break, and what stands after commas and colons.
struct Layout {
  /// What ends a line; empty if everything stands on one line.
  var newline: TextSlice = ""
  /// What one more level of nesting adds to an indentation.
  var unit: TextSlice = ""
  /// The indentation of the line that a container begins on, apart from the levels that come to it.
  var indentation: TextSlice = ""
  /// How many levels deeper than that the container stands.
  var level = 0
  /// What follows a comma on a line.
  var afterComma: TextSlice = ""
  /// The colon of a member, with the white space around it.
  var colon: TextSlice = ":"
  /// What stands inside the braces of an object on one line.
  var objectPadding: TextSlice = ""
  /// What stands inside the brackets of an array on one line.
  var arrayPadding: TextSlice = ""

  var isMultiline: Bool { !newline.isEmpty }

  /// Whether there is no white space at all.
  var isTight: Bool {
    !isMultiline && afterComma.isEmpty && colon.count == 1 && objectPadding.isEmpty
      && arrayPadding.isEmpty
  }

  static func singleLine(isSpaced: Bool) -> Layout {
    isSpaced ? Layout(afterComma: " ", colon: ": ") : Layout()
  }

  static func multiline(newline: TextSlice, unit: TextSlice) -> Layout {
    Layout(newline: newline, unit: unit, afterComma: " ", colon: ": ")
  }

  /// The layout of a format that does not depend on the text.
  static func fixed(_ style: JSON.Format.Style) -> Layout {
    switch style {
    case .preserved, .compact: Layout()
    case .pretty(let indent): .multiline(newline: "\n", unit: spaces[0..<indent])
    }
  }

  private static var spaces: TextSlice {
    "                                                                "
  }

  /// The most spaces that a level may have.
  static let maximumIndent = 64
}

/// Some white space of a container: as it stands somewhere in the text, or put together of such pieces.
struct Whitespace {
  private let first: TextSlice
  private let second: TextSlice
  private let third: TextSlice

  init(_ first: TextSlice, _ second: TextSlice = "", _ third: TextSlice = "") {
    self.first = first
    self.second = second
    self.third = third
  }

  @inline(never)
  func write(to output: inout OutputBuffer) {
    output.append(first)
    if !second.isEmpty { output.append(second) }
    if !third.isEmpty { output.append(third) }
  }
}

extension TextSlice: ExpressibleByStringLiteral {
  /// The bytes of a literal, which outlive everything.
  @usableFromInline
  package init(stringLiteral literal: StaticString) { self.init(literal) }
}
