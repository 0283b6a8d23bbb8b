internal import JSONPatching
import Synchronization

/// The plain edits of a profile: writes of one value that no finding can be about if it has its type.
///
/// Most patches replace a few members by values of the right kind. Those are recognised here by comparing
/// their paths, so that looking at them costs less than to perform them. Whatever is not recognised is examined;
/// what is, has no findings.
final class Clearances: Sendable {
  private let entries = Mutex<[Clearance]?>(nil)

  /// Whether a patch has only plain edits, and can be performed, so that there is nothing to report.
  func clear(
    _ patch: JSONPatch, on document: JSON, by profile: PatchProfile, isStrict: Bool,
    limits: JSONPatch.Limits
  ) -> Bool {
    // Whoever allows as much as usual is not asked to count bytes.
    guard patch.count <= 64, patch.count <= limits.operations,
      limits.depth >= 64, limits.resultBytes >= JSONPatch.Limits.default.resultBytes,
      // Each operation may bring as much white space with it as the document has.
      document.isSurelyWithin(limits.resultBytes / 256),
      patch.source.isSurelyWithin(limits.resultBytes / 256)
    else { return false }
    let entries = entries(of: profile)
    var edited: UInt64 = 0
    // A test often stands before an edit of the same value.
    var known: (index: Int, value: JSON?)?
    for operation in patch {
      guard case (let path, let value, let isTest)? = operation.plainWrite,
        let index = entries.index(of: path),
        // What an earlier edit has left there this document does not show.
        edited & (1 << UInt64(index)) == 0
      else { return false }
      let entry = entries[index]
      let old = known?.index == index ? known?.value ?? nil : document[entry.place(of: path)]
      known = (index, old)
      guard entry.clears(operation, value, on: old, in: document, isStrict: isStrict) else {
        return false
      }
      if !isTest { edited |= 1 << UInt64(index) }
    }
    return true
  }

  /// The entries, which are made when they are first asked for.
  private func entries(of profile: PatchProfile) -> [Clearance] {
    entries.withLock { entries in
      if let entries { return entries }
      let made = Clearance.all(of: profile)
      entries = made
      return made
    }
  }
}

extension [Clearance] {
  /// The entry that a path is the one of.
  fileprivate func index(of path: JSONPointer) -> Int? {
    let text = path.description
    let bytes = text.utf8Span.span
    for index in indices where self[index].isAbout(bytes) { return index }
    return nil
  }
}

extension JSONPatch.Operation {
  /// The path and the value of a test and of a write, and whether it is a test.
  fileprivate var plainWrite: (path: JSONPointer, value: JSON, isTest: Bool)? {
    switch self {
    case .test(let path, let value): (path, value, true)
    case .add(let path, let value), .replace(let path, let value): (path, value, false)
    case .remove, .move, .copy: nil
    }
  }
}

extension JSON {
  /// Whether the whole text that the value is part of surely has at most so many bytes.
  fileprivate func isSurelyWithin(_ limit: Int) -> Bool { Tree(storage).isSurelyWithin(limit) }
}
