public import JSONPatching

extension PatchPreview {
  /// What one operation changes.
  public struct Change: Sendable, Hashable {
    /// The operation's place in the patch, from 0.
    public let operationIndex: Int
    /// The kind of operation; never `test`.
    public let kind: JSONPatch.Operation.Kind
    /// Where the change takes place, with `-` resolved to the index.
    public let pointer: JSONPointer
    /// The path as the patch has it.
    public let writtenPointer: JSONPointer
    /// Where the value comes from, for `move` and `copy`.
    public let from: JSONPointer?
    /// The value at ``pointer`` before; `nil` when there was none or an element is inserted.
    public let old: JSON?
    /// The value at ``pointer`` after; `nil` when it is removed, and for a `move` once moved values have taken 32 MiB.
    public let new: JSON?
    /// The rule that permits the change; `nil` for a path that the profile does not list.
    public let rule: PatchProfile.Rule?
    /// The places of secret values in ``old`` and ``new``, as pointers into the document.
    ///
    /// Empty when the change touches none. When it is ``pointer`` itself, the whole value is
    /// secret.
    public let sensitivePointers: [JSONPointer]

    /// How well the permission is founded; `nil` for a path that the profile does not list.
    public var evidence: PatchProfile.Evidence? { rule?.evidence }

    /// Whether the value as a whole is secret and must not be shown.
    public var isSensitive: Bool { sensitivePointers.contains { $0.isPrefix(of: pointer) } }
  }

  /// A `test` operation that holds.
  public struct PassedTest: Sendable, Hashable {
    /// The operation's place in the patch, from 0.
    public let operationIndex: Int
    /// The tested path.
    public let pointer: JSONPointer
    /// The value that was tested for.
    public let value: JSON
    /// The places of secret values in ``value``, as pointers into the document.
    public let sensitivePointers: [JSONPointer]

    /// Whether the value as a whole is secret and must not be shown.
    public var isSensitive: Bool { sensitivePointers.contains { $0.isPrefix(of: pointer) } }
  }
}
