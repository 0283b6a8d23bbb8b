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
    /// Where a document names its integration.
    let integrationPath: JSONPointer?
    /// The key of the integration; `nil` for the documents of none that the profile knows.
    let integrationKey: [UInt8]?
    let rules: [Clearance]
    /// Those of the rules, and after them those of the integration's form variables.
    let all: [Clearance]
    /// The entries for another integration, once a document of it was met.
    let next = AtomicLazyReference<Entries>()

    init(
      of profile: PatchProfile, rules: [Clearance],
      integration: PatchProfile.FormVariables.Integration?
    ) {
      integrationPath = profile.formVariables?.integrationPath
      integrationKey = integration.map { Array($0.key.utf8) }
      self.rules = rules
      let variables = integration.map { Clearance.all(of: $0, in: profile) } ?? []
      all = Array((rules + variables).prefix(maximumCount))
    }

    /// Whether these are surely the entries for the documents that name an integration so.
    func isFor(_ key: TextSlice?) -> Bool {
      guard let integrationKey, let key else { return integrationKey == nil && key == nil }
      return integrationKey.withTextSlice { $0 == key }
    }
  }

  /// The entries that have been made, each naming the next: as many as the profile knows integrations, and one more.
  private let first = AtomicLazyReference<Entries>()

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
    let first = first.load()
    let path = first == nil ? profile.formVariables?.integrationPath : first?.integrationPath
    let key = path.flatMap { tree.node(at: $0, below: root) }.flatMap { tree.plainText(of: $0) }
    if let known = entries(where: { $0.isFor(key) }) { return known.all }
    // A key that the profile does not know, or that all integrations go by, stands for another one.
    let integration = profile.formVariables?.integration(key?.string)
    let integrationKey = integration.map { Array($0.key.utf8) }
    if let known = entries(where: { $0.integrationKey == integrationKey }) { return known.all }
    return insert(
      Entries(
        of: profile, rules: first?.rules ?? Clearance.all(of: profile), integration: integration)
    ).all
  }

  private func entries(where isWanted: (Entries) -> Bool) -> Entries? {
    var next = first.load()
    while let entries = next, !isWanted(entries) { next = entries.next.load() }
    return next
  }

  /// Adds entries behind the others, unless somebody else has added such meanwhile.
  private func insert(_ new: Entries) -> Entries {
    var entries = first.storeIfNil(new)
    while entries.integrationKey != new.integrationKey { entries = entries.next.storeIfNil(new) }
    return entries
  }
}
