/// The generated documents and patches, each made when it is first asked for and then kept.
final class GeneratedDocuments {
  private let plan: Plan

  init(plan: Plan) {
    self.plan = plan
  }

  private lazy var flags = FlagList(size: plan.scaled(1_000_000))

  /// A quarter of the strings has escapes where none are necessary.
  lazy var flagsCase = BytesToBytes.Case(
    document: flags.tree.json(.compact.mixing(seed: 1, chance: 0.25)),
    patch: flags.patch().json())

  lazy var prettyFlagsCase = BytesToBytes.Case(
    document: flags.tree.json(.pretty(indent: 2).mixing(seed: 1, chance: 0.25)),
    patch: flags.patch().json())

  lazy var feedCase: BytesToBytes.Case = {
    let feed = SocialFeed(count: max(10, plan.scaled(100)))
    return BytesToBytes.Case(
      document: feed.tree.json(.pretty(indent: 2)), patch: feed.patch().json())
  }()

  lazy var resourceCases: [BytesToBytes.Case] = {
    let cases = SmallResource.series(count: plan.scaled(10_000)).enumerated().map {
      number, resource in
      BytesToBytes.Case(
        document: resource.tree.json(.compact.mixing(seed: UInt64(number), chance: 0.15)),
        patch: resource.patch.json())
    }
    // Side by side, as the lines of a file: scattered over all the memory that making them took, reading them would be
    // measured.
    return cases.map {
      BytesToBytes.Case(document: $0.document.compacted, patch: $0.patch.compacted)
    }
  }()

  lazy var edited = EditedDocuments(
    resource: SmallResource.series(count: 1)[0].tree, flags: flags.tree,
    operations: manyOperations)

  lazy var catalogueText = EventCatalogue(count: plan.scaled(184)).tree.json(.pretty(indent: 4))

  lazy var manyOperations = ManyOperations(flags: flags.tree, count: plan.scaled(1000))
  lazy var wideArray = ManyOperations.wideArray(count: plan.scaled(100_000))
  lazy var wideObject = ManyOperations.wideObject(count: plan.scaled(10_000))
}

extension [UInt8] {
  /// A copy without room to spare.
  fileprivate var compacted: [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    copy += self
    return copy
  }
}
