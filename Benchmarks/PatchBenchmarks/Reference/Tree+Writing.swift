extension Tree {
  /// How a tree becomes text.
  struct Layout {
    /// Spaces per level; `nil` leaves out all white space.
    var indent: Int?
    /// Which strings are written with more escapes than necessary.
    var escaping: Escaping = .minimal

    static let compact = Layout(indent: nil)

    static func pretty(indent: Int) -> Layout {
      Layout(indent: indent)
    }

    func mixing(seed: UInt64, chance: Double) -> Layout {
      Layout(indent: indent, escaping: .mixed(seed: seed, chance: chance))
    }
  }

  /// Raw UTF-8 throughout, or `\u` and `\/` escapes in some strings, so that parsers meet both.
  enum Escaping {
    case minimal
    case mixed(seed: UInt64, chance: Double)
  }

  func json(_ layout: Layout = .compact) -> [UInt8] {
    var writer = Writer(layout: layout)
    writer.write(self, level: 0)
    return writer.output
  }
}

private struct Writer {
  var output: [UInt8] = []
  let indent: Int?
  private var random: Randomness
  private let chance: Double

  init(layout: Tree.Layout) {
    indent = layout.indent
    switch layout.escaping {
    case .minimal:
      random = Randomness(seed: 0)
      chance = 0
    case .mixed(let seed, let chance):
      random = Randomness(seed: seed)
      self.chance = chance
    }
  }

  mutating func write(_ tree: Tree, level: Int) {
    switch tree {
    case .scalar(let json):
      writeToken(json)
    case .array(let elements):
      writeContainer(elements, open: "[", close: "]", level: level) { writer, element in
        writer.write(element, level: level + 1)
      }
    case .object(let members):
      writeContainer(members, open: "{", close: "}", level: level) { writer, member in
        writer.writeToken(member.name)
        writer.output += writer.indent == nil ? ":".utf8 : ": ".utf8
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func writeContainer<Child>(
    _ children: [Child], open: Unicode.Scalar, close: Unicode.Scalar, level: Int,
    writeChild: (inout Writer, Child) -> Void
  ) {
    output.append(UInt8(ascii: open))
    for (index, child) in children.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(level: level + 1)
      writeChild(&self, child)
    }
    if !children.isEmpty { breakLine(level: level) }
    output.append(UInt8(ascii: close))
  }

  private mutating func breakLine(level: Int) {
    guard let indent else { return }
    output.append(UInt8(ascii: "\n"))
    output += repeatElement(UInt8(ascii: " "), count: indent * level)
  }

  private mutating func writeToken(_ json: String) {
    guard json.utf8.first == UInt8(ascii: "\""), chance > 0, random.chance(chance) else {
      output += json.utf8
      return
    }
    for scalar in json.unicodeScalars {
      if scalar == "/" {
        output += "\\/".utf8
      } else if scalar.isASCII {
        output.append(UInt8(ascii: scalar))
      } else {
        for unit in String(scalar).utf16 {
          output += "\\u".utf8
          output += Tree.hexadecimal(UInt32(unit)).utf8
        }
      }
    }
  }
}
