internal import JSONPatching

/// The sources of a profile that is being read.
struct SourceTable {
  /// The profile's own sources, then those that it takes over.
  private(set) var all: [PatchProfile.Source]
  /// The number of its own.
  private let ownCount: Int

  /// Reads the sources.
  ///
  /// - Parameters:
  ///   - fields: The profile and the parts that it extends.
  ///   - reference: Where a source stands that does not say so: the page of the request.
  /// - Throws: An error for the first mistake.
  init(_ fields: ExtendedFields, reference: String?) throws(PatchProfileError) {
    let entries = try fields.own.required("sources").entries()
    all = try (entries + fields.sharedEntries("sources")).map { entry throws(PatchProfileError) in
      try PatchProfile.Source(name: entry.name, entry.node, reference: reference)
    }
    ownCount = entries.count
  }

  /// The source that the member `source` names.
  func source(_ fields: ProfileFields) throws(PatchProfileError) -> PatchProfile.Source {
    let node = try fields.required("source")
    let name = try node.string()
    if let source = all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return source }
    let nearest = Spelling.nearest(to: name, among: all.lazy.map(\.name))
    throw node.error(
      .nameUnknown, "there is no source \"\(name)\"",
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "declare it in \"sources\"")
  }

  /// Leaves out the sources taken over that neither rules nor other statements refer to.
  mutating func dropUnused(by rules: [PatchProfile.Rule], _ others: [PatchProfile.Source?]) {
    let used = rules.map(\.source) + rules.compactMap(\.warning?.source) + others.compactMap(\.self)
    all = all[..<ownCount] + all[ownCount...].filter(used.contains)
  }
}
