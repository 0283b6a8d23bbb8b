extension Tree {
  /// Whether any object of the tapes has two members of the same name, edited or not.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes at first; later only what was added since is looked at.
  var repeatsNames: Bool {
    storage.parsed.repeatsNames { hasRepeatedName(NodeRef(parsed: $0)) }
      || storage.additions?.repeatsNames { hasRepeatedName(NodeRef(added: $0)) } ?? false
  }

  /// The most members of which each pair is looked at.
  private static let pairLimit = 16

  /// Compares every name with those after it, most of which have another length.
  private func hasRepeatedPair(_ object: NodeRef, _ node: Node) -> Bool {
    let view = view(of: object)
    let end = object.index + Int(node.span)
    var name = object.index + 1
    while name != end {
      let first = view[name]
      let isEscaped = first.flags.contains(.escaped)
      var other = view.nextName(after: name)
      name = other
      while true {
        if !isEscaped { other = view.firstName(from: other, to: end, ofLength: first.length) }
        guard other != end else { break }
        if haveEqualContent(first, of: self, view[other], of: self) { return true }
        other = view.nextName(after: other)
      }
    }
    return false
  }

  /// Whether an object of the tapes has two members of the same name, edited or not.
  func hasRepeatedName(_ object: NodeRef) -> Bool {
    let node = self[object]
    guard node.kind == .object, node.count > 1 else { return false }
    guard node.count > Self.pairLimit else { return hasRepeatedPair(object, node) }
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
