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
      let known = PatchProfile.literals(after: tokens[..<depth], in: profile.rules)
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
  /// The names that editable rules have in the place after some tokens.
  fileprivate static func literals(after tokens: ArraySlice<String>, in rules: [Rule]) -> [String] {
    rules.compactMap { rule in
      let components = rule.path.components
      guard !rule.isReadOnly, components.count > tokens.count,
        zip(components, tokens).allSatisfy({ $0.matches($1) }),
        case .literal(let name) = components[tokens.count]
      else { return nil }
      return String(decoding: name, as: UTF8.self)
    }
  }
}
