import JSONTypes

extension Spelling {
  /// The end of a message that asks whether the nearest candidate was meant; empty if none is near.
  static func question(for word: String, among candidates: some Sequence<String>) -> String {
    nearest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }
}
