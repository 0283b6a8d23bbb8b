internal import JSONTypes

/// Looks for a member that is `null` in an object and in the objects in it, but not in their arrays: a merge patch means
/// something else by it (RFC 7396 section 1).
struct NullSearch {
  private let tree: Tree
  /// The objects on the way, and how many members of each were looked at.
  private var open: [(members: ContiguousArray<MemberTable.Member>, position: Int)] = []

  /// The first such member; `nil` if there is none.
  ///
  /// - Complexity: O(*n*) for *n* members; needs no stack however deep the value is.
  static func firstNull(in value: JSON) -> JSONPointer? {
    guard value.kind == .object else { return nil }
    var search = NullSearch(tree: Tree(value.storage))
    search.enter(value.ref)
    return search.run()
  }

  private init(tree: Tree) { self.tree = tree }

  private mutating func enter(_ object: NodeRef) {
    open.append((MemberTable(of: object, in: tree).members, 0))
  }

  private mutating func run() -> JSONPointer? {
    while let (members, position) = open.last {
      guard position < members.count else {
        open.removeLast()
        continue
      }
      open[open.count - 1].position += 1
      switch tree[members[position].value].kind {
      case .null: return path
      case .object: enter(members[position].value)
      default: continue
      }
    }
    return nil
  }

  /// The path of the member that was looked at last.
  private var path: JSONPointer {
    JSONPointer(
      tokens: open.map { tree.string(of: tree[$0.members[$0.position - 1].name]) })
  }
}
