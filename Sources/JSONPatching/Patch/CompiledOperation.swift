internal import JSONTypes

/// An operation as the engine uses it: the nodes of its members in the patch's own text.
struct CompiledOperation {
  let kind: JSONPatch.Operation.Kind
  let path: NodeRef
  /// ``NodeRef/none`` if the kind has no `from`.
  let from: NodeRef
  /// ``NodeRef/none`` if the kind has no `value`.
  let value: NodeRef

  /// Reads all operations of an array, or returns `nil` if anything about them is wrong.
  ///
  /// This is the quick way; ``PatchDraft`` finds out what is wrong.
  static func all(in json: JSON) -> ContiguousArray<CompiledOperation>? {
    let tree = Tree(json.storage)
    guard tree[json.ref].kind == .array else { return nil }
    var result: ContiguousArray<CompiledOperation> = []
    result.reserveCapacity(tree.childCount(of: json.ref))
    var cursor = tree.children(of: json.ref)
    while let child = cursor.next(in: tree) {
      guard let operation = CompiledOperation(child.value, in: tree) else { return nil }
      result.append(operation)
    }
    return result
  }

  private init?(_ object: NodeRef, in tree: Tree) {
    guard tree[object].kind == .object else { return nil }
    var kind: JSONPatch.Operation.Kind?
    var path = NodeRef.none
    var from = NodeRef.none
    var value = NodeRef.none
    var others = 0
    var cursor = tree.children(of: object)
    while let member = cursor.next(in: tree) {
      switch OperationMember(tree[member.name], in: tree) {
      case .op:
        guard kind == nil, let known = JSONPatch.Operation.Kind(tree[member.value], in: tree) else {
          return nil
        }
        kind = known
      case .path:
        guard path == .none, tree.isPointer(member.value) else { return nil }
        path = member.value
      case .from:
        guard from == .none else { return nil }
        from = member.value
      case .value:
        guard value == .none else { return nil }
        value = member.value
      case nil: others += 1
      }
    }
    guard let kind, path != .none else { return nil }
    if kind.hasValue, value == .none { return nil }
    if kind.hasFrom { guard from != .none, tree.isPointer(from) else { return nil } }
    // Members that the operation does not use may be anything, but a repeated one is a mistake.
    if others > 1, !JSON(tree.storage, object).duplicateMemberNames().isEmpty { return nil }
    self.kind = kind
    self.path = path
    self.from = kind.hasFrom ? from : .none
    self.value = kind.hasValue ? value : .none
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

  func pointer(_ ref: NodeRef, in tree: Tree) -> JSONPointer {
    JSONPointer(unchecked: tree.string(of: tree[ref]))
  }
}

/// The members that RFC 6902 gives a meaning to.
enum OperationMember {
  case op
  case path
  case from
  case value

  @inline(__always)
  init?(_ name: Node, in tree: Tree) {
    if tree.has(name, content: "op") {
      self = .op
    } else if tree.has(name, content: "path") {
      self = .path
    } else if tree.has(name, content: "value") {
      self = .value
    } else if tree.has(name, content: "from") {
      self = .from
    } else {
      return nil
    }
  }
}

extension JSONPatch.Operation.Kind {
  /// Reads the `op` of an operation.
  init?(_ node: Node, in tree: Tree) {
    guard node.kind == .string else { return nil }
    if tree.has(node, content: "replace") {
      self = .replace
    } else if tree.has(node, content: "add") {
      self = .add
    } else if tree.has(node, content: "test") {
      self = .test
    } else if tree.has(node, content: "remove") {
      self = .remove
    } else if tree.has(node, content: "move") {
      self = .move
    } else if tree.has(node, content: "copy") {
      self = .copy
    } else {
      return nil
    }
  }
}
