extension Editor {
  /// A copy of the value that a pointer leads to now.
  package func value(at pointer: JSONPointer) -> JSON? {
    let found = try? tree.locate(pointer, from: root)
    return found.map { tree.detached($0.value) }
  }
}
