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
        guard kind == nil, let known = Self.kind(tree[member.value], in: tree) else { return nil }
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

  private static func kind(_ node: Node, in tree: Tree) -> JSONPatch.Operation.Kind? {
    guard node.kind == .string else { return nil }
    return tree.withDecodedContent(of: node) { JSONPatch.Operation.Kind($0) }
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
    let found: OperationMember? = tree.withDecodedContent(of: name) { text in
      switch text.count {
      case 2 where text == "op": .op
      case 4 where text == "path": .path
      case 4 where text == "from": .from
      case 5 where text == "value": .value
      default: nil
      }
    }
    guard let found else { return nil }
    self = found
  }
}

extension JSONPatch.Operation.Kind {
  init?(_ text: TextSlice) {
    switch text.count {
    case 3 where text == "add": self = .add
    case 4 where text == "move": self = .move
    case 4 where text == "copy": self = .copy
    case 4 where text == "test": self = .test
    case 6 where text == "remove": self = .remove
    case 7 where text == "replace": self = .replace
    default: return nil
    }
  }
}

extension TextSlice {
  @inline(__always)
  static func == (slice: TextSlice, literal: StaticString) -> Bool { slice.equals(literal) }
}

extension Tree {
  /// Whether a value is a string in the syntax of RFC 6901 section 3.
  func isPointer(_ ref: NodeRef) -> Bool {
    let node = self[ref]
    guard node.kind == .string else { return false }
    return withDecodedContent(of: node) { JSONPointer.isWellFormed($0) }
  }
}
