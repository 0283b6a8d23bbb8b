public import JSONPatching

extension PatchProfile {
  /// What may be done to the values at one path, and how that is known.
  ///
  /// A rule without permitted operations makes its path read-only. `test` reads, so it is permitted
  /// everywhere.
  public struct Rule: Sendable, Hashable {
    /// The paths that the rule speaks for.
    public let path: PathPattern
    /// The permitted operations, some of `add`, `remove` and `replace`.
    ///
    /// A `move` needs `remove` at its `from` and `add` at its `path`; a `copy` needs `add` at its
    /// `path`.
    public let operations: [JSONPatch.Operation.Kind]
    /// The shape of the value at ``path``; paths below it have the shape of that part of it.
    public let value: ValueType
    /// How well the rule is founded.
    public let evidence: Evidence
    /// The sentence or the reason that the rule rests on.
    public let source: Source
    /// What is special about this path, in a sentence.
    public let reason: String?
    /// What to do when a value does not fit or the path is not there.
    public let help: String?
    /// Whether the server sets the value, so that what changes there is not the user's doing.
    public let isServerManaged: Bool
    /// The path at which the value is read, if it is another one than ``path``.
    public let readName: JSONPointer?
    /// Whether the value must never be shown.
    public let isSecret: Bool
    /// What is not checked about the value, as the object of a sentence.
    public let unchecked: String?
    /// A warning that an operation on this path brings although it is permitted.
    public let warning: Warning?

    /// Whether nothing but `test` may touch the path.
    public var isReadOnly: Bool { operations.isEmpty }

    /// Says whether an operation of this kind may touch the path.
    ///
    /// - Parameter kind: `move` and `copy` are asked as what they do to the path: `remove` and
    ///   `add`.
    /// - Returns: `true` for every `test`.
    /// - Complexity: O(1).
    public func permits(_ kind: JSONPatch.Operation.Kind) -> Bool {
      kind == .test || operations.contains(kind)
    }

    /// A warning that a rule brings.
    public struct Warning: Sendable, Hashable {
      /// The code of the diagnostic.
      public let code: JSONPatch.Code
      /// The operations that it belongs to.
      public let operations: [JSONPatch.Operation.Kind]
      /// Why it is doubtful.
      public let source: Source
      /// What is doubtful.
      public let message: String
      /// What to do instead.
      public let help: String?
    }
  }
}
