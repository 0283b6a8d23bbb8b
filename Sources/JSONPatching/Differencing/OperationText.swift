internal import JSONTypes

/// The text of a patch, one operation after the other.
struct OperationText {
  private var bytes: [UInt8] = []
  private var kinds: [JSONPatch.Operation.Kind] = []

  /// The room that is made at first: most patches are small.
  private static let capacity = 1024

  init() {
    bytes.reserveCapacity(Self.capacity)
    kinds.reserveCapacity(Self.capacity / 64)
    bytes.append(UInt8(ascii: "["))
  }

  /// The patch.
  consuming func finish() -> JSONPatch {
    if !kinds.isEmpty { bytes.removeLast() }
    bytes.append(UInt8(ascii: "]"))
    let source = JSON(assembled: bytes)
    let tree = Tree(source.storage)
    var compiled: ContiguousArray<CompiledOperation> = []
    compiled.reserveCapacity(kinds.count)
    var operation = source.ref.advanced(by: 1)
    var pointers = PointerCompiler()
    for kind in kinds {
      compiled.append(CompiledOperation(kind, writtenAt: operation, in: tree, &pointers))
      operation = operation.advanced(by: tree[operation].span)
    }
    return JSONPatch(source: source, compiled: compiled)
  }

  /// What the text costs.
  var cost: DifferenceCost { DifferenceCost(bytes: bytes.count, operations: kinds.count) }

  /// Appends an operation; pointers are in the form that they take within a JSON string, and the value is one of the
  /// tree.
  mutating func append(
    _ kind: JSONPatch.Operation.Kind, from: [UInt8] = [], path: [UInt8], value: NodeRef = .none,
    of tree: Tree
  ) {
    bytes += OperationSyntax.of(kind).opening
    if kind.hasFrom {
      bytes += from
      bytes += OperationSyntax.path
    }
    bytes += path
    if kind.hasValue {
      bytes += OperationSyntax.value
      tree.appendCompact(value, to: &bytes)
    } else {
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "}"))
    bytes.append(UInt8(ascii: ","))
    kinds.append(kind)
  }
}

extension CompiledOperation {
  /// Takes an operation whose members were written in their usual order.
  fileprivate init(
    _ kind: JSONPatch.Operation.Kind, writtenAt operation: NodeRef, in tree: Tree,
    _ pointers: inout PointerCompiler
  ) {
    // The names and the values of op, from and path, each of one node.
    let second = operation.advanced(by: 4)
    let third = operation.advanced(by: 6)
    let from = kind.hasFrom ? pointers.compile(second, of: tree) : nil
    let path = pointers.compile(kind.hasFrom ? third : second, of: tree)
    self.init(
      kind: kind, path: path ?? .none, from: from ?? .none,
      value: kind.hasValue ? third : .none)
  }
}

extension [UInt8] {
  /// Appends an index as a token of a pointer.
  mutating func appendToken(_ index: Int) {
    append(UInt8(ascii: "/"))
    var divisor = 1
    while index / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: index / divisor % 10))
      divisor /= 10
    }
  }
}

extension DifferencePlanner {
  /// A text that begins with the test of the old document's version, if there is to be one.
  var guardedText: OperationText {
    var text = OperationText()
    let root = old.json.ref
    guard options.tests == .version, old.tree[root].kind == .object else { return text }
    for member in MemberTable(of: root, in: old.tree).members
    where old.tree.string(of: old.tree[member.name]).utf8.elementsEqual("version".utf8) {
      text.append(.test, path: Array("/version".utf8), value: member.value, of: old.tree)
    }
    return text
  }
}
