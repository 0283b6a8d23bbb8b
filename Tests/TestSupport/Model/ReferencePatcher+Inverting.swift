extension ReferencePatcher {
  /// The operations that take others back: each undone by itself, the last one first.
  public static func inverse(
    of operations: [ModelOperation], on document: ModelJSON
  ) throws(Failure) -> [ModelOperation] {
    var patcher = ReferencePatcher(document)
    var inverse: [ModelOperation] = []
    for operation in operations {
      let before = patcher
      try patcher.perform(operation)
      inverse = try before.undoing(operation) + inverse
    }
    return inverse
  }

  /// The operations that take back one that is about to be performed.
  private func undoing(_ operation: ModelOperation) throws(Failure) -> [ModelOperation] {
    let path = operation.path
    switch operation.kind {
    case .test: return []
    case .add, .copy: return [undoingAddition(at: path)]
    case .replace: return [ModelOperation(.replace(try value(at: path)), path)]
    case .remove: return [ModelOperation(.add(try value(at: path)), path)]
    case .move(let from):
      if from == path { return [] }
      var between = self
      try between.perform(ModelOperation(.remove, from))
      return [
        between.undoingAddition(at: path), ModelOperation(.add(try value(at: from)), from),
      ]
    }
  }

  /// What takes back an addition: it has put another value in the place of one, or made a new place.
  private func undoingAddition(at path: ModelPointer) -> ModelOperation {
    var place = path
    let parent = ModelPointer(tokens: path.tokens.dropLast())
    if let elements = (try? value(at: parent))?.elements, let last = path.tokens.last {
      if last == Array("-".utf8) {
        place.tokens[path.tokens.count - 1] = Array("\(elements.count)".utf8)
      }
      return ModelOperation(.remove, place)
    }
    guard let old = try? value(at: path) else { return ModelOperation(.remove, path) }
    return ModelOperation(.replace(old), path)
  }

  private func value(at pointer: ModelPointer) throws(Failure) -> ModelJSON {
    try Self.value(at: pointer, in: document)
  }
}
