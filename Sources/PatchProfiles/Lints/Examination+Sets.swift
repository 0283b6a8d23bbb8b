internal import JSONPatching

/// Arrays that the server keeps sorted, with each element once, such as tags: a repeated element is left
/// out, and an index is good for as long as nobody has changed the array.
extension Examination {
  mutating func lintSets(of subject: Subject) {
    guard let kind = subject.kind, kind != .test, let path = subject.path else { return }
    let isElement = path.tokens.last?.isArrayIndex ?? false
    guard isElement || subject.value?.kind == .array else { return }
    if isElement, let array = path.parent, let set = set(at: array) {
      lintElement(subject, at: path, of: array, set)
    } else if let array = subject.value?.array, let set = set(at: path) {
      let texts = array.compactMap(\.string)
      if let text = texts.firstRepeated { reportRepeated(text, in: path, at: .value, set) }
    }
    if kind == .move, let from = subject.from, let array = from.parent, let set = set(at: array) {
      lintIndex(from, of: array, at: .from, set)
    }
  }

  /// Why the array at a path is a set; `nil` where it is none.
  private func set(at path: JSONPointer) -> String? { profile.type(at: Location(path)).set }

  private mutating func lintElement(
    _ subject: Subject, at path: JSONPointer, of array: JSONPointer, _ set: String
  ) {
    if subject.kind != .add, subject.kind != .move, subject.kind != .copy {
      lintIndex(path, of: array, at: .path, set)
    }
    let value = subject.value ?? subject.from.flatMap { trial?.document[$0] }
    guard let text = value?.string, let elements = trial?.document[array]?.array else { return }
    let isThere = elements.enumerated().contains { index, element in
      let place = array.appending(index)
      let isReplaced = subject.kind == .replace && place == path
      return !isReplaced && place != subject.from
        && element.string.map { $0.utf8.elementsEqual(text.utf8) } ?? false
    }
    if isThere { reportRepeated(text, in: array, at: subject.value == nil ? .path : .value, set) }
  }

  /// Warns of an index that may be another element's by the time the server sees the patch.
  private mutating func lintIndex(
    _ path: JSONPointer, of array: JSONPointer, at place: Finding.Place, _ set: String
  ) {
    guard !sortedArrays.contains(array) else { return }
    if let texts = trial?.document[array]?.array?.map({ $0.string ?? "" }) {
      // As the server returned it the array is sorted, unless an earlier operation has changed that.
      guard !texts.isSorted else { return }
    } else if tested.contains(where: { $0.isPrefix(of: path) }) {
      return
    }
    sortedArrays.append(array)
    report(
      Finding(
        .elementIndex, severity: .warning, at: place,
        "the server sorts \(array), so another element may be at \(path)",
        help: "test the element first, or replace \(array) as a whole", notes: [set]))
  }

  private mutating func reportRepeated(
    _ text: String, in array: JSONPointer, at place: Finding.Place, _ set: String
  ) {
    func message(_ quoted: String) -> String {
      "\(quoted) would be in \(array) twice, and the server keeps it once"
    }
    var finding = Finding(
      .elementRepeated, severity: .warning, at: place, message("\"\(text)\""),
      help: "leave one out", notes: [set])
    finding.quotation = Finding.Quotation(text, in: message)
    report(finding)
  }
}

extension [String] {
  /// The first string that is there before.
  fileprivate var firstRepeated: String? {
    let sorted = map { [UInt8]($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    return zip(sorted, sorted.dropFirst()).first { $0 == $1 }
      .map { String(decoding: $0.0, as: UTF8.self) }
  }

  /// Whether each string comes after the one before it, or is the same.
  fileprivate var isSorted: Bool {
    zip(self, dropFirst()).allSatisfy { !$1.utf8.lexicographicallyPrecedes($0.utf8) }
  }
}
