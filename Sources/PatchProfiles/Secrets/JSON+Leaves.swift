internal import JSONPatching

extension JSON {
  /// The strings and numbers in the value, except for empty strings.
  var leaves: [JSON] {
    var leaves: [JSON] = []
    var pending = [self]
    while let value = pending.popLast() {
      switch value.kind {
      case .null, .bool: break
      case .string: if value.string?.isEmpty == false { leaves.append(value) }
      case .number: leaves.append(value)
      case .array: pending += value.array.map(Array.init) ?? []
      case .object: pending += value.object?.map(\.value) ?? []
      }
    }
    return leaves
  }

  /// Every value at a path: where an object repeats a name, all the members of that name.
  func occurrences(at tokens: ArraySlice<String>) -> [JSON] {
    tokens.reduce([self]) { values, token in
      values.flatMap { value -> [JSON] in
        guard let object = value.object else { return value.child(token).map { [$0] } ?? [] }
        return object.filter { $0.name.utf8.elementsEqual(token.utf8) }.map(\.value)
      }
    }
  }
}
