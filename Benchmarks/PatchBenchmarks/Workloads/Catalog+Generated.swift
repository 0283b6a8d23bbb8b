import JSONPatching

extension Catalog {
  /// The workloads on generated documents.
  static func generated(_ documents: GeneratedDocuments, plan: Plan) -> Catalog {
    var catalog = Catalog()
    catalog.addBigDocuments(documents)
    catalog.addSmallResources(documents)
    catalog.addOperationsOnFlags(documents)
    catalog.addOperationsOnWideContainers(documents, plan: plan)
    catalog.addDifferences(documents, plan: plan)
    catalog.addParsing(documents)
    catalog.addChecks(documents)
    catalog.addCurve(plan: plan)
    return catalog
  }

  private mutating func addBigDocuments(_ documents: GeneratedDocuments) {
    add("W1", "feed") { BytesToBytes($0, [documents.feedCase]) }
    add("W1", "feed, compact") { BytesToBytes($0, [documents.feedCase], as: .compact) }
    add("W1", "flags") { BytesToBytes($0, [documents.flagsCase]) }
    add("W1", "flags pretty") { BytesToBytes($0, [documents.prettyFlagsCase]) }
    add("W1", "flags pretty, compact") {
      BytesToBytes($0, [documents.prettyFlagsCase], as: .compact)
    }
  }

  private mutating func addSmallResources(_ documents: GeneratedDocuments) {
    add("W2", "the same again") { BytesToBytes($0, Array(documents.resourceCases.prefix(1))) }
    add("W2", "different in a row") { BytesToBytes($0, documents.resourceCases) }
    add("W2", "different in a row, in a session") {
      BytesToBytes($0, documents.resourceCases, inSession: true)
    }
  }

  private mutating func addParsing(_ documents: GeneratedDocuments) {
    add("W6", "feed") { DocumentParsing($0, [documents.feedCase.document]) }
    add("W6", "feed, portable") {
      DocumentParsing($0, [documents.feedCase.document], isPortable: true)
    }
    add("W6", "flags") { DocumentParsing($0, [documents.flagsCase.document]) }
    add("W6", "flags, portable") {
      DocumentParsing($0, [documents.flagsCase.document], isPortable: true)
    }
    add("W6", "flags pretty") { DocumentParsing($0, [documents.prettyFlagsCase.document]) }
    add("W6", "catalogue") { DocumentParsing($0, [documents.catalogueText]) }
    add("W6", "small resource") {
      DocumentParsing($0, documents.resourceCases.prefix(1).map(\.document))
    }
  }
}

// MARK: - Profiles

extension Catalog {
  /// What checking adds to applying is the difference of the two rows.
  private mutating func addChecks(_ documents: GeneratedDocuments) {
    add("W8", "apply") {
      try CheckedPatch($0, resource: documents.resourceCases[0].document, checks: false)
    }
    add("W8", "check and apply") {
      try CheckedPatch($0, resource: documents.resourceCases[0].document, checks: true)
    }
  }
}

// MARK: - Many operations

extension Catalog {
  /// A document, what is done to it, and what must come out when that is known without patching.
  struct Task {
    var document: Tree
    var patch: Tree
    var result: Tree?

    func workload(
      _ label: WorkloadLabel, ownership: AppliedPatch.Ownership
    ) throws -> AppliedPatch {
      try AppliedPatch(
        label, document: document.json(), patch: patch.json(), ownership: ownership
      ) {
        try (result ?? document.patched(by: patch)).json()
      }
    }
  }

  /// Adds a patch twice: for a document that is changed where it is, and for one that is kept.
  private mutating func add(_ code: String, _ name: String, task: @escaping () -> Task) {
    add(code, name) { try task().workload($0, ownership: .unique) }
    add(code, name + ", kept") { try task().workload($0, ownership: .shared) }
  }

  private mutating func addOperationsOnFlags(_ documents: GeneratedDocuments) {
    func task(_ patch: (inout ManyOperations) -> Tree) -> Task {
      // A copy, so that both rows of a patch draw the same random numbers.
      var operations = documents.manyOperations
      return Task(document: operations.flags, patch: patch(&operations))
    }
    add("W3a", "deep replaces") { task { $0.deepReplaces() } }
    add("W3b", "adds and removes") { task { $0.addsAndRemoves() } }
    add("W3e", "moves") { task { $0.moves() } }
    add("W3f", "tests of sub-trees") { task { $0.tests() } }
  }

  private mutating func addOperationsOnWideContainers(_ documents: GeneratedDocuments, plan: Plan) {
    let count = plan.scaled(10_000)
    let added = (0..<count).map { Tree.number($0) }
    add("W3c", "front inserts") {
      let numbers = documents.wideArray["a"]?.elements ?? []
      return Task(
        document: documents.wideArray, patch: ManyOperations.adds(count: count, at: "0"),
        result: ["a": .array(added.reversed() + numbers)])
    }
    add("W3d", "appends") {
      let numbers = documents.wideArray["a"]?.elements ?? []
      return Task(
        document: documents.wideArray, patch: ManyOperations.adds(count: count, at: "-"),
        result: ["a": .array(numbers + added)])
    }
    add("W3g", "adds to a wide object") {
      Task(
        document: documents.wideObject,
        patch: ManyOperations.newMembers(count: plan.scaled(1000)))
    }
  }
}
