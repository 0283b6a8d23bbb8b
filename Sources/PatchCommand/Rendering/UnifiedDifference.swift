import JSONPatching

/// The lines that differ between two texts, with some around them, in the unified format of `diff -u`.
struct UnifiedDifference {
  private let styling: Styling
  private var edits: [Edit] = []

  /// How many lines are shown around those that differ.
  private static let context = 3

  /// What becomes of a line.
  private enum Edit {
    case kept(String)
    case removed(String)
    case added(String)

    var isKept: Bool { if case .kept = self { true } else { false } }
  }

  /// Compares two texts, given as lines.
  init(from old: [String], to new: [String], styling: Styling) {
    self.styling = styling
    // Lines are matched as elements of arrays are.
    let pairs = JSON(new.map { JSON($0) }).elementPairs(
      from: JSON(old.map { JSON($0) }), identifiedBy: [])
    var added: [Edit] = []
    for pair in pairs {
      if let first = pair.old, let second = pair.new, old[first].hasSameBytes(as: new[second]) {
        edits += added + [.kept(old[first])]
        added = []
        continue
      }
      if let first = pair.old { edits.append(.removed(old[first])) }
      if let second = pair.new { added.append(.added(new[second])) }
    }
    edits += added
  }

  /// The lines of a document that is laid out anew.
  static func lines(of document: JSON) -> [String] {
    String(decoding: document.laidOut, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The lines of any text, with everything spelled out that could command a terminal.
  static func lines(ofText bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).visible }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The hunks; none if the texts are the same.
  var lines: [String] {
    var lines: [String] = []
    var (oldLine, newLine) = (1, 1)
    var position = 0
    for hunk in hunks {
      for edit in edits[position..<hunk.lowerBound] { count(edit, &oldLine, &newLine) }
      let (oldStart, newStart) = (oldLine, newLine)
      for edit in edits[hunk] { count(edit, &oldLine, &newLine) }
      let old = Self.range(oldStart, oldLine - oldStart)
      let new = Self.range(newStart, newLine - newStart)
      lines.append(styling.paint("@@ -\(old) +\(new) @@", .strong))
      lines += edits[hunk].map(line)
      position = hunk.upperBound
    }
    return lines
  }

  /// The ranges of edits to show.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, edit) in edits.enumerated() where !edit.isKept {
      let range = max(0, index - Self.context)..<min(edits.count, index + Self.context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private func count(_ edit: Edit, _ oldLine: inout Int, _ newLine: inout Int) {
    switch edit {
    case .kept:
      oldLine += 1
      newLine += 1
    case .removed: oldLine += 1
    case .added: newLine += 1
    }
  }

  /// A range of lines; an empty one is named by the line before it.
  private static func range(_ start: Int, _ count: Int) -> String {
    switch count {
    case 0: "\(start - 1),0"
    case 1: "\(start)"
    default: "\(start),\(count)"
    }
  }

  private func line(_ edit: Edit) -> String {
    switch edit {
    case .kept(let text): " " + text
    case .removed(let text): styling.paint("-" + text, .removed)
    case .added(let text): styling.paint("+" + text, .added)
    }
  }
}
