public import JSONPatching
import PatchProfiles

/// Whatever says whether a patch can be applied to a document: all of them must say the same.
public enum PatchJudge: CaseIterable, Sendable {
  case inPlace
  case bytesToBytes
  case session
  case inverse
  case validation
  case check
  case preview

  /// Why a patch is refused.
  public struct Refusal: Equatable, Sendable {
    /// The reason.
    public var code: JSONPatch.Code
    /// The operation, or `nil` if the patch as a whole is at fault.
    public var operation: Int?
    /// The reason in words.
    public var message: String
  }

  /// Judges a patch.
  ///
  /// - Parameters:
  ///   - patch: The patch.
  ///   - document: The document.
  ///   - limits: How much the patch may do.
  /// - Returns: The first reason to refuse it; `nil` if it can be applied.
  public func refusal(
    of patch: JSONPatch, on document: JSON, limits: JSONPatch.Limits
  ) -> Refusal? {
    do throws(JSONPatchError) {
      switch self {
      case .inPlace:
        var copy = document
        try copy.apply(patch, limits: limits)
      case .bytesToBytes:
        _ = try patch.apply(toJSON: document.serialized(), limits: limits)
      case .session:
        var session = PatchSession(limits: limits)
        // The second time in the memory of the first.
        for _ in 0..<2 { _ = try session.apply(patch, toJSON: document.serialized()) }
      case .inverse:
        _ = try patch.inverted(on: document, limits: limits)
      case .validation:
        return Self.refusal(
          JSONPatch.validate(patch.json.serialized(), on: document, limits: limits))
      case .check:
        return Self.refusal(
          PatchProfile.unrestricted.check(patch, on: document, limits: limits))
      case .preview:
        return Self.refusal(
          PatchProfile.unrestricted.preview(patch, of: document, limits: limits).diagnostics)
      }
      return nil
    } catch {
      return Refusal(
        code: error.code, operation: error.operationIndex, message: error.message)
    }
  }

  private static func refusal(_ findings: [JSONPatch.Diagnostic]) -> Refusal? {
    findings.first { $0.severity == .error }.map {
      Refusal(code: $0.code, operation: $0.operationIndex, message: $0.message)
    }
  }

  /// The judges that do not accept a patch.
  public static func refusing(
    _ patch: JSONPatch, on document: JSON, limits: JSONPatch.Limits
  ) -> [PatchJudge] {
    allCases.filter { $0.refusal(of: patch, on: document, limits: limits) != nil }
  }

  /// The judges that do not refuse a patch because of a limit, naming its value and the operation.
  public static func overlooking(
    _ limit: Int, at operation: Int?, in patch: JSONPatch, on document: JSON,
    limits: JSONPatch.Limits
  ) -> [PatchJudge] {
    allCases.filter {
      guard let refusal = $0.refusal(of: patch, on: document, limits: limits) else { return true }
      return refusal.code != .limitExceeded || refusal.operation != operation
        || !refusal.message.contains("\(limit)")
    }
  }
}
