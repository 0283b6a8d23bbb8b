public import JSONTypes

extension JSONMergePatch {
  /// The JSON Patch that does to a document what this patch does.
  ///
  /// It takes a document to know whether a member is added or replaced, or is there to be removed.
  ///
  /// - Parameter document: The document.
  /// - Returns: An `add`, `replace` or `remove` for each member that the patch sets or removes.
  /// - Complexity: O(*p*) for *p* bytes of the patch, and the paths that it leads to.
  public func patch(on document: JSON) -> JSONPatch {
    guard json.kind == .object, document.kind == .object else {
      return [.replace("", Self.withoutNulls(json))]
    }
    var operations: [JSONPatch.Operation] = []
    var pending = [Merge(patch: json, target: document, name: nil)]
    while !pending.isEmpty {
      let last = pending.count - 1
      guard let member = pending[last].next() else {
        pending.removeLast()
        continue
      }
      // Put together only where something is to be said of it: in deep documents a path is long.
      func path() -> JSONPointer {
        JSONPointer(tokens: pending.compactMap(\.name) + [member.name])
      }
      let old = pending[last].target[JSONPointer(tokens: [member.name])]
      if member.value.isNull {
        if case .some = old { operations.append(.remove(path())) }
      } else if let old {
        if member.value.kind == .object, old.kind == .object {
          pending.append(Merge(patch: member.value, target: old, name: member.name))
        } else {
          operations.append(.replace(path(), Self.withoutNulls(member.value)))
        }
      } else {
        operations.append(.add(path(), Self.withoutNulls(member.value)))
      }
    }
    return JSONPatch(operations)
  }

  /// An object of the patch that is merged into one of the document.
  private struct Merge {
    let target: JSON
    /// Its name in the object around it; `nil` for the whole document.
    let name: String?
    private let tree: Tree
    private let members: ContiguousArray<MemberTable.Member>
    private var position = 0

    init(patch: JSON, target: JSON, name: String?) {
      self.target = target
      self.name = name
      tree = Tree(patch.storage)
      members = MemberTable(of: patch.ref, in: tree).members
    }

    mutating func next() -> JSON.Member? {
      guard position < members.count else { return nil }
      let member = members[position]
      position += 1
      return JSON.Member(
        name: tree.string(of: tree[member.name]), value: JSON(tree.storage, member.value))
    }
  }

  /// A value as it is merged into nothing: its members that are `null` are not there.
  private static func withoutNulls(_ value: JSON) -> JSON {
    var value = value
    for path in nullMembers(of: value).reversed() { value[path] = Optional.none }
    return value
  }
}

extension JSONMergePatch {
  /// The members that are `null` in a value and in the objects in it, but not in its arrays.
  static func nullMembers(of value: JSON) -> [JSONPointer] {
    var paths: [JSONPointer] = []
    var pending = [(value: value, path: JSONPointer.root)]
    while let (value, path) = pending.popLast() {
      guard value.kind == .object else { continue }
      let tree = Tree(value.storage)
      for member in MemberTable(of: value.ref, in: tree).members {
        let child = JSON(value.storage, member.value)
        guard child.isNull || child.kind == .object else { continue }
        let childPath = path.appending(tree.string(of: tree[member.name]))
        if child.isNull {
          paths.append(childPath)
        } else {
          pending.append((child, childPath))
        }
      }
    }
    return paths
  }
}
