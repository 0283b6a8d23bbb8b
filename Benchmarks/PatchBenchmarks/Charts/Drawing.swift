/// A picture in the making, in SVG.
///
/// Its shapes have classes, which get their colours from a style sheet for light and dark
/// surroundings. It needs no script and no font of its own.
struct Drawing {
  let width: Double
  let height: Double
  private let title: String
  private var body = ""

  init(width: Double, height: Double, title: String) {
    self.width = width
    self.height = height
    self.title = title
  }

  /// How a text is placed at its point.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String = ""
  ) {
    body += """
      <text x="\(Self.number(x))" y="\(Self.number(y))" text-anchor="\(anchor.rawValue)" \
      class="\(style)">\(Self.escaped(text))</text>\n
      """
  }

  mutating func bar(x: Double, y: Double, width: Double, height: Double, style: String) {
    body += """
      <rect x="\(Self.number(x))" y="\(Self.number(y))" width="\(Self.number(width))" \
      height="\(Self.number(height))" rx="2" class="\(style)"/>\n
      """
  }

  mutating func line(_ points: [(x: Double, y: Double)], style: String) {
    let places = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }
    body += "<polyline points=\"\(places.joined(separator: " "))\" class=\"\(style)\"/>\n"
  }

  mutating func dot(x: Double, y: Double, style: String) {
    body += """
      <circle cx="\(Self.number(x))" cy="\(Self.number(y))" r="2.5" class="\(style)"/>\n
      """
  }

  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \
    \(Self.number(height))" width="\(Self.number(width))" height="\(Self.number(height))" role="img">
    <title>\(Self.escaped(title))</title>
    \(Self.styles)
    <rect width="100%" height="100%" class="paper"/>
    \(body)</svg>\n
    """
  }

  /// Colours are spelled out twice, because few programs but browsers know variables in styles.
  private static let styles = """
    <style>
    text { font: 12px system-ui, sans-serif; }
    .title { font-size: 15px; font-weight: 600; }
    .head, .name-ours { font-weight: 600; }
    .soft { font-size: 11px; }
    polyline { fill: none; stroke-width: 1.5; }
    .rule { stroke-width: 1; }
    .line-ours { stroke-width: 2.5; }
    \(light)
    @media (prefers-color-scheme: dark) {
    \(dark)
    }
    </style>
    """

  private static let light = colors(
    paper: "#ffffff", ink: "#1f2328", soft: "#59636e", rule: "#d8dee4", ours: "#c2410c",
    other: "#8c96a1")
  private static let dark = colors(
    paper: "#0d1117", ink: "#e6edf3", soft: "#9198a1", rule: "#30363d", ours: "#fb923c",
    other: "#6e7681")

  private static func colors(
    paper: String, ink: String, soft: String, rule: String, ours: String, other: String
  ) -> String {
    """
    .paper { fill: \(paper); }
    text { fill: \(ink); }
    .soft { fill: \(soft); }
    .rule { stroke: \(rule); }
    .bar-ours, .dot-ours, .name-ours { fill: \(ours); }
    .bar-other, .dot-other { fill: \(other); }
    .line-ours { stroke: \(ours); }
    .line-other { stroke: \(other); }
    """
  }

  /// Text that is nothing but text in XML: names come from files and from other programs.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
