internal import JSONPatching
import Synchronization

/// The plain edits of a profile: writes of one value that no finding can be about if it has its type.
///
/// Most patches replace a few members by values of the right kind. Those are recognised here by comparing
/// their paths, so that looking at them costs less than to perform them. Whatever is not recognised is examined;
/// what is, has no findings.
final class Clearances: Sendable {
  /// The entries for the documents of one integration.
  private final class Entries: Sendable {
    /// Where a document names its integration, and what its name is there; `nil` if it has none.
    let integrationPath: JSONPointer?
    let integrationKey: [UInt8]?
    let rules: [Clearance]
    /// Those of the rules, and after them those of the integration's form variables.
    let all: [Clearance]

    init(of profile: PatchProfile, rules: [Clearance], integrationKey: TextSlice?) {
      integrationPath = profile.formVariables?.integrationPath
      self.integrationKey = integrationKey.map { Array($0) }
      self.rules = rules
      let integration = profile.formVariables?.integration(integrationKey?.string)
      let variables = integration.map { Clearance.all(of: $0, in: profile) } ?? []
      all = Array((rules + variables).prefix(maximumCount))
    }

    func isFor(_ key: TextSlice?) -> Bool {
      guard let integrationKey, let key else { return integrationKey == nil && key == nil }
      return integrationKey.withTextSlice { $0 == key }
    }
  }

  /// The entries that were used last.
  private let latest = Mutex<Entries?>(nil)

  /// More entries than this cannot be told apart by the bits of a word.
  private static let maximumCount = 64

  /// Whether a patch has only plain edits, and can be performed, so that there is nothing to report.
  func clear(
    _ patch: JSONPatch, on document: JSON, by profile: PatchProfile, isStrict: Bool,
    limits: JSONPatch.Limits
  ) -> Bool {
    let tree = Tree(document.storage)
    let source = Tree(patch.source.storage)
    // Whoever allows as much as usual is not asked to count bytes.
    guard patch.count <= 64, patch.count <= limits.operations,
      limits.depth >= 64, limits.resultBytes >= JSONPatch.Limits.default.resultBytes,
      // Each operation may bring as much white space with it as the document has.
      tree.isSurelyWithin(limits.resultBytes / 256),
      source.isSurelyWithin(limits.resultBytes / 256)
    else { return false }
    let entries = entries(of: profile, for: document.ref, in: tree)
    var edited: UInt64 = 0
    // A test often stands before an edit of the same value.
    var known: (index: Int, value: NodeRef?)?
    for position in patch.indices {
      guard let write = patch.write(at: position, in: source),
        let index = entries.firstIndex(where: { $0.isAbout(write.path) }),
        // What an earlier edit has left there this document does not show.
        edited & (1 << UInt64(index)) == 0
      else { return false }
      let entry = entries[index]
      let old: NodeRef? =
        if let known, known.index == index { known.value } else {
          tree.node(at: entry.place, below: document.ref)
        }
      known = (index, old)
      guard
        entry.clears(
          write, of: source, on: old, of: tree, below: document.ref, isStrict: isStrict)
      else { return false }
      if write.kind != .test { edited |= 1 << UInt64(index) }
    }
    return true
  }

  /// The entries, which are made when they are first asked for.
  private func entries(of profile: PatchProfile, for root: NodeRef, in tree: Tree) -> [Clearance] {
    let latest = latest.withLock { $0 }
    let path = latest == nil ? profile.formVariables?.integrationPath : latest?.integrationPath
    let key = path.flatMap { tree.node(at: $0, below: root) }.flatMap { tree.plainText(of: $0) }
    if let latest, latest.isFor(key) { return latest.all }
    let entries = Entries(
      of: profile, rules: latest?.rules ?? Clearance.all(of: profile), integrationKey: key)
    self.latest.withLock { $0 = entries }
    return entries.all
  }
}
