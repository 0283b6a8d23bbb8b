public import JSONPatching

extension PatchProfile {
  /// A patch that a profile accepts, and what it does not do.
  public struct Difference: Sendable, Hashable {
    /// The patch; the profile accepts it for the old document.
    public let patch: JSONPatch
    /// The differences that are left out, in the order of the old document.
    public let omissions: [Omission]
    /// The secrets of both documents.
    package let secrets: Secrets

    /// Whether the patch makes the new document, and not only the permitted parts of it.
    public var isComplete: Bool { omissions.isEmpty }
  }
}

extension PatchProfile.Difference {
  /// A difference that is left out of a patch.
  public struct Omission: Sendable, Hashable {
    /// Where it is in the old document; for an element that would be added, where it would be in the new one.
    public let pointer: JSONPointer
    /// The old value; `nil` if there is none.
    public let old: JSON?
    /// The new value; `nil` if there is none.
    public let new: JSON?
    /// Why it is left out, in a word or two.
    public let reason: Reason
    /// The code of the finding that a patch with this difference would bring.
    public let code: JSONPatch.Code
    /// The message of that finding.
    public let message: String
    /// The rule that speaks for the path; `nil` for a path that the profile does not list.
    public let rule: PatchProfile.Rule?
    /// The places of secret values in ``old`` and ``new``, as pointers into the document.
    public let sensitivePointers: [JSONPointer]
  }

  /// Why a difference is left out.
  public struct Reason: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The reason as text: `server-managed`.
    public let rawValue: String

    /// Makes a reason of a text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The server sets the value.
    public static let serverManaged = Reason(rawValue: "server-managed")
    /// The value cannot be changed, or cannot any more.
    public static let immutable = Reason(rawValue: "immutable")
    /// Nothing says that the value may be changed.
    public static let notDocumented = Reason(rawValue: "not documented")
    /// The value may be changed, but not so.
    public static let notPermitted = Reason(rawValue: "not permitted")
    /// The new value is not one that the path takes.
    public static let invalidValue = Reason(rawValue: "invalid value")
    /// The new value is what the API shows in the place of a secret.
    public static let maskedSecret = Reason(rawValue: "masked secret")

    /// The reason as text.
    public var description: String { rawValue }
  }
}

extension PatchProfile.Difference.Reason {
  /// The reason behind a finding about a path with a rule.
  init(_ code: JSONPatch.Code, by rule: PatchProfile.Rule?) {
    switch code {
    case .pathNotEditable, .rootReplaced, .valueContainsUneditable:
      guard let rule else {
        self = .notDocumented
        return
      }
      self = rule.isServerManaged ? .serverManaged : .immutable
    case .pathNotDocumented, .pathOutsideProfile: self = .notDocumented
    case .operationNotPermitted, .opNotDocumented: self = .notPermitted
    case .maskedSecret: self = .maskedSecret
    default: self = .invalidValue
    }
  }
}
