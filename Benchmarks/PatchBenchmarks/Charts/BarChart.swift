/// Times as bars on a logarithmic axis that all panels share.
struct BarChart {
  struct Bar {
    var name: String
    /// Nanoseconds; `nil` for one who cannot do it.
    var time: Double?
    /// What is written beside the bar.
    var label: String
    var isOurs: Bool
  }

  /// The bars of one document.
  struct Panel {
    var title: String
    var bars: [Bar]
  }

  let title: String
  let caption: String
  let panels: [Panel]

  var drawing: Drawing {
    let row = 20.0
    let head = 36.0
    let left = 190.0
    let width = 860.0
    let rows = panels.reduce(0) { $0 + $1.bars.count }
    let top = 44.0
    let bottom = top + Double(panels.count) * head + Double(rows) * row
    let scale = LogarithmicScale(
      over: panels.flatMap(\.bars).compactMap(\.time), from: left, to: width - 130)
    var drawing = Drawing(width: width, height: bottom + 50, title: title)
    drawing.text(title, x: 16, y: 26, style: "title")
    for mark in scale.marks {
      let x = scale.place(mark)
      drawing.line([(x, top), (x, bottom)], style: "rule")
      drawing.text(
        Quantity.short(Quantity.time(mark)), x: x, y: bottom + 16, anchor: .middle, style: "soft")
    }
    var y = top
    for panel in panels {
      drawing.text(panel.title, x: 16, y: y + 24, style: "head")
      y += head
      for bar in panel.bars {
        let style = bar.isOurs ? "ours" : "other"
        let end = bar.time.map(scale.place) ?? left
        drawing.text(
          bar.name, x: left - 8, y: y + 13, anchor: .end, style: bar.isOurs ? "name-ours" : "")
        if end > left {
          drawing.bar(
            x: left, y: y + 2, width: end - left, height: row - 5, style: "bar-\(style)")
        }
        drawing.text(bar.label, x: end + 5, y: y + 13, style: "soft")
        y += row
      }
    }
    drawing.text(caption, x: 16, y: bottom + 38, style: "soft")
    return drawing
  }
}
