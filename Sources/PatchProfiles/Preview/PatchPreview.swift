public import JSONPatching

/// What a patch would do to a document, and whether the resource's profile lets it.
///
/// A preview is a value: nothing was sent and the document was not changed.
///
/// A refused patch changes nothing, so then ``result`` is `nil`, and ``changes`` and
/// ``passedTests`` are empty; ``diagnostics`` has every finding, of the good operations too.
public struct PatchPreview: Sendable, Hashable {
  /// The answer to "may this patch be submitted".
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Yes, or no: then at least one finding is an error.
    case accepted, refused
  }

  /// The profile that judged.
  public let profile: PatchProfile
  /// The number of operations in the patch.
  public let operationCount: Int
  /// Every finding, by operation.
  public let diagnostics: [JSONPatch.Diagnostic]
  /// The document after the patch; `nil` when the patch is refused.
  ///
  /// A test that cannot be decided (`test-undecided`) is taken to hold: of its secret this document
  /// has only the mask, so that the patch itself cannot be applied to it.
  public let result: JSON?
  /// What the operations change, in their order; operations without effect and tests are not among
  /// them.
  public let changes: [Change]
  /// The tests that hold, in their order.
  public let passedTests: [PassedTest]
  /// What could not be checked, one sentence each.
  public let unchecked: [String]
  /// The secrets of the document and of the patch.
  package let secrets: Secrets

  /// `refused` when there is an error among the diagnostics.
  public var verdict: Verdict { firstError == nil ? .accepted : .refused }

  /// Whether the patch may be submitted.
  public var isAccepted: Bool { verdict == .accepted }

  /// The first finding that refuses the patch.
  public var firstError: JSONPatch.Diagnostic? { diagnostics.first { $0.severity == .error } }
}
