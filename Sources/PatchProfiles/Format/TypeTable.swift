/// The named types of a profile that is being read.
struct TypeTable {
  /// The types that the profile takes over, then its own, which may refer to them.
  private(set) var all: [PatchProfile.NamedType] = []
  /// The number of types that are taken over.
  private let sharedCount: Int

  init(_ fields: ExtendedFields) throws(PatchProfileError) {
    let shared = try fields.sharedEntries("types")
    let own = try fields.own["types"]?.entries() ?? []
    sharedCount = shared.count
    for (name, node) in shared + own {
      all.append(.init(name: name, type: try .init(node, named: all)))
    }
  }

  /// Leaves out the types taken over that neither rules nor the profile's own types mention.
  mutating func dropUnused(by rules: [PatchProfile.Rule]) {
    let own = all[sharedCount...]
    let used = (rules.map(\.value) + own.map(\.type)).flatMap(\.namedTypes)
    all = all[..<sharedCount].filter(used.contains) + own
  }
}
