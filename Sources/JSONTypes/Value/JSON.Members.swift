extension JSON {
  /// A name and its value.
  public struct Member: Sendable, Hashable {
    /// The name, without escapes.
    public var name: String
    /// The value.
    public var value: JSON

    /// Creates a member.
    ///
    /// - Parameters:
    ///   - name: The name, without escapes.
    ///   - value: The value.
    public init(name: String, value: JSON) {
      self.name = name
      self.value = value
    }

    /// Compares the names by their code points and the values as JSON.
    ///
    /// - Complexity: O(*n*) for *n* bytes of the name and the value, as for ``JSON``.
    public static func == (first: Member, second: Member) -> Bool {
      first.name.utf8.elementsEqual(second.name.utf8) && first.value == second.value
    }

    /// Hashes what `==` compares.
    ///
    /// - Complexity: O(*n* log *n*) for *n* members of the value, as for ``JSON``.
    public func hash(into hasher: inout Hasher) {
      for byte in name.utf8 { hasher.combine(byte) }
      hasher.combine(value)
    }
  }

  /// The members of an object, in their order.
  ///
  /// A name that occurs several times appears as often; looking it up gives the last one.
  ///
  /// - Complexity: Making the collection costs nothing. Going through it is O(1) per member, except that members
  ///   which edits have removed are passed on the way.
  public struct Members: Collection, Sendable {
    private let storage: Storage
    private let ref: NodeRef

    init(_ storage: Storage, _ ref: NodeRef) {
      self.storage = storage
      self.ref = ref
    }

    /// The place of a member.
    public struct Index: Comparable, Hashable, Sendable {
      fileprivate let position: Int
      /// The member; `nil` at the end.
      fileprivate let child: Tree.Child?
      /// What comes after it.
      fileprivate let rest: Tree.ChildCursor

      /// Whether two places of one object are the same.
      ///
      /// - Complexity: O(1).
      public static func == (first: Index, second: Index) -> Bool {
        first.position == second.position
      }

      /// Orders places.
      ///
      /// - Complexity: O(1).
      public static func < (first: Index, second: Index) -> Bool {
        first.position < second.position
      }

      /// Hashes the place.
      ///
      /// - Complexity: O(1).
      public func hash(into hasher: inout Hasher) { hasher.combine(position) }
    }

    /// The place of the first member.
    public var startIndex: Index {
      let tree = Tree(storage)
      var rest = tree.children(of: ref)
      let child = rest.next(in: tree)
      return Index(position: 0, child: child, rest: rest)
    }

    /// The place after the last member.
    public var endIndex: Index {
      Index(position: count, child: nil, rest: Tree(storage).children(of: ref))
    }

    /// The number of members.
    public var count: Int { Tree(storage).childCount(of: ref) }

    /// The place after another.
    ///
    /// - Parameter place: A place of a member.
    /// - Returns: The place of the next member, or the end.
    /// - Complexity: O(1), and O(*r*) for *r* removed members on the way.
    public func index(after place: Index) -> Index {
      var rest = place.rest
      let child = rest.next(in: Tree(storage))
      return Index(position: place.position + 1, child: child, rest: rest)
    }

    /// The member at a place.
    ///
    /// - Parameter place: A place of a member, which must not be the end.
    public subscript(place: Index) -> Member {
      guard let child = place.child else { preconditionFailure("no member stands at the end") }
      return Member(child, in: Tree(storage))
    }

    /// The value of the last member with a name, or `nil` if there is none.
    ///
    /// - Parameter name: The name, compared by code points.
    /// - Complexity: O(*m*) for *m* members up to some dozens, O(1) for more.
    public subscript(name: String) -> JSON? {
      Tree(storage).member(named: name, of: ref).map { JSON(storage, $0.value) }
    }

    /// The names in their order.
    ///
    /// - Complexity: O(*n*) for *n* members.
    public var names: [String] { map(\.name) }

    /// Goes through the members.
    ///
    /// - Complexity: O(1).
    public func makeIterator() -> Iterator {
      let tree = Tree(storage)
      return Iterator(tree: tree, cursor: tree.children(of: ref))
    }

    /// Goes through the members of an object.
    public struct Iterator: IteratorProtocol {
      fileprivate let tree: Tree
      fileprivate var cursor: Tree.ChildCursor

      /// The next member.
      ///
      /// - Complexity: O(*n*) for *n* bytes of the name.
      public mutating func next() -> Member? {
        cursor.next(in: tree).map { Member($0, in: tree) }
      }
    }
  }
}

extension JSON.Member {
  fileprivate init(_ child: Tree.Child, in tree: Tree) {
    self.init(name: tree.string(of: tree[child.name]), value: JSON(tree.storage, child.value))
  }
}

extension JSON {
  /// The extent in the text of the first member that repeats the name of an earlier one in its object.
  func firstDuplicateMember() -> Range<Int>? { duplicateMembers().first }

  /// The extents in the text of all members that repeat the name of an earlier one in their object.
  ///
  /// - Complexity: O(*n* log *n*) for *n* members; of the whole document if no name is repeated, and then only once.
  package func duplicateMembers() -> [Range<Int>] {
    let tree = Tree(storage)
    guard tree.repeatsNames else { return [] }
    var result: [Range<Int>] = []
    var pending = [ref]
    while let container = pending.popLast() {
      var cursor = tree.children(of: container)
      while let child = cursor.next(in: tree) {
        if tree[child.value].isContainer { pending.append(child.value) }
      }
      guard tree[container].kind == .object else { continue }
      let members = tree.sortedMembers(of: container)
      for (first, second) in zip(members, members.dropFirst())
      where tree.haveEqualContent(tree[first.name], of: tree, tree[second.name], of: tree) {
        let name = tree[second.name]
        result.append(Int(name.offset)..<Int(name.end))
      }
    }
    return result.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The names that occur more than once among the members of this object.
  package func duplicateMemberNames() -> [String] {
    guard kind == .object else { return [] }
    let tree = Tree(storage)
    let members = tree.sortedMembers(of: ref)
    var result: [String] = []
    for (first, second) in zip(members, members.dropFirst())
    where tree.haveEqualContent(tree[first.name], of: tree, tree[second.name], of: tree) {
      let name = tree.string(of: tree[second.name])
      if let last = result.last, last.utf8.elementsEqual(name.utf8) { continue }
      result.append(name)
    }
    return result
  }
}
