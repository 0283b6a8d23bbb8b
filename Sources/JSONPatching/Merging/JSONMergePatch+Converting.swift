public import JSONTypes

extension JSONMergePatch {
  /// The JSON Patch that does to a document what this patch does.
  ///
  /// It takes a document to know whether a member is added or replaced, or is there to be removed. Objects that nest
  /// deeper than 256 are replaced as a whole if anything in them changes: a path says all the names that lead to it.
  ///
  /// - Parameter document: The document.
  /// - Returns: An `add`, `replace` or `remove` for each member that the patch sets or removes.
  /// - Complexity: O(*p*) for *p* bytes of the patch, and the paths that it leads to.
  public func patch(on document: JSON) -> JSONPatch {
    guard json.kind == .object, document.kind == .object else {
      return [.replace(.root, Self.withoutNulls(json))]
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
        guard member.value.kind == .object, old.kind == .object else {
          operations.append(.replace(path(), Self.withoutNulls(member.value)))
          continue
        }
        guard pending.count < Self.depthLimit else {
          let merged = MergedText.value(merging: member.value, into: old)
          if merged != old { operations.append(.replace(path(), merged)) }
          continue
        }
        pending.append(Merge(patch: member.value, target: old, name: member.name))
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

  /// How deep objects are merged member by member.
  private static let depthLimit = 256

  /// A value as it is merged into nothing: its members that are `null` are not there.
  private static func withoutNulls(_ value: JSON) -> JSON {
    NullSearch.firstNull(in: value) == nil ? value : MergedText.value(merging: value, into: nil)
  }
}
