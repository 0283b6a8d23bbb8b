import JSONTypes

/// A document before and after as one tree, in which what did not change is counted and not shown.
///
/// ```
///     {
///       # 5 unchanged
///       "config": {
///         # 2 unchanged
///   -     "ttlSeconds": 30
///       },
///   ~   "on": false → true,
/// ```
struct ChangeTree {
  /// The lines of the tree.
  private(set) var lines: [String] = []
  private let values: ValueText

  /// Below this depth a change is shown on one line, as a change of the whole value.
  private static let maximumDepth = 32
  /// Longer arrays are compared place by place after their common beginning and end.
  private static let maximumAlignment = 200

  /// Creates the tree of the changes from one document to another.
  init(from old: JSON, to new: JSON, values: ValueText) {
    self.values = values
    addChange("", from: old, to: new, depth: 0, comma: "")
  }

  /// What became of a member or an element.
  private enum Entry {
    case unchanged
    case added(name: String, JSON)
    case removed(name: String, JSON)
    case changed(name: String, JSON, JSON)

    var isRemoved: Bool {
      if case .removed = self { true } else { false }
    }
  }

  private mutating func addChange(
    _ name: String, from old: JSON, to new: JSON, depth: Int, comma: String
  ) {
    if depth < Self.maximumDepth {
      if let old = old.object, let new = new.object {
        addLine(" ", name + "{", depth)
        addEntries(Self.entries(from: old, to: new), depth + 1)
        return addLine(" ", "}" + comma, depth)
      }
      if let old = old.array, let new = new.array {
        addLine(" ", name + "[", depth)
        addEntries(Self.entries(from: Array(old), to: Array(new)), depth + 1)
        return addLine(" ", "]" + comma, depth)
      }
    }
    var texts = values.lines(from: old, to: new, columns: room(name, depth))
    texts[texts.count - 1] += comma
    addLine("~", name + texts[0], depth, .changed)
    guard texts.count > 1 else { return }
    // The arrow stands before the new value, which stands under the old one.
    let arrow = values.styling.symbols.arrow + " "
    let column = 4 + 2 * depth + name.columns
    let margin = String(repeating: " ", count: max(0, column - arrow.columns))
    let line = margin + arrow + texts[1]
    lines.append(values.styling.paint(line, .changed))
  }

  private mutating func addEntries(_ entries: [Entry], _ depth: Int) {
    let last = entries.lastIndex { !$0.isRemoved } ?? 0
    var unchanged = 0
    for (index, entry) in entries.enumerated() {
      if case .unchanged = entry {
        unchanged += 1
        continue
      }
      addUnchanged(unchanged, depth)
      unchanged = 0
      let comma = index < last ? "," : ""
      switch entry {
      case .unchanged: break
      case .added(let name, let value):
        let text = values.text(of: value, columns: room(name, depth))
        addLine("+", name + text + comma, depth, .added)
      case .removed(let name, let value):
        let text = values.text(of: value, columns: room(name, depth))
        addLine("-", name + text, depth, .removed)
      case .changed(let name, let old, let new):
        addChange(name, from: old, to: new, depth: depth, comma: comma)
      }
    }
    addUnchanged(unchanged, depth)
  }

  private mutating func addUnchanged(_ count: Int, _ depth: Int) {
    guard count > 0 else { return }
    addLine(" ", values.styling.paint("# \(count) unchanged", .faint), depth)
  }

  private mutating func addLine(
    _ symbol: String, _ text: String, _ depth: Int, _ role: Styling.Role? = nil
  ) {
    let line = "  \(symbol) " + String(repeating: "  ", count: depth) + text
    lines.append(role.map { values.styling.paint(line, $0) } ?? line)
  }

  /// The columns left for a value after its name, with one for a comma.
  private func room(_ name: String, _ depth: Int) -> Int {
    max(20, values.styling.columns - 4 - 2 * depth - name.columns - 1)
  }
}

extension ChangeTree {
  /// Members are matched by name: the old ones in their order, then the new ones.
  private static func entries(from old: JSON.Members, to new: JSON.Members) -> [Entry] {
    var entries: [Entry] = []
    for member in old {
      let name = label(member.name)
      if let value = new[member.name] {
        entries.append(
          value == member.value ? .unchanged : .changed(name: name, member.value, value))
      } else {
        entries.append(.removed(name: name, member.value))
      }
    }
    for member in new where old[member.name] == nil {
      entries.append(.added(name: label(member.name), member.value))
    }
    return entries
  }

  /// Elements are matched by value; a removed one and an added one at the same place are a change.
  private static func entries(from old: [JSON], to new: [JSON]) -> [Entry] {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - head
    let tail = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let old = old[head..<old.count - tail]
    let new = new[head..<new.count - tail]
    var entries = Array(repeating: Entry.unchanged, count: head)
    entries += middle(from: Array(old), to: Array(new))
    entries += Array(repeating: Entry.unchanged, count: tail)
    return entries
  }

  private static func middle(from old: [JSON], to new: [JSON]) -> [Entry] {
    var isRemoved = Array(repeating: true, count: old.count)
    var isInserted = Array(repeating: true, count: new.count)
    if max(old.count, new.count) <= maximumAlignment {
      isRemoved = Array(repeating: false, count: old.count)
      isInserted = Array(repeating: false, count: new.count)
      for change in new.difference(from: old) {
        switch change {
        case .remove(let offset, _, _): isRemoved[offset] = true
        case .insert(let offset, _, _): isInserted[offset] = true
        }
      }
    }
    var entries: [Entry] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let removes = i < old.count && isRemoved[i]
      let inserts = j < new.count && isInserted[j]
      switch (removes, inserts) {
      case (true, true) where old[i] == new[j]: entries.append(.unchanged)
      case (true, true): entries.append(.changed(name: "", old[i], new[j]))
      case (true, false): entries.append(.removed(name: "", old[i]))
      case (false, true): entries.append(.added(name: "", new[j]))
      case (false, false): entries.append(.unchanged)
      }
      if removes || !inserts { i += 1 }
      if inserts || !removes { j += 1 }
    }
    return entries
  }

  private static func label(_ name: String) -> String {
    String(decoding: JSON(name).serialized(as: .compact).visibleJSON, as: UTF8.self) + ": "
  }
}
