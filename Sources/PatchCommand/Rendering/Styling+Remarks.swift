extension Styling {
  /// A remark beside the result, with its label and folded to the width of the screen.
  func remark(_ label: String, _ role: Role, _ text: String) -> [String] {
    let margin = String(repeating: " ", count: label.columns + 1)
    let lines = text.visible.wrapped(to: columns - margin.columns)
    return lines.enumerated().map { index, line in
      (index == 0 ? paint(label, role) + " " : margin) + line
    }
  }
}
