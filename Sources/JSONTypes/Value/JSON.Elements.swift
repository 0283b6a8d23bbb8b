extension JSON {
  /// The elements of an array.
  ///
  /// - Complexity: Iterating is O(1) per element. Access by index is O(1) for arrays of scalars and
  ///   after the first access to others, which reads the array once; O(log *e*) after *e* edits.
  public struct Elements: RandomAccessCollection, Sendable {
    private let storage: Storage
    private let ref: NodeRef
    /// The number of elements.
    public let count: Int

    init(_ storage: Storage, _ ref: NodeRef) {
      self.storage = storage
      self.ref = ref
      count = Tree(storage).childCount(of: ref)
    }

    /// Always zero.
    public var startIndex: Int { 0 }

    /// The number of elements.
    public var endIndex: Int { count }

    /// The element at a position.
    ///
    /// - Parameter position: An index of the array, which must be in range.
    public subscript(position: Int) -> JSON {
      precondition(indices.contains(position), "array index is out of range")
      return JSON(storage, Tree(storage).element(position, of: ref))
    }

    /// Goes through the elements without looking up any index.
    ///
    /// - Complexity: O(1).
    public func makeIterator() -> Iterator {
      let tree = Tree(storage)
      return Iterator(tree: tree, cursor: tree.children(of: ref))
    }

    /// Goes through the elements of an array.
    public struct Iterator: IteratorProtocol {
      let tree: Tree
      var cursor: Tree.ChildCursor

      /// The next element.
      ///
      /// - Complexity: O(1), or O(log *e*) after *e* edits of the array.
      public mutating func next() -> JSON? {
        cursor.next(in: tree).map { JSON(tree.storage, $0.value) }
      }
    }
  }
}

extension JSON.Elements: Equatable {
  /// Whether two arrays have equal elements in the same order.
  ///
  /// - Complexity: O(*n*) for *n* bytes, as for ``JSON``.
  public static func == (first: JSON.Elements, second: JSON.Elements) -> Bool {
    JSON(first.storage, first.ref) == JSON(second.storage, second.ref)
  }
}
