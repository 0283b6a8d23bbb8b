import JSONPatching
import PatchProfiles

/// Patches are printed whole or not at all: with marks in the place of secrets they would write the marks.
extension Redaction {
  /// Refuses to print a patch that shows a secret; masks that the API shows may be in it.
  ///
  /// - Parameters:
  ///   - output: What would be printed.
  ///   - patch: What it does, in operations.
  ///   - status: The status of a refusal.
  /// - Throws: A failure that names the first operation with a secret.
  func checkExposure(
    of output: JSON, doing patch: JSONPatch, status: ExitStatus = .refused
  ) throws(Failure) {
    let secrets = secrets.withoutMasks
    func exposes(_ value: JSON) -> Bool { secrets.masked(value) != value }
    guard exposes(output) else { return }
    let place = patch.first { exposes(JSONPatch([$0]).json) }.map { spelling(of: $0.path) }
    throw Failure(
      status, .secretExposed,
      "\(place ?? "the patch") takes a secret, which would be printed [\(JSONPatch.Code.secretExposed)]",
      details: [
        "  help: '\(Flag.reveal.spelling) <pointer>', with the place that makes it secret, prints it",
        "nothing was written.",
      ])
  }
}
