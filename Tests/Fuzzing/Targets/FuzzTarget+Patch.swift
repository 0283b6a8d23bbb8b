import JSONPatching
import TestSupport

extension FuzzTarget {
  /// All ways to apply a patch have one outcome, that of the reference patcher; a failure leaves
  /// the document byte-identical, and `validate` foresees it.
  static func patchFinding(in input: PatchInput) -> String? {
    let limits = input.limits
    let options = JSON.ParsingOptions(maximumDepth: limits.depth)
    _ = JSONPatch.validate(input.patch, limits: limits)
    if let finding = readingFinding(of: input.patch, limits: limits) { return finding }
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
    var aspects = input.aspects
    return bytesFinding(in: input, outcome: outcome, aspects: &aspects)
      ?? modelFinding(in: input, outcome: outcome, aspects: &aspects)
  }

  /// A patch that is read in one go is the one that is read from a parsed text.
  private static func readingFinding(of text: [UInt8], limits: JSONPatch.Limits) -> String? {
    let atOnce = try? JSONPatch(parsing: text, limits: limits)
    let parsed = try? JSON(parsing: text, options: limits.parsingOptions)
    let inTwoSteps = parsed.flatMap { try? JSONPatch($0, limits: limits) }
    guard atOnce != inTwoSteps else { return nil }
    return
      "read at once: \(String(describing: atOnce)), in two steps: \(String(describing: inTwoSteps))"
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
    in input: PatchInput, outcome: Result<JSON, JSONPatchError>, aspects: inout SeededGenerator
  ) -> String? {
    let limits = input.limits
    guard let patch = try? JSONPatch(parsing: input.patch, limits: limits) else { return nil }
    let format = aspects.pick([JSON.Format.preserved, .compact, .pretty()])
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
    guard aspects.oneIn(4) else { return nil }
    // The second time in the memory of the first.
    var session = PatchSession(limits: limits)
    for _ in 0..<2 {
      let again = try? session.apply(parsing: input.patch, toJSON: input.document, as: format)
      if again != text {
        return "in a session: \(again.map(TextBytes.init)?.description ?? "fails")"
      }
    }
    return nil
  }

  /// The reference patcher, which knows no limits, agrees: on the outcome, or on that of a document of another origin.
  private static func modelFinding(
    in input: PatchInput, outcome: Result<JSON, JSONPatchError>, aspects: inout SeededGenerator
  ) -> String? {
    guard isWithinReachOfModel(outcome), let document = try? ModelJSON(parsing: input.document),
      let patch = try? ModelJSON(parsing: input.patch), !patch.hasDuplicates
    else { return nil }
    let expected = ReferencePatcher.outcome(of: patch, on: document)
    if aspects.oneIn(2) {
      return expected.disagreement(with: outcome, modulo: \.withoutDuplicates)
    }
    do {
      return try DocumentOrigin.sampledObjection(on: document, using: &aspects) { document, _ in
        // What is copied is measured as it is spelled, which another origin changes.
        let (outcome, _) = self.outcome(of: input.patch, on: document, limits: input.limits)
        guard isWithinReachOfModel(outcome) else { return nil }
        return expected.disagreement(with: outcome, modulo: \.withoutDuplicates)
      }
    } catch {
      return "no document of another origin: \(error)"
    }
  }

  /// Whether no limit is at fault, and the result is not so large that the model would need seconds for it.
  private static func isWithinReachOfModel(_ outcome: Result<JSON, JSONPatchError>) -> Bool {
    switch outcome {
    case .success(let json): json.serialized().count <= PatchInput.limits.resultBytes
    case .failure(let error): error.code != .limitExceeded
    }
  }
}
