/// Times against sizes, both on logarithmic axes.
struct LineChart {
  struct Point {
    var size: Double
    /// Nanoseconds.
    var time: Double
  }

  struct Line {
    var name: String
    var isOurs: Bool
    /// In ascending order of sizes.
    var points: [Point]
  }

  let title: String
  let caption: String
  let horizontal: String
  let vertical: String
  /// Spells a size.
  let label: (Double) -> String
  let lines: [Line]

  var drawing: Drawing {
    let width = 860.0
    let height = 520.0
    let frame = (left: 84.0, right: width - 190, top: 66.0, bottom: height - 80)
    let points = lines.flatMap(\.points)
    let across = LogarithmicScale(over: points.map(\.size), from: frame.left, to: frame.right)
    let up = LogarithmicScale(over: points.map(\.time), from: frame.bottom, to: frame.top)
    var drawing = Drawing(width: width, height: height, title: title)
    drawing.text(title, x: 16, y: 26, style: "title")
    drawing.text(vertical, x: 16, y: 50, style: "soft")
    drawing.text(
      horizontal, x: (frame.left + frame.right) / 2, y: frame.bottom + 38, anchor: .middle,
      style: "soft")
    drawing.text(caption, x: 16, y: height - 14, style: "soft")
    for mark in across.marks {
      let x = across.place(mark)
      drawing.line([(x, frame.top), (x, frame.bottom)], style: "rule")
      drawing.text(
        Quantity.short(label(mark)), x: x, y: frame.bottom + 18, anchor: .middle, style: "soft")
    }
    for mark in up.marks {
      let y = up.place(mark)
      drawing.line([(frame.left, y), (frame.right, y)], style: "rule")
      drawing.text(
        Quantity.short(Quantity.time(mark)), x: frame.left - 8, y: y + 4, anchor: .end,
        style: "soft")
    }
    // Ours last, on top of the others.
    for line in lines.sorted(by: { !$0.isOurs && $1.isOurs }) {
      let style = line.isOurs ? "ours" : "other"
      let places = line.points.map { (x: across.place($0.size), y: up.place($0.time)) }
      drawing.line(places, style: "line-\(style)")
      for place in places { drawing.dot(x: place.x, y: place.y, style: "dot-\(style)") }
    }
    drawNames(in: &drawing, beside: frame.right) { up.place($0) }
    return drawing
  }

  /// Writes each name at the end of its line, moved down as far as it takes to be readable.
  private func drawNames(
    in drawing: inout Drawing, beside right: Double, place: (Double) -> Double
  ) {
    let names = lines.compactMap { line in
      line.points.last.map { (line: line, y: place($0.time) + 4) }
    }
    var lowest = -Double.infinity
    for name in names.sorted(by: { $0.y < $1.y }) {
      let y = max(name.y, lowest + 14)
      lowest = y
      drawing.text(
        name.line.name, x: right + 12, y: y, style: name.line.isOurs ? "name-ours" : "soft")
    }
  }
}
