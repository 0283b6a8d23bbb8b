import JSONPatching

extension Catalog {
  /// Adds the workloads on differences.
  mutating func addDifferences(_ documents: GeneratedDocuments, plan: Plan) {
    let moving = JSONPatch.DifferenceOptions(moves: true)
    add("W4a", "small resource, 7 edits") {
      try DocumentDifference($0, try documents.edited.resource())
    }
    add("W4b", "flags, 20 edits") { try DocumentDifference($0, try documents.edited.flags()) }
    for (name, count) in [("1,000", 1000), ("10,000", 10_000)] {
      add("W4c", "\(name) objects, 4 shifts") {
        try DocumentDifference($0, try documents.edited.shifted(count: plan.scaled(count)))
      }
    }
    add("W4d", "2,000 objects, 10 moved") {
      try DocumentDifference(
        $0, try documents.edited.moved(count: plan.scaled(2000)), options: moving)
    }
    add("W4e", "100,000 numbers, 1 changed") {
      try DocumentDifference($0, try documents.edited.changedNumber(count: plan.scaled(100_000)))
    }
    add("W4f", "20,000 numbers, unrelated") {
      try DocumentDifference($0, documents.edited.unrelated(count: plan.scaled(20_000)))
    }
    add("W4g", "3,000 strings, 10 % changed") {
      try DocumentDifference($0, try documents.edited.scattered(count: plan.scaled(3000)))
    }
  }

  /// The workloads on two versions of a document.
  static func difference(_ name: String, _ pair: DocumentDifference.Pair) -> Catalog {
    var catalog = Catalog()
    let options = JSONPatch.DifferenceOptions(moves: true)
    catalog.add("W4", name) { try DocumentDifference($0, pair) }
    catalog.add("W4", name + ", moves") { try DocumentDifference($0, pair, options: options) }
    return catalog
  }
}
