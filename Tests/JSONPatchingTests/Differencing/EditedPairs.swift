import TestSupport

/// Pairs of small documents, one made of the other by a few edits: the same 4,000 that other projects were measured
/// with.
struct EditedPairs {
  private var random = MersenneTwister(seed: 7)

  private static let names = ["a", "b", "c", "d", "a/b", "~k", ""].map { Array($0.utf8) }
  private static let scalars: [ModelJSON] = [
    .number("0"), .number("1"), .number("2"), .number("3"), ModelJSON("a"), ModelJSON("b"),
    ModelJSON("c"), .null, .bool(true), .bool(false), ModelJSON("x/y"), ModelJSON("~"),
  ]

  /// The next pair.
  mutating func next() -> (old: ModelJSON, new: ModelJSON) {
    while true {
      let old = value(depth: 4)
      guard old.isContainer else { continue }
      var new = old
      for _ in 0..<random.within(1...3) { new = edited(new) }
      if new.isContainer { return (old, new) }
    }
  }

  private mutating func value(depth: Int) -> ModelJSON {
    let kind = random.fraction()
    if depth <= 0 || kind < 0.45 { return random.pick(Self.scalars) }
    if kind < 0.75 {
      return .array((0..<random.within(0...5)).map { _ in value(depth: depth - 1) })
    }
    var members: [ModelJSON.Member] = []
    for _ in 0..<random.within(0...4) {
      let name = random.pick(Self.names)
      Self.set(name, to: value(depth: depth - 1), in: &members)
    }
    return .object(members)
  }

  private mutating func edited(_ value: ModelJSON) -> ModelJSON {
    let kind = random.fraction()
    switch value {
    case .array(var elements):
      for _ in 0..<random.within(0...2) { edit(&elements) }
      return .array(elements)
    case .object(var members):
      for _ in 0..<random.within(0...2) { edit(&members) }
      return .object(members)
    default:
      return kind < 0.5 ? self.value(depth: 1) : value
    }
  }

  private mutating func edit(_ elements: inout [ModelJSON]) {
    let kind = random.fraction()
    if !elements.isEmpty, kind < 0.3 {
      elements.remove(at: random.below(elements.count))
    } else if kind < 0.6 {
      let index = random.within(0...elements.count)
      elements.insert(value(depth: 2), at: index)
    } else if elements.count > 1, kind < 0.75 {
      let element = elements.remove(at: random.below(elements.count))
      elements.insert(element, at: random.within(0...elements.count))
    } else if !elements.isEmpty {
      let index = random.below(elements.count)
      elements[index] = edited(elements[index])
    }
  }

  private mutating func edit(_ members: inout [ModelJSON.Member]) {
    let kind = random.fraction()
    if !members.isEmpty, kind < 0.25 {
      members.remove(at: random.below(members.count))
    } else if kind < 0.5 {
      let new = value(depth: 2)
      Self.set(random.pick(Self.names), to: new, in: &members)
    } else if members.count > 1, kind < 0.65 {
      let index = random.below(members.count)
      // Python draws two members, of which the second one does not matter.
      _ = random.below(members.count - 1)
      let value = members.remove(at: index).value
      Self.set(Array(random.pick(["a", "e", "f"]).utf8), to: value, in: &members)
    } else if !members.isEmpty {
      let index = random.below(members.count)
      members[index].value = edited(members[index].value)
    }
  }

  private static func set(
    _ name: [UInt8], to value: ModelJSON, in members: inout [ModelJSON.Member]
  ) {
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value = value
    } else {
      members.append(ModelJSON.Member(name: name, value: value))
    }
  }
}

extension ModelJSON {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    case .null, .bool, .number, .string: false
    }
  }
}
