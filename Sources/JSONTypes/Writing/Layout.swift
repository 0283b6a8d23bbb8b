/// The white space of a text: where lines break, and what stands after commas and colons.
struct Layout {
  /// What ends a line; empty if everything stands on one line.
  var newline: [UInt8]
  /// What one more level of nesting adds to an indentation.
  var unit: [UInt8]
  /// The indentation of the line that a container begins on.
  var indentation: [UInt8]
  /// What follows a comma on a line.
  var afterComma: [UInt8]
  /// The colon of a member, with the white space around it.
  var colon: [UInt8]
  /// What stands inside the braces of an object on one line.
  var objectPadding: [UInt8] = []
  /// What stands inside the brackets of an array on one line.
  var arrayPadding: [UInt8] = []

  var isMultiline: Bool { !newline.isEmpty }

  static let compact = Layout(
    newline: [], unit: [], indentation: [], afterComma: [], colon: [UInt8(ascii: ":")])

  static func singleLine(isSpaced: Bool) -> Layout {
    var layout = Layout.compact
    if isSpaced {
      layout.afterComma = [0x20]
      layout.colon = [UInt8(ascii: ":"), 0x20]
    }
    return layout
  }

  static func multiline(
    newline: [UInt8] = [0x0A], unit: [UInt8], indentation: [UInt8] = [],
    colon: [UInt8] = [UInt8(ascii: ":"), 0x20]
  ) -> Layout {
    Layout(
      newline: newline, unit: unit, indentation: indentation, afterComma: [0x20], colon: colon)
  }

  init(
    newline: [UInt8], unit: [UInt8], indentation: [UInt8], afterComma: [UInt8], colon: [UInt8]
  ) {
    self.newline = newline
    self.unit = unit
    self.indentation = indentation
    self.afterComma = afterComma
    self.colon = colon
  }

  /// The layout of a format that does not depend on the text.
  init(_ style: JSON.Format.Style) {
    switch style {
    case .preserved, .compact: self = .compact
    case .pretty(let indent):
      self = .multiline(unit: Array(repeating: 0x20, count: indent))
    }
  }
}

/// The white space of one container as it is in the text.
struct ContainerStyle {
  /// Between the opening bracket and the first child.
  var lead: [UInt8]
  /// Between a comma and the next child.
  var separator: [UInt8]
  /// Between the last child and the closing bracket.
  var tail: [UInt8]
  /// How values that come into the container are laid out.
  var children: Layout
}
