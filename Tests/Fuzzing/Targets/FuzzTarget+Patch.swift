import JSONPatching
import TestSupport

extension FuzzTarget {
  /// All ways to apply a patch have one outcome, that of the reference patcher; a failure leaves
  /// the document byte-identical, and `validate` foresees it.
  static func patchFinding(in input: PatchInput) -> String? {
    let limits = PatchInput.limits
    let options = JSON.ParsingOptions(maximumDepth: limits.depth)
    _ = JSONPatch.validate(input.patch, limits: limits)
    guard let document = try? JSON(parsing: input.document, options: options) else { return nil }

    let (outcome, patched) = outcome(of: input.patch, on: document, limits: limits)
    if case .failure(let error) = outcome {
      if patched.serialized() != input.document {
        return "left as \(TextBytes(patched.serialized())) by \(error)"
      }
    }
    let isFaulty = JSONPatch.validate(input.patch, on: document, limits: limits)
      .contains { $0.severity == .error }
    switch outcome {
    case .success: if isFaulty { return "validate refuses what can be applied" }
    case .failure(let error): if !isFaulty { return "validate does not foresee \(error)" }
    }
    return bytesFinding(in: input, outcome: outcome) ?? modelFinding(in: input, outcome: outcome)
  }

  /// What the engine makes of the text of a patch, and the document as that leaves it.
  static func outcome(
    of patch: [UInt8], on document: JSON, limits: JSONPatch.Limits
  ) -> (outcome: Result<JSON, JSONPatchError>, document: JSON) {
    var document = document
    do throws(JSONPatchError) {
      try document.apply(JSONPatch(parsing: patch, limits: limits), limits: limits)
      return (.success(document), document)
    } catch {
      return (.failure(error), document)
    }
  }

  /// From bytes to bytes the outcome is the same.
  private static func bytesFinding(
    in input: PatchInput, outcome: Result<JSON, JSONPatchError>
  ) -> String? {
    let limits = PatchInput.limits
    guard let patch = try? JSONPatch(parsing: input.patch, limits: limits) else { return nil }
    for format in [JSON.Format.preserved, .compact, .pretty()] {
      let text = try? patch.apply(toJSON: input.document, as: format, limits: limits)
      switch outcome {
      case .success(let json):
        if text.map(TextBytes.init) != TextBytes(json.serialized(as: format)) {
          return "bytes to bytes: \(text.map(TextBytes.init)?.description ?? "fails")"
        }
        if text.flatMap({ try? JSON(parsing: $0) }) != json { return "cannot be read again" }
      case .failure:
        if let text { return "bytes to bytes does not fail: \(TextBytes(text))" }
      }
    }
    return nil
  }

  /// The reference patcher, which knows no limits, agrees.
  private static func modelFinding(
    in input: PatchInput, outcome: Result<JSON, JSONPatchError>
  ) -> String? {
    if case .failure(let error) = outcome, error.code == .limitExceeded { return nil }
    guard let document = try? ModelJSON(parsing: input.document),
      let patch = try? ModelJSON(parsing: input.patch), !patch.hasDuplicates
    else { return nil }
    return ReferencePatcher.outcome(of: patch, on: document)
      .disagreement(with: outcome, modulo: \.withoutDuplicates)
  }
}
