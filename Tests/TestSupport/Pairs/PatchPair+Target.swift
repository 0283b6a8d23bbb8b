extension PatchPair {
  /// Where an operation leads, in a document as the operations before it leave it.
  public enum Target: String, Sendable {
    /// There is no operation, or it has no pointer.
    case nowhere
    /// To the document as a whole.
    case root
    /// To a member that is there.
    case member
    /// To an object, in which there is no such member.
    case object
    /// To an element that is there.
    case element
    /// To the end of an array.
    case end
    /// To an array, in which there is no such element.
    case array
    /// To a child of `null`, which has none.
    case null
    /// To a child of another scalar.
    case scalar
    /// To a child of what is not there.
    case missing
  }

  /// Where the operation leads that comes last.
  public var lastTarget: Target {
    guard let operations = patch.elements, let path = operations.last?.pointer("path") else {
      return .nowhere
    }
    guard let token = path.tokens.last else { return .root }
    var patcher = ReferencePatcher(document)
    for element in operations.dropLast() {
      guard let operation = try? ModelOperation(element),
        (try? patcher.perform(operation)) != nil
      else { return .missing }
    }
    func value(_ pointer: ModelPointer) -> ModelJSON? {
      try? ReferencePatcher.value(at: pointer, in: patcher.document)
    }
    let isThere = value(path) != nil
    switch value(ModelPointer(tokens: Array(path.tokens.dropLast()))) {
    case .object: return isThere ? .member : .object
    case .array(let elements):
      let ends = ["-", "\(elements.count)"].map { Array($0.utf8) }
      return isThere ? .element : ends.contains(token) ? .end : .array
    case .null?: return .null
    case nil: return .missing
    default: return .scalar
    }
  }
}
