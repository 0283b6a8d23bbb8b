import JSONPatching

/// Workloads that can be measured, each made only when its turn comes.
struct Catalog {
  struct Entry {
    var label: WorkloadLabel
    var make: () throws -> any Workload
  }

  private(set) var entries: [Entry] = []

  mutating func add(
    _ code: String, _ name: String, size: Int? = nil,
    make: @escaping (WorkloadLabel) throws -> any Workload
  ) {
    let label = WorkloadLabel(code: code, name: name, size: size)
    insert(Entry(label: label) { try make(label) })
  }

  /// Adds the workloads of another catalogue.
  mutating func add(_ other: Catalog) {
    for entry in other.entries { insert(entry) }
  }

  /// The report has the workloads in the order of their codes, and those of the curve last, in the
  /// order in which they are added.
  private mutating func insert(_ entry: Entry) {
    func rank(_ label: WorkloadLabel) -> String {
      label.group == "curve" ? "curve" : label.code
    }
    let last = entries.lastIndex { rank($0.label) <= rank(entry.label) }
    entries.insert(entry, at: last.map { $0 + 1 } ?? 0)
  }

  /// Leaves those whose label contains one of the texts, or all when there is none; nothing measured would look like
  /// nothing wrong.
  mutating func select(_ texts: [String]) throws(UsageError) {
    guard !texts.isEmpty else { return }
    entries.removeAll { entry in
      let label = entry.label.description.lowercased()
      return !texts.contains { label.contains($0.lowercased()) }
    }
    guard !entries.isEmpty else {
      throw UsageError(description: "no label contains '\(texts.joined(separator: "' or '"))'")
    }
  }
}

extension Catalog.Entry {
  /// What the kind of work is, for the report.
  var groupTitle: String {
    switch label.group {
    case "W1": "big document, bytes to bytes: parse document and patch, apply, write"
    case "W2": "small resource, bytes to bytes"
    case "W3": "many operations on a parsed document: apply only, all or nothing"
    case "W4": "difference of two parsed documents"
    case "W6": "parse only, fully validated"
    case "W7": "small resource as a whole process: start, read files, patch, write"
    case "W8": "three operations on a parsed resource of 1.1 KB, by a profile"
    case "curve":
      "cost against size: of the document (bytes to bytes), of the container (apply only)"
    default: ""
    }
  }
}

extension Catalog {
  /// The workloads on a file: parsing it, and the whole way if it has a patch; or the difference if it has a successor.
  static func file(_ file: DocumentFile) -> Catalog {
    if let successor = file.successor {
      return .difference(file.name, .init(old: file.document, new: successor))
    }
    var catalog = Catalog()
    if let patch = file.patch {
      let item = BytesToBytes.Case(document: file.document, patch: patch)
      catalog.add("W1", file.name) { BytesToBytes($0, [item]) }
      catalog.add("W1", file.name + ", compact") { BytesToBytes($0, [item], as: .compact) }
    }
    catalog.add("W6", file.name) { DocumentParsing($0, [file.document]) }
    return catalog
  }
}
