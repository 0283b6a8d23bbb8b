public import JSONPatching

/// The rules that say which paths of a resource a JSON Patch may change, as data.
///
/// A profile belongs to one REST resource. It names the request, lists ``rules`` by path, says what
/// happens to every path that no rule mentions (``unlisted``), and gives a source for each of its
/// statements, so that a verdict can be traced to the sentence that it rests on.
///
/// ```swift
/// let patch: JSONPatch = [.replace("/name", "Imported flags")]
/// let findings = PatchProfile.flagImportConfiguration.check(patch)       // []
/// let preview = PatchProfile.flagImportConfiguration.preview(patch, of: document)
/// preview.isAccepted                                                     // true
/// ```
///
/// Profiles are written in JSON and read by ``init(parsing:)``, the built-in ones included;
/// ``json`` exports one again.
///
/// ## Which rule speaks
///
/// A rule speaks for its path and, until a more specific rule does, for everything below it. Of the
/// rules that cover a path, the one that reaches deepest speaks; among equals the more literal one
/// (see ``PathPattern``), and among equally literal ones the one that permits less.
public struct PatchProfile: Sendable {
  /// The name by which the profile is looked up: `flag-import-configuration`.
  public let name: String
  /// The title of the resource in running text: `Flag import configuration`.
  public let title: String
  /// The heading under which lists show the profile: `Projects`.
  public let area: String?
  /// The page that describes the request.
  public let reference: String?
  /// The day on which the rules were compared with their sources, as `2026-08-07`.
  public let asOf: String?
  /// The HTTP method of the request: `PATCH`.
  public let method: String
  /// The path of the request, with its parameters in braces:
  /// `/api/v2/…/{projectKey}/{integrationKey}`.
  public let path: String
  /// Whether the endpoint is published as beta.
  public let isBeta: Bool
  /// Whether the server itself can validate a patch without saving it.
  public let hasDryRun: Bool
  /// What else is known about the request: its statuses, hosts and fields of the head.
  public let endpoint: Endpoint
  /// The operations that the resource's description documents; the others bring a warning.
  public let operations: DocumentedOperations
  /// What happens to a patch in the envelope `{"comment": …, "patch": […]}`.
  public let envelope: Policy
  /// The other formats of a partial update that the resource's description documents.
  public let otherFormats: DocumentedFormats
  /// The members of the resource's representation, if they are listed.
  public let representation: Representation?
  /// The sources that the rules refer to, in the order of the file.
  public let sources: [Source]
  /// The rules, in the order of the file.
  public let rules: [Rule]
  /// What happens to a path that no rule covers.
  public let unlisted: Policy
  /// The configuration variables that depend on the integration, if the resource has any.
  public internal(set) var formVariables: FormVariables?

  /// The named types that ``Rule/value`` and other types refer to.
  let types: [NamedType]
  /// The indices of the rules, the more literal paths first, among equals the stricter rules.
  let ranking: [Int]
  /// Whether a rule may speak of an element by its index.
  let namesIndices: Bool
  /// Whether a rule is about a member that is read under another name.
  let hasUnreadNames: Bool
  /// The edits that need no examination.
  let clearances = Clearances()
  /// The places whose values may be shown although they are secret.
  var revealed: [JSONPointer] = []

  init(
    name: String, title: String, area: String?, reference: String?, asOf: String?, method: String,
    path: String, isBeta: Bool, hasDryRun: Bool, endpoint: Endpoint,
    operations: DocumentedOperations, envelope: Policy, otherFormats: DocumentedFormats,
    representation: Representation?,
    sources: [Source], types: [NamedType], rules: [Rule], unlisted: Policy,
    formVariables: FormVariables?
  ) {
    self.name = name
    self.title = title
    self.area = area
    self.reference = reference
    self.asOf = asOf
    self.method = method
    self.path = path
    self.isBeta = isBeta
    self.hasDryRun = hasDryRun
    self.endpoint = endpoint
    self.operations = operations
    self.envelope = envelope
    self.otherFormats = otherFormats
    self.representation = representation
    self.sources = sources
    self.types = types
    self.rules = rules
    self.unlisted = unlisted
    self.formVariables = formVariables
    ranking = rules.indices.sorted { first, second in
      let (one, other) = (rules[first], rules[second])
      if one.path.isMoreSpecific(than: other.path) { return true }
      if other.path.isMoreSpecific(than: one.path) { return false }
      return one.operations.count < other.operations.count
    }
    hasUnreadNames = rules.contains { $0.readName != nil }
    namesIndices = rules.contains { !NamedIndices($0.path.components).isEmpty }
  }
}

extension PatchProfile {
  /// The operations that a resource's description documents.
  public struct DocumentedOperations: Sendable, Hashable {
    /// The operations, in the order of RFC 6902.
    public let kinds: [JSONPatch.Operation.Kind]
    /// Where they are documented; `nil` when the profile does not restrict them.
    public let source: Source?
  }

  /// The formats of a partial update, apart from JSON Patch, that a resource's description documents.
  public struct DocumentedFormats: Sendable, Hashable {
    /// A format of a partial update that is not JSON Patch.
    public enum Format: String, Sendable, Hashable, CaseIterable {
      /// JSON Merge Patch (RFC 7386).
      case mergePatch = "merge-patch"
      /// LaunchDarkly's list of instructions.
      case semanticPatch = "semantic-patch"
    }

    /// The formats; empty when only JSON Patch is documented.
    public let formats: [Format]
    /// Where they are documented; `nil` when there are none.
    public let source: Source?
  }

  /// The members that the representation of a resource has at its top.
  public struct Representation: Sendable, Hashable {
    /// The members that are always there.
    public let required: [String]
    /// The members that may be there.
    public let optional: [String]
  }

  /// A statement about a whole class of cases: accept, warn or refuse, and why.
  public struct Policy: Sendable, Hashable {
    /// The outcome of a ``Policy``.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
      /// Whether it may pass: without a word, with a warning, or not at all.
      case accept, warn, refuse
    }

    /// What happens.
    public let verdict: Verdict
    /// Why; `nil` only for a policy that is taken by default.
    public let source: Source?
  }
}

extension PatchProfile: Hashable {
  /// Compares two profiles by their JSON, code point by code point.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the profiles.
  public static func == (left: Self, right: Self) -> Bool { left.json == right.json }

  /// Hashes the JSON of the profile.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the profile.
  public func hash(into hasher: inout Hasher) { hasher.combine(json) }
}

extension PatchProfile: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
