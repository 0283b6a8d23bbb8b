internal import JSONTypes

extension [JSONPatch.Operation] {
  /// The operations without those that change only what is at or below a place, if that is replaced after them.
  ///
  /// All of them stay if the place may be another one while they are performed, or if they take something from below it.
  func superseded(byReplacing place: JSONPointer) -> [JSONPatch.Operation] {
    guard allSatisfy({ $0.isWithin(place) || $0.isElsewhere(than: place) }) else { return self }
    return filter { !$0.isWithin(place) }
  }
}

extension JSONPatch.Operation {
  private var pointers: [JSONPointer] { [path, from].compactMap(\.self) }

  /// Whether the operation takes from and changes only what is at or below a place, which stays there.
  fileprivate func isWithin(_ place: JSONPointer) -> Bool {
    if kind == .replace, path == place { return true }
    return pointers.allSatisfy { place.isPrefix(of: $0) && $0.count > place.count }
  }

  /// Whether the operation neither takes from what is at a place, nor changes it or the way to it.
  fileprivate func isElsewhere(than place: JSONPointer) -> Bool {
    pointers.allSatisfy { pointer in
      guard !place.isPrefix(of: pointer), !pointer.isPrefix(of: place) else { return false }
      // What comes and goes before an element changes its index.
      return pointer.array.map { !$0.isPrefix(of: place) } ?? true
    }
  }
}

extension JSONPointer {
  /// The array that the pointer leads into, if its last token may be an index.
  fileprivate var array: JSONPointer? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let token = tokens.last, token.utf8.allSatisfy(digits.contains) else { return nil }
    return parent
  }
}
