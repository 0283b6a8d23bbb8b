import JSONPatching
import PatchProfiles

/// The differences that a profile rules out, one to a line: a symbol, the place, the values, the reason.
///
/// ```
/// skipped 2 differences outside the profile:
///   ~ /version           4 → 5                  server-managed
/// ```
struct SkippedDifferences {
  /// What was compared.
  let comparison: Comparison
  /// How to dress the text.
  let styling: Styling

  /// How many are shown.
  private static let limit = 100

  /// The lines, the first of which says how many there are; none if there are none.
  var lines: [String] {
    let omissions = comparison.omissions
    guard !omissions.isEmpty else { return [] }
    let shown = omissions.prefix(Self.limit)
    let pointers = shown.map { comparison.redaction.spelling(of: $0.pointer) }
    let pointerWidth = min(max(18, pointers.map(\.columns).max() ?? 0), styling.columns / 2)
    let reasonWidth = shown.map(\.reason.rawValue.columns).max() ?? 0
    let room = max(20, styling.columns - pointerWidth - reasonWidth - 8)
    let texts = shown.map { text(of: $0, columns: room) }
    let textWidth = texts.map(\.columns).max() ?? 0
    let count = ValueText.count(omissions.count, "difference")
    var lines = ["skipped \(count) outside the profile:"]
    for (omission, (pointer, text)) in zip(shown, zip(pointers, texts)) {
      let (symbol, role) = symbol(of: omission)
      let values = "\(pointer.padded(to: pointerWidth))  \(text.padded(to: textWidth))"
      lines.append(
        "  " + styling.paint("\(symbol) \(values)", role) + "  "
          + styling.paint(omission.reason.rawValue, .faint))
    }
    if omissions.count > Self.limit {
      lines.append("  \(styling.symbols.ellipsis) and \(omissions.count - Self.limit) more")
    }
    return lines
  }

  private func symbol(
    of omission: PatchProfile.Difference.Omission
  ) -> (symbol: String, role: Styling.Role) {
    switch (omission.old, omission.new) {
    case (nil, _): ("+", .added)
    case (_, nil): ("-", .removed)
    default: ("~", .changed)
    }
  }

  private func text(
    of omission: PatchProfile.Difference.Omission, columns: Int
  ) -> String {
    let values = ValueText(styling: styling, isFull: true)
    let cut = styling.symbols.ellipsis
    let (old, new) = comparison.redacted(omission)
    switch (old, new) {
    case (let old?, let new?):
      let lines = values.lines(from: old, to: new, columns: columns)
      if lines.count == 1 { return lines[0] }
      let half = (columns - styling.symbols.arrow.columns - 2) / 2
      return lines.map { $0.beginning(columns: half, cut: cut) }
        .joined(separator: " \(styling.symbols.arrow) ")
    case (let value?, nil), (nil, let value?):
      return values.text(of: value, columns: columns).beginning(columns: columns, cut: cut)
    case (nil, nil): return ""
    }
  }
}

extension Comparison {
  /// The values of an omission without their secrets.
  func redacted(_ omission: PatchProfile.Difference.Omission) -> (old: JSON?, new: JSON?) {
    let places = omission.sensitivePointers
    let old = omission.old.map { redaction.redact($0, at: omission.pointer, places: places) }
    let new = omission.new.map {
      redaction.redact($0, at: omission.pointer, places: places, comparedTo: omission.old)
    }
    return (old, new)
  }
}
