/// A JSON value that keeps its text.
///
/// A parsed value is a view of the text that it came from: member order, the spelling of numbers, escapes and white
/// space are all there, and what is not edited is written back byte for byte.
///
///     var flag = try JSON(parsing: #"{"on": false, "tags": ["a"]}"#)
///     flag["on"] = true
///     flag["tags"]?[1] = "b"
///     String(decoding: flag.serialized(), as: UTF8.self)  // {"on": true, "tags": ["a", "b"]}
///
/// # Equality
///
/// Two values are equal as [RFC 6902 section 4.6](https://www.rfc-editor.org/rfc/rfc6902#section-4.6) says: strings by
/// their code points (not by canonical equivalence), numbers by their exact decimal value (`1`, `1.0` and `10e-1` are
/// equal, `9007199254740993` and `9007199254740992` are not), objects whatever the order of their members.
///
/// # Performance
///
/// A value is two words: a reference to the text and its nodes, and the number of one node. Copying it, or taking a
/// part of it, copies nothing else; a part keeps the whole document alive (``detached()`` ends that). An
/// edit costs the same wherever it is made, and copies nothing but what was edited before, and that only if somebody
/// else holds the value.
public struct JSON: Sendable {
  package var storage: Storage
  package var ref: NodeRef

  @inline(__always)
  package init(_ storage: Storage, _ ref: NodeRef) {
    self.storage = storage
    self.ref = ref
  }

  /// The six kinds of values.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The value `null`.
    case null
    /// `true` or `false`.
    case bool
    /// A number.
    case number
    /// A string.
    case string
    /// An array.
    case array
    /// An object.
    case object
  }

  /// A copy that holds on to nothing but its own text.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the value's text.
  public func detached() -> JSON { Tree(storage).detached(ref) }
}

extension Tree {
  /// A copy of a value as it is now; for whoever looks at a document that is being edited.
  package func detached(_ ref: NodeRef) -> JSON {
    guard let tape = Flattening.tape(of: ref, in: self) else { return .null }
    return JSON(tape, NodeRef(parsed: 0))
  }
}

extension Tree {
  /// The kind of a value.
  package func kind(of ref: NodeRef) -> JSON.Kind { self[ref].kind.jsonKind }
}

extension NodeKind {
  var jsonKind: JSON.Kind {
    switch self {
    case .null: .null
    case .true, .false: .bool
    case .number: .number
    case .string, .name: .string
    case .array: .array
    case .object: .object
    }
  }
}
