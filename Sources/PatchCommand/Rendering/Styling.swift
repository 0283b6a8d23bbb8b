/// How text is dressed for one stream: with colour or without, with which symbols, how wide.
///
/// Colour never stands alone: what it says, a symbol or a word beside it says too. Only the sixteen
/// colours of the theme are used.
struct Styling: Sendable {
  /// What a piece of text is; each has its colour.
  enum Role: Sendable {
    case added
    case removed
    case changed
    case error
    case warning
    case success
    case strong
    case faint
  }

  /// The text may have colours.
  let usesColor: Bool
  /// The symbols.
  let symbols: Symbols
  /// The number of columns of a line.
  let columns: Int

  /// The text in the colour of its role.
  func paint(_ text: String, _ role: Role) -> String {
    guard usesColor, !text.isEmpty else { return text }
    let code =
      switch role {
      case .added, .success: "32"
      case .removed: "31"
      case .changed: "33"
      case .error: "1;31"
      case .warning: "1;33"
      case .strong: "1"
      case .faint: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

/// The symbols of the screens.
struct Symbols: Sendable, Equatable {
  /// Between an old and a new value.
  let arrow: String
  /// Before what holds.
  let check: String
  /// Before what does not.
  let cross: String
  /// In the place of what was left out.
  let ellipsis: String

  /// For terminals of this century.
  static let unicode = Symbols(arrow: "→", check: "✓", cross: "✗", ellipsis: "…")
  /// For all others.
  static let ascii = Symbols(arrow: "->", check: "ok", cross: "x", ellipsis: "...")
}
