import JSONPatching

/// What happens to a body in a tool that reads it into its own values and writes these again, as `ldcli` does.
struct Reencoding: Sendable {
  /// The first number that would be another one, and what it would be.
  private(set) var number: (text: String, becomes: String)?
  /// The place of the first object whose members would change their order.
  private(set) var reordered: JSONPointer?

  /// Follows a body through a tool that has 64-bit floating point numbers and sorts members by name.
  init(_ body: JSON) {
    var pending: [(pointer: JSONPointer, value: JSON)] = [(.root, body)]
    while let (pointer, value) = pending.popLast() {
      if let number = value.number {
        note(number)
      } else if let object = value.object {
        // The order of an operation's own members has no meaning.
        let isSorted = zip(object.names, object.names.dropFirst()).allSatisfy { first, second in
          first.utf8.lexicographicallyPrecedes(second.utf8)
        }
        if !isSorted, value["op"] == nil, value["patch"] == nil { reordered = pointer }
        pending += object.map { (pointer.appending($0.name), $0.value) }.reversed()
      } else if let array = value.array {
        pending += array.enumerated().map { (pointer.appending($0), $1) }.reversed()
      }
    }
  }

  private mutating func note(_ number: JSON.Number) {
    guard self.number == nil else { return }
    let double = Double(number.text) ?? .infinity
    let spelling = double.isFinite ? "\(double)" : "no number"
    let text = spelling.hasSuffix(".0") ? String(spelling.dropLast(2)) : spelling
    if (try? JSON(parsing: text))?.number != number { self.number = (number.text, text) }
  }

  /// What there is to warn of, in sentences.
  var sentences: [String] {
    var sentences: [String] = []
    if let number {
      sentences.append(
        "ldcli reads numbers as 64-bit floating point: it would send \(number.becomes) for "
          + "\(number.text).")
    }
    if let reordered {
      sentences.append(
        "ldcli sorts the members of objects by name, here those at \(reordered) of the body.")
    }
    return sentences
  }
}
