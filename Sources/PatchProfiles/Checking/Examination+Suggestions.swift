internal import JSONPatching

/// "Did you mean …?" for a path that is not there.
extension Examination {
  /// A path that is like a misspelt one.
  struct Suggestion {
    let pointer: JSONPointer

    /// The suggestion as a question.
    var question: String { "did you mean \(pointer)?" }
  }

  /// Replaces the first token that neither the document nor a rule knows by the one that is most
  /// like it.
  mutating func suggest(for tokens: [String]) -> Suggestion? {
    guard spelling.canSuggest else { return nil }
    var parent = trial?.document
    for depth in tokens.indices {
      let known = profile.names(after: Location(Array(tokens[..<depth])))
      let object = parent?.kind == .object ? parent : nil
      let isKnown =
        object.map { $0[tokens[depth]] != nil }
        ?? known.contains { $0.utf8.elementsEqual(tokens[depth].utf8) }
      if !isKnown {
        let members = object?.object?.prefix(Spelling.maximumCandidates).map(\.name)
        let candidates = known + (members ?? [])
        guard let nearest = spelling.nearest(to: tokens[depth], among: candidates),
          !nearest.utf8.elementsEqual(tokens[depth].utf8)
        else { return nil }
        return Suggestion(
          pointer: JSONPointer(tokens: tokens[..<depth] + [nearest] + tokens[(depth + 1)...]))
      }
      parent = parent?.child(tokens[depth])
    }
    return nil
  }
}

extension PatchProfile {
  /// The names that editable rules have for the children of a place.
  fileprivate func names(after location: Location) -> [String] {
    rules.lazy.filter { !$0.isReadOnly }.flatMap { $0.path.components(after: location) }
      .compactMap { component in
        guard case .literal(let name) = component else { return nil }
        return String(decoding: name, as: UTF8.self)
      }
  }
}
