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
