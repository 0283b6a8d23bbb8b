extension JSON {
  @inline(__always)
  private var node: Node { Tree(storage)[ref] }

  /// Which of the six kinds of values this is.
  public var kind: Kind { node.kind.jsonKind }

  /// Whether this is `null`.
  public var isNull: Bool { node.kind == .null }

  /// The truth value, or `nil` if this is none.
  public var bool: Bool? {
    switch node.kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The string, or `nil` if this is none.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public var string: String? {
    let tree = Tree(storage)
    let node = tree[ref]
    return node.kind == .string ? tree.string(of: node) : nil
  }

  /// The number with its exact value and its text, or `nil` if this is none.
  ///
  /// - Complexity: O(*n*) for *n* digits.
  public var number: Number? {
    let tree = Tree(storage)
    let node = tree[ref]
    guard node.kind == .number else { return nil }
    return Number(scanned: tree.text(of: node).string)
  }

  /// The number as an integer, or `nil` if this is no number, no integer or too large.
  ///
  /// `1.0` and `1e2` are integers.
  ///
  /// - Complexity: O(*n*) for *n* digits.
  public var int: Int? { number?.int }

  /// The nearest floating-point number, or `nil` if this is no number.
  ///
  /// - Complexity: O(*n*) for *n* digits.
  public var double: Double? { number?.double }

  /// The elements, or `nil` if this is no array.
  ///
  /// - Complexity: O(1) for arrays of up to 65,534 elements; the first access to a longer one reads it once.
  public var array: Elements? { node.kind == .array ? Elements(storage, ref) : nil }

  /// The members in their order, or `nil` if this is no object.
  ///
  /// - Complexity: O(1).
  public var object: Members? { node.kind == .object ? Members(storage, ref) : nil }

  /// How many elements or members the value has; 0 for anything that is no array or object.
  ///
  /// - Complexity: O(1) for up to 65,534 children; the first time that more are counted, they are read once.
  public var count: Int { Tree(storage).childCount(of: ref) }
}

extension Tree {
  /// Finds a member by a name that is a Swift string; there is none in a value that is no object.
  func member(named name: String, of value: NodeRef) -> Hit? {
    let node = self[value]
    guard node.kind == .object else { return nil }
    return name.withTextSlice { member(Name($0), of: value, node) }
  }
}
