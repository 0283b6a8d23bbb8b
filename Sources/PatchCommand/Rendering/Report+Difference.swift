import JSONPatching
import PatchProfiles

extension Report {
  /// The report of a comparison; the patch in it is the one to be sent, and so keeps its values.
  static func difference(_ comparison: Comparison, isSame: Bool) -> [UInt8] {
    bytes([
      ("ok", JSON(isSame)),
      ("same", JSON(isSame)),
      ("complete", JSON(comparison.omissions.isEmpty)),
      ("profile", comparison.profile.map { JSON($0.name) } ?? .null),
      ("patch", comparison.patch.json),
      ("skipped", JSON(comparison.omissions.map { skipped($0, comparison) })),
    ])
  }

  /// The report of a comparison that has no patch, because differences would be left out.
  static func difference(_ comparison: Comparison, endedBy failure: Failure) -> [UInt8] {
    bytes([
      ("ok", false), ("error", error(failure)), ("same", false), ("complete", false),
      ("profile", comparison.profile.map { JSON($0.name) } ?? .null), ("patch", .null),
      ("skipped", JSON(comparison.omissions.map { skipped($0, comparison) })),
    ])
  }

  private static func skipped(
    _ omission: PatchProfile.Difference.Omission, _ comparison: Comparison
  ) -> JSON {
    let (old, new) = comparison.redacted(omission)
    let secrets = comparison.redaction.secrets
    var members: [(String, JSON)] = [
      ("path", JSON(secrets.masked(omission.pointer.description)))
    ]
    if let old { members.append(("old", old)) }
    if let new { members.append(("new", new)) }
    members += [
      ("reason", JSON(omission.reason.rawValue)),
      ("code", JSON(omission.code.rawValue)),
      ("message", JSON(secrets.masked(omission.message))),
    ]
    return JSON(members: members)
  }
}
