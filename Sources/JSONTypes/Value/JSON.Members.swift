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
    public static func == (first: Member, second: Member) -> Bool {
      first.name.utf8.elementsEqual(second.name.utf8) && first.value == second.value
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
      for byte in name.utf8 { hasher.combine(byte) }
      hasher.combine(value)
    }
  }

  /// The members of an object, in their order.
  ///
  /// A name that occurs several times appears as often; looking it up gives the last one.
  ///
  /// - Complexity: Making the collection lists all members. To look up single names in a wide object,
  ///   use the subscript of ``JSON``, which does not.
  public struct Members: Collection, Sendable {
    private let storage: Storage
    private let ref: NodeRef
    private let children: [Tree.Child]

    init(_ storage: Storage, _ ref: NodeRef) {
      self.storage = storage
      self.ref = ref
      let tree = Tree(storage)
      var children: [Tree.Child] = []
      var cursor = tree.children(of: ref)
      while let child = cursor.next(in: tree) { children.append(child) }
      self.children = children
    }

    /// The place of a member.
    public struct Index: Comparable, Hashable, Sendable {
      let position: Int

      /// Orders places.
      public static func < (first: Index, second: Index) -> Bool {
        first.position < second.position
      }
    }

    /// The place of the first member.
    public var startIndex: Index { Index(position: 0) }

    /// The place after the last member.
    public var endIndex: Index { Index(position: children.count) }

    /// The number of members.
    public var count: Int { children.count }

    /// The place after another.
    ///
    /// - Parameter place: A place of a member.
    /// - Returns: The place of the next member, or the end.
    public func index(after place: Index) -> Index { Index(position: place.position + 1) }

    /// The member at a place.
    ///
    /// - Parameter place: A place of a member.
    public subscript(place: Index) -> Member {
      let child = children[place.position]
      let tree = Tree(storage)
      return Member(name: tree.string(of: tree[child.name]), value: JSON(storage, child.value))
    }

    /// The value of the last member with a name, or `nil` if there is none.
    ///
    /// - Parameter name: The name, compared by code points.
    /// - Complexity: O(*m*) for *m* members up to some dozens, O(1) for more.
    public subscript(name: String) -> JSON? {
      let tree = Tree(storage)
      return tree.member(named: name, of: ref).map { JSON(storage, $0.value) }
    }

    /// The names in their order.
    public var names: [String] {
      let tree = Tree(storage)
      return children.map { tree.string(of: tree[$0.name]) }
    }
  }
}

extension JSON {
  /// The extent in the text of the first member that repeats the name of an earlier one in its object.
  func firstDuplicateMember() -> Range<Int>? { duplicateMembers().first }

  /// The extents in the text of all members that repeat the name of an earlier one in their object.
  ///
  /// - Complexity: O(*n* log *n*) for *n* members.
  package func duplicateMembers() -> [Range<Int>] {
    let tree = Tree(storage)
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
