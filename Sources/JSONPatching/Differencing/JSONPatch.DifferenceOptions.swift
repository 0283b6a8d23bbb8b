public import JSONTypes

extension JSONPatch {
  /// What a difference may be made of, and what makes one better than another.
  public struct DifferenceOptions: Sendable, Hashable {
    /// What there is to be as little of as possible.
    public enum Objective: Sendable, Hashable {
      /// Bytes of the patch, written as compact text.
      case bytes
      /// Operations, and of patches with as many operations the shorter one.
      ///
      /// A container is still replaced as a whole only where that takes no more bytes than editing it: otherwise one
      /// operation that replaces the document would always win.
      case operations
    }

    /// Which `test` operations guard a patch against a document that it was not made for.
    public enum Tests: Sendable, Hashable {
      /// None.
      case none
      /// One at the beginning that requires the `version` of the old document, if it has such a member.
      case version
      /// One before each `replace` and `remove` that requires the value that it does away with.
      ///
      /// Such a patch can be inverted without a document.
      case values
    }

    /// What there is to be as little of as possible; ``Objective/bytes`` unless told otherwise.
    public var minimize: Objective
    /// Whether `move` operations may take the place of a `remove` and an `add`.
    public var moves: Bool
    /// Whether `copy` operations may take the place of an `add`.
    public var copies: Bool
    /// The guards.
    public var tests: Tests
    /// How to tell which element of the new array is which of the old one; by default, equal values are the same.
    public var arrayIdentity: [ArrayIdentity]
    /// The members whose differences are left out, with everything below them.
    ///
    /// Elements of an array have no name that outlives an edit: a pattern that ends at one leaves out its whole array.
    public var ignoring: [JSONPointer.Pattern]
    /// Whether `-` stands for the index of an element that is added at the end of an array.
    public var appendsWithDash: Bool

    /// Creates options.
    ///
    /// - Parameters:
    ///   - minimize: What there is to be as little of as possible.
    ///   - moves: Whether there may be `move` operations.
    ///   - copies: Whether there may be `copy` operations.
    ///   - tests: The guards.
    ///   - arrayIdentity: How to tell which element is which.
    ///   - ignoring: The members whose differences are left out.
    ///   - appendsWithDash: Whether `-` stands for the index after the last.
    public init(
      minimize: Objective = .bytes, moves: Bool = false, copies: Bool = false,
      tests: Tests = .none, arrayIdentity: [ArrayIdentity] = [],
      ignoring: [JSONPointer.Pattern] = [], appendsWithDash: Bool = false
    ) {
      self.minimize = minimize
      self.moves = moves
      self.copies = copies
      self.tests = tests
      self.arrayIdentity = arrayIdentity
      self.ignoring = ignoring
      self.appendsWithDash = appendsWithDash
    }

    /// The fewest bytes without `move`, `copy` and `test`.
    public static let `default` = DifferenceOptions()
  }
}

extension JSONPatch.DifferenceOptions {
  /// A member that says which element of an array is which.
  ///
  /// Elements with equal values of this member are one and the same, whatever else in them differs: the difference goes
  /// into them, and does not replace them. Elements without the member are the same if they are equal.
  public struct ArrayIdentity: Sendable, Hashable {
    /// The name of the member.
    public var member: String
    /// The arrays that this holds for; `nil` for all.
    public var arrays: JSONPointer.Pattern?

    /// Names a member.
    ///
    /// - Parameters:
    ///   - member: The name of the member, such as `_id`.
    ///   - arrays: The arrays that this holds for; `nil` for all.
    public init(member: String, in arrays: JSONPointer.Pattern? = nil) {
      self.member = member
      self.arrays = arrays
    }

    /// Compares the names by their code points.
    ///
    /// - Complexity: O(*n*) for *n* bytes.
    public static func == (first: Self, second: Self) -> Bool {
      first.member.utf8.elementsEqual(second.member.utf8) && first.arrays == second.arrays
    }

    /// Hashes what `==` compares.
    ///
    /// - Complexity: O(*n*) for *n* bytes.
    public func hash(into hasher: inout Hasher) {
      for byte in member.utf8 { hasher.combine(byte) }
      hasher.combine(arrays)
    }
  }
}
