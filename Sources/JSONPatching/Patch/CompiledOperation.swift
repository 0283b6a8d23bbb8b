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
    let names = Names.all
    var pointers = PointerCompiler()
    var cursor = tree.children(of: array)
    while let child = cursor.next(in: tree) {
      guard let operation = names.read(child.value, in: tree, &pointers) else { return nil }
      operations.append(operation)
    }
    return operations
  }

  /// The names that an operation is read by.
  private struct Names: Sendable {
    static let all = Names()

    private let op = Keyword("op")
    private let path = Keyword("path")
    private let value = Keyword("value")
    private let from = Keyword("from")
    private let add = Keyword("add")
    private let remove = Keyword("remove")
    private let replace = Keyword("replace")
    private let move = Keyword("move")
    private let copy = Keyword("copy")
    private let test = Keyword("test")

    func read(
      _ object: NodeRef, in tree: Tree, _ pointers: inout PointerCompiler
    ) -> CompiledOperation? {
      // Members that the operation does not use may be anything, but a repeated one is a mistake.
      guard let found = tree.values(of: object, named: op, path, value, from),
        let kind = kind(found.tag),
        let from = kind.hasFrom ? pointers.compile(found.fourth, of: tree) : .some(.none),
        let path = pointers.compile(found.second, of: tree)
      else { return nil }
      guard kind.hasValue else {
        return CompiledOperation(kind: kind, path: path, from: from, value: .none)
      }
      guard found.third != .none else { return nil }
      return CompiledOperation(kind: kind, path: path, from: from, value: found.third)
    }

    private func kind(_ keyword: Keyword) -> JSONPatch.Operation.Kind? {
      switch keyword.word {
      case replace.word: .replace
      case add.word: .add
      case test.word: .test
      case remove.word: .remove
      case move.word: .move
      case copy.word: .copy
      default: nil
      }
    }
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
