internal import JSONTypes

/// The text of a patch, one operation after the other.
struct OperationText: ~Copyable {
  private var assembly: Assembly
  private var operations: ContiguousArray<CompiledOperation> = []
  private let array: NodeRef

  init() {
    // Most patches are small.
    assembly = Assembly(textCapacity: 512, nodeCapacity: 64)
    operations.reserveCapacity(8)
    array = assembly.beginArray()
  }

  /// The patch.
  consuming func finish() -> JSONPatch {
    assembly.endArray(array, count: operations.count)
    let source = assembly.finish()
    let tree = Tree(source.storage)
    var pointers = PointerCompiler()
    for position in operations.indices {
      operations[position] = operations[position].compilingPointers(of: tree, by: &pointers)
    }
    return JSONPatch(source: source, compiled: operations)
  }

  /// What the text costs.
  var cost: DifferenceCost {
    DifferenceCost(bytes: assembly.byteCount, operations: operations.count)
  }

  /// Appends an operation without `from`; the value is one of the tree.
  mutating func append(
    _ kind: JSONPatch.Operation.Kind, path: borrowing PointerText, value: NodeRef, of tree: Tree
  ) {
    let operation = begin(kind)
    assembly.appendName("path")
    let path = assembly.append(path)
    var copy = NodeRef.none
    if kind.hasValue {
      assembly.appendName("value")
      copy = assembly.append(value, of: tree)
    }
    assembly.endObject(operation, count: kind.hasValue ? 3 : 2)
    operations.append(
      CompiledOperation(
        kind: kind, path: CompiledPointer(uncompiled: path), from: .none, value: copy))
  }

  /// Appends an operation with `from`.
  mutating func append(
    _ kind: JSONPatch.Operation.Kind, from: borrowing PointerText, path: borrowing PointerText
  ) {
    let operation = begin(kind)
    assembly.appendName("from")
    let from = assembly.append(from)
    assembly.appendName("path")
    let path = assembly.append(path)
    assembly.endObject(operation, count: 3)
    operations.append(
      CompiledOperation(
        kind: kind, path: CompiledPointer(uncompiled: path),
        from: CompiledPointer(uncompiled: from), value: .none))
  }

  /// Appends an operation as a value of its own.
  mutating func append(_ operation: JSONPatch.Operation) {
    let object = begin(operation.kind)
    var (from, value) = (NodeRef.none, NodeRef.none)
    if let pointer = operation.from {
      assembly.appendName("from")
      from = assembly.append(pointer.text)
    }
    assembly.appendName("path")
    let path = assembly.append(operation.path.text)
    if let json = operation.value {
      assembly.appendName("value")
      value = assembly.append(json.ref, of: Tree(json.storage))
    }
    assembly.endObject(object, count: from == .none && value == .none ? 2 : 3)
    operations.append(
      CompiledOperation(
        kind: operation.kind, path: CompiledPointer(uncompiled: path),
        from: CompiledPointer(uncompiled: from), value: value))
  }

  private mutating func begin(_ kind: JSONPatch.Operation.Kind) -> NodeRef {
    let operation = assembly.beginObject()
    assembly.appendName("op")
    assembly.append(kind.name)
    return operation
  }
}

extension CompiledOperation {
  /// The operation after its text has been written, in which its pointers are.
  @inline(__always)
  fileprivate func compilingPointers(
    of tree: Tree, by pointers: inout PointerCompiler
  ) -> CompiledOperation {
    let from = pointers.compile(from.string, of: tree) ?? .none
    let path = pointers.compile(path.string, of: tree) ?? .none
    return CompiledOperation(kind: kind, path: path, from: from, value: value)
  }
}

extension DifferencePlanner {
  /// A text that begins with the test of the old document's version, if there is to be one.
  var guardedText: OperationText {
    var text = OperationText()
    guard options.tests == .version, old.tree[old.root].kind == .object else { return text }
    for member in MemberTable(of: old.root, in: old.tree).members
    where old.tree.string(of: old.tree[member.name]).utf8.elementsEqual("version".utf8) {
      var path = PointerText()
      path.append(member.name, of: old.tree)
      text.append(.test, path: path, value: member.value, of: old.tree)
    }
    return text
  }
}
