internal import JSONTypes

/// An operation as the engine uses it: the nodes of its members in the patch's own text.
struct CompiledOperation {
  let kind: JSONPatch.Operation.Kind
  let path: CompiledPointer
  /// ``CompiledPointer/none`` if the kind has no `from`.
  let from: CompiledPointer
  /// ``NodeRef/none`` if the kind has no `value`.
  let value: NodeRef

  /// Reads all operations of an array of so many elements, or returns `nil` if anything about them is wrong.
  ///
  /// This is the quick way; ``PatchDraft`` finds out what is wrong.
  static func all(
    in array: NodeRef, of tree: Tree, count: Int
  ) -> ContiguousArray<CompiledOperation>? {
    var operations: ContiguousArray<CompiledOperation> = []
    operations.reserveCapacity(count)
    var pointers = PointerCompiler()
    var cursor = tree.children(of: array)
    while let child = cursor.next(in: tree) {
      // Members that the operation does not use may be anything, but a repeated one is a mistake.
      guard
        let members = tree.values(
          of: child.value, named: Keyword("op"), Keyword("path"), Keyword("value"), Keyword("from")),
        let operation = CompiledOperation(members, compiling: { pointers.compile($0, of: tree) })
      else { return nil }
      operations.append(operation)
    }
    return operations
  }

  /// Makes an operation of its members `op`, `path`, `value` and `from`, or returns `nil` if anything about them is wrong.
  @inline(__always)
  init?(_ members: Tree.NamedValues, compiling compile: (NodeRef) -> CompiledPointer?) {
    // In the order in which they will be followed.
    guard let kind = Self.kind(members.tag),
      let from = kind.hasFrom ? compile(members.fourth) : .some(.none),
      let path = compile(members.second),
      !kind.hasValue || members.third != .none
    else { return nil }
    self.init(kind: kind, path: path, from: from, value: kind.hasValue ? members.third : .none)
  }

  @inline(__always)
  private static func kind(_ name: Opening) -> JSONPatch.Operation.Kind? {
    if name == Keyword("replace") { return .replace }
    if name == Keyword("add") { return .add }
    if name == Keyword("test") { return .test }
    if name == Keyword("remove") { return .remove }
    if name == Keyword("move") { return .move }
    if name == Keyword("copy") { return .copy }
    return nil
  }

  init(
    kind: JSONPatch.Operation.Kind, path: CompiledPointer, from: CompiledPointer, value: NodeRef
  ) {
    self.kind = kind
    self.path = path
    self.from = from
    self.value = value
  }

  /// The operation as a value of its own.
  func operation(in source: JSON) -> JSONPatch.Operation {
    let tree = Tree(source.storage)
    let path = pointer(path, in: tree)
    let json = JSON(source.storage, value)
    return switch kind {
    case .add: .add(path, json)
    case .remove: .remove(path)
    case .replace: .replace(path, json)
    case .move: .move(from: pointer(from, in: tree), to: path)
    case .copy: .copy(from: pointer(from, in: tree), to: path)
    case .test: .test(path, json)
    }
  }

  func pointer(_ pointer: CompiledPointer, in tree: Tree) -> JSONPointer {
    JSONPointer(unchecked: tree.string(of: tree[pointer.string]))
  }
}
