import JSONPatching
import PatchProfiles

/// The screen of `preview`: the operations, the tree of changes, the verdict.
struct PreviewScreen {
  /// What there is to show.
  let review: Review
  /// How to dress the text.
  let styling: Styling
  /// The tree is left out.
  let isBrief: Bool
  /// Values are not shortened.
  let isFull: Bool

  /// The whole screen.
  var text: String {
    var lines = [title, ""]
    if review.preview.isAccepted {
      lines += acceptedLines
    } else {
      lines += RefusedOperations(review: review, styling: styling).lines + [""]
      lines += refusal
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What is judged, and by which rules.
  private var title: String {
    let files =
      "\(review.patch.name.visible) \(styling.symbols.arrow) \(review.resource.name.visible)"
    let rules =
      review.profile.map { "profile \($0.name.visible)" + ($0.isBeta ? " (beta endpoint)" : "") }
      ?? "RFC 6902, no profile"
    let line = files.padded(to: 32) + "  " + rules
    return line.columns <= styling.columns ? line : files + "\n" + rules
  }

  private var acceptedLines: [String] {
    let values = ValueText(styling: styling, isFull: isFull)
    let counts = ChangeCounts(review.preview)
    var lines = AcceptedOperations(review: review, values: values).lines
    if !lines.isEmpty { lines.append("") }
    if !isBrief, !counts.isEmpty, let result = review.redactedResult {
      lines += ChangeTree(from: review.redactedDocument, to: result, values: values).lines + [""]
    }
    let plan = counts.isEmpty ? nothing(counts) : counts.plan
    let tests = counts.tests == 0 ? "" : "; \(ValueText.count(counts.tests, "test")) passed"
    lines.append(styling.paint("Accepted:", .success) + " \(plan)\(tests).")
    return lines
  }

  /// Why there is nothing to do.
  private func nothing(_ counts: ChangeCounts) -> String {
    let hasOnlyTests = counts.tests == review.preview.operationCount
    return hasOnlyTests ? "no changes" : "no changes, the document already has these values"
  }

  private var refusal: [String] {
    let answer = review.profile.map { StatusText.refusal($0, review.preview.diagnostics) }
    return [
      styling.paint("Refused:", .error) + " \(findings).",
      answer.flatMap { $0.isEmpty ? nil : styling.paint("  answer: " + $0, .faint) },
      styling.paint("  details: " + review.validateCommand, .faint),
    ].compactMap(\.self)
  }

  /// How many operations have errors, and how many of the others have warnings.
  private var findings: String {
    let preview = review.preview
    func operations(_ severity: JSONPatch.Severity) -> Set<Int> {
      Set(preview.diagnostics.filter { $0.severity == severity }.compactMap(\.operationIndex))
    }
    let failed = operations(.error)
    let warned = operations(.warning).subtracting(failed)
    guard !failed.isEmpty else { return "the patch as a whole has an error" }
    let count = ValueText.count(preview.operationCount, "operation")
    let errors = "\(failed.count) of \(count) \(failed.count == 1 ? "has an error" : "have errors")"
    guard !warned.isEmpty else { return errors }
    return errors + ", \(warned.count) \(warned.count == 1 ? "has a warning" : "have warnings")"
  }
}
