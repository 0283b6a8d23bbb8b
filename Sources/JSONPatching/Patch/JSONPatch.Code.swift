extension JSONPatch {
  /// What is wrong with a patch, by a kebab-case name that never changes its meaning.
  ///
  /// The same codes stand in errors, in diagnostics and in brackets on the screen. More may be added, so that a switch
  /// over codes needs a default.
  public struct Code: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The name.
    public var rawValue: String

    /// Creates a code from its name.
    ///
    /// - Parameter rawValue: The name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name.
    public var description: String { rawValue }

    // MARK: The text

    /// The text is not JSON (RFC 8259).
    public static let jsonSyntax = Code(rawValue: "json-syntax")
    /// An operation has two members of the same name (RFC 6902 appendix A.13).
    public static let jsonDuplicateMember = Code(rawValue: "json-duplicate-member")
    /// The patch is no array (RFC 6902 section 3).
    public static let patchNotArray = Code(rawValue: "patch-not-array")
    /// An element of the patch is no object (RFC 6902 section 3).
    public static let operationNotObject = Code(rawValue: "operation-not-object")

    // MARK: The form of an operation

    /// An operation has no `op` (RFC 6902 section 4).
    public static let opMissing = Code(rawValue: "op-missing")
    /// The `op` is none of the six (RFC 6902 section 4).
    public static let opUnknown = Code(rawValue: "op-unknown")
    /// An operation has no `path` (RFC 6902 section 4).
    public static let pathMissing = Code(rawValue: "path-missing")
    /// A `path` or `from` is no JSON Pointer (RFC 6901 section 3).
    public static let pointerSyntax = Code(rawValue: "pointer-syntax")
    /// An `add`, `replace` or `test` has no `value` (RFC 6902 sections 4.1, 4.3, 4.6).
    public static let valueMissing = Code(rawValue: "value-missing")
    /// A `move` or `copy` has no `from` (RFC 6902 sections 4.4, 4.5).
    public static let fromMissing = Code(rawValue: "from-missing")
    /// A member has no meaning for its operation and is ignored (RFC 6902 section 4); a warning.
    public static let memberUnused = Code(rawValue: "member-unused")

    // MARK: The effect on a document

    /// An object has no member of that name.
    public static let pathNotFound = Code(rawValue: "path-not-found")
    /// An array has fewer elements.
    public static let indexOutOfRange = Code(rawValue: "index-out-of-range")
    /// A token that names an element is no array index (RFC 6901 section 4).
    public static let indexSyntax = Code(rawValue: "index-syntax")
    /// `-` stands where a value must exist (RFC 6901 section 4).
    public static let dashNotAllowed = Code(rawValue: "dash-not-allowed")
    /// A pointer leads through a value that is no object and no array.
    public static let notAContainer = Code(rawValue: "not-a-container")
    /// A value is moved into itself (RFC 6902 section 4.4).
    public static let moveIntoSelf = Code(rawValue: "move-into-self")
    /// The whole document is removed, which leaves no JSON text.
    public static let rootRemoved = Code(rawValue: "root-removed")
    /// A value is not the one that a `test` requires (RFC 6902 section 4.6).
    public static let testFailed = Code(rawValue: "test-failed")
    /// An operation leaves the document as it is; a warning.
    public static let noEffect = Code(rawValue: "no-effect")
    /// A value of another kind takes the place of one; a warning.
    public static let typeChanged = Code(rawValue: "type-changed")
    /// The patch does more than its ``Limits`` allow.
    public static let limitExceeded = Code(rawValue: "limit-exceeded")
  }
}
