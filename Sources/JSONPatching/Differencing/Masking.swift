internal import JSONTypes

/// Two documents without the parts whose differences are to be left out.
struct Masking {
  /// The old document without the ignored members.
  private(set) var old: JSON
  /// The new document without the ignored members.
  private(set) var new: JSON
  /// The containers of the old document that had such members: replaced as a whole, they would lose them.
  private(set) var pinned: Set<NodeRef> = []

  init(old: JSON, new: JSON, _ patterns: [JSONPointer.Pattern]) {
    guard !patterns.isEmpty else {
      (self.old, self.new) = (old.flattened, new.flattened)
      return
    }
    let oldPlaces = Self.places(matching: patterns, in: old)
    let newPlaces = Self.places(matching: patterns, in: new)
    guard !oldPlaces.contains(.root), !newPlaces.contains(.root) else {
      // The documents as a whole are ignored, and equal in that.
      (self.old, self.new) = (.null, .null)
      return
    }
    self.old = Self.removing(oldPlaces, from: old).flattened
    self.new = Self.removing(newPlaces, from: new).flattened
    for place in oldPlaces {
      var place = place
      while let parent = place.parent {
        if let container = self.old[parent] { pinned.insert(container.ref) }
        place = parent
      }
    }
  }

  /// The members that patterns lead to, the deepest first; an element stands for its array.
  private static func places(
    matching patterns: [JSONPointer.Pattern], in document: JSON
  ) -> [JSONPointer] {
    var places: Set<JSONPointer> = []
    for pattern in patterns {
      collect(pattern.tokens[...], .root, member: .root, document, &places)
    }
    return places.sorted { first, second in
      first.count != second.count
        ? first.count > second.count
        : first.description.utf8.lexicographicallyPrecedes(second.description.utf8)
    }
  }

  /// Follows the rest of a pattern; `member` is the last pointer on the way that leads to a member.
  private static func collect(
    _ tokens: ArraySlice<[UInt8]?>, _ pointer: JSONPointer, member: JSONPointer, _ value: JSON,
    _ places: inout Set<JSONPointer>
  ) {
    guard let token = tokens.first else {
      places.insert(member)
      return
    }
    let rest = tokens.dropFirst()
    if let members = value.object {
      if let token {
        let name = String(decoding: token, as: UTF8.self)
        guard let next = members[name] else { return }
        let path = pointer.appending(name)
        collect(rest, path, member: path, next, &places)
      } else {
        for name in members.names {
          let path = pointer.appending(name)
          if let next = members[name] { collect(rest, path, member: path, next, &places) }
        }
      }
    } else if let elements = value.array {
      for (index, element) in elements.enumerated() {
        guard token.map({ String(index).utf8.elementsEqual($0) }) ?? true else { continue }
        collect(rest, pointer.appending(index), member: member, element, &places)
      }
    }
  }

  private static func removing(_ places: [JSONPointer], from document: JSON) -> JSON {
    var document = document
    for place in places { document[place] = nil }
    return document
  }
}
