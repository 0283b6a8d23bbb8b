import JSONPatching
import PatchProfiles

extension Report {
  /// The report of a preview.
  static func preview(_ review: Review) -> [UInt8] {
    let preview = review.preview
    let counts = ChangeCounts(preview)
    let summary = [
      ("added", JSON(counts.added)), ("changed", JSON(counts.changed)),
      ("removed", JSON(counts.removed)), ("moved", JSON(counts.moved)),
      ("passedTests", JSON(counts.tests)),
    ]
    return bytes([
      ("ok", JSON(preview.isAccepted)),
      ("verdict", JSON(preview.verdict.rawValue)),
      ("document", JSON(review.resource.name)),
      ("profile", review.profile.map { JSON($0.name) } ?? .null),
      ("recognizedBy", review.choice.grounds.map { JSON($0.description) } ?? .null),
      (
        "files",
        [file(review.patch.name, operations: preview.operationCount, preview.diagnostics)]
      ),
      ("changes", JSON(preview.changes.map { change($0, review.redaction) })),
      ("summary", JSON(members: Self.summary(preview.diagnostics) + summary)),
      (
        "probableResponses",
        statuses(review.profile.map { StatusText.statuses($0, preview.diagnostics) } ?? [])
      ),
      ("unchecked", JSON(preview.unchecked.map { JSON($0) })),
    ])
  }

  /// What an operation changes; a secret is only said to be there.
  private static func change(_ change: PatchPreview.Change, _ redaction: Redaction) -> JSON {
    var members: [(String, JSON)] = [
      ("operation", JSON(change.operationIndex)),
      ("op", JSON(change.kind.rawValue)),
      ("path", JSON(redaction.secrets.masked(change.pointer.description))),
    ]
    if change.writtenPointer != change.pointer {
      members.append(("written", JSON(redaction.secrets.masked(change.writtenPointer.description))))
    }
    if let from = change.from {
      members.append(("from", JSON(redaction.secrets.masked(from.description))))
    }
    let places = change.sensitivePointers
    if change.isSensitive {
      members += [("sensitive", true), ("changed", JSON(change.old != change.new))]
    } else {
      if let old = change.old {
        members.append(("old", redaction.redact(old, at: change.pointer, places: places)))
      }
      if let new = change.new {
        let redacted = redaction.redact(
          new, at: change.pointer, places: places, comparedTo: change.old)
        members.append(("new", redacted))
      }
    }
    if let evidence = change.evidence { members.append(("evidence", JSON(evidence.rawValue))) }
    return JSON(members: members)
  }
}
