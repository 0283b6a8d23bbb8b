extension Tree {
  /// Whether any object of the tapes has two members of the same name, edited or not.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes at first; later only what was added since is looked at.
  var repeatsNames: Bool {
    storage.parsed.repeatsNames { hasRepeatedName(NodeRef(parsed: $0)) }
      || storage.additions?.repeatsNames { hasRepeatedName(NodeRef(added: $0)) } ?? false
  }

  private func hasRepeatedName(_ object: NodeRef) -> Bool {
    let node = self[object]
    guard node.kind == .object, node.count > 1 else { return false }
    var names: [(hash: UInt32, ref: NodeRef)] = []
    var name = object.advanced(by: 1)
    let end = object.advanced(by: node.span)
    while name != end {
      names.append((hash(ofName: self[name]), name))
      let value = name.advanced(by: 1)
      name = value.advanced(by: self[value].span)
    }
    names.sort { $0.hash < $1.hash }
    return zip(names, names.dropFirst()).contains { first, second in
      first.hash == second.hash
        && haveEqualContent(self[first.ref], of: self, self[second.ref], of: self)
    }
  }
}
