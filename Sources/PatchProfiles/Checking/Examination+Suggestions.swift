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
  func suggestion(for tokens: [String]) -> Suggestion? {
    var parent = trial?.document
    for depth in tokens.indices {
      let known = profile.names(after: Location(Array(tokens[..<depth])))
      let members = parent?.object
      let isKnown =
        members.map { $0[tokens[depth]] != nil }
        ?? known.contains { $0.utf8.elementsEqual(tokens[depth].utf8) }
      if !isKnown {
        let candidates = (members?.names ?? []) + known
        guard let nearest = Spelling.nearest(to: tokens[depth], among: candidates),
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
