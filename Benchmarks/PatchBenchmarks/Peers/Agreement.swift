import JSONPatching

/// How far two results say the same; the worst that was found counts.
enum Agreement: Int, Comparable {
  case different
  /// A number has lost digits.
  case rounded
  case same

  static func < (left: Agreement, right: Agreement) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Compares texts by value: the order of members, white space and the spelling of strings and
  /// numbers do not matter.
  init(_ found: [UInt8], _ expected: [UInt8]) {
    guard found != expected else {
      self = .same
      return
    }
    guard let found = try? Tree(reading: found), let expected = try? Tree(reading: expected) else {
      self = .different
      return
    }
    self.init(found, expected)
  }

  private init(_ found: Tree, _ expected: Tree) {
    switch (found, expected) {
    case (.scalar(let left), .scalar(let right)):
      self.init(scalar: left, right)
    case (.array(let left), .array(let right)):
      self = left.count == right.count ? Self.worst(of: zip(left, right)) : .different
    case (.object, .object):
      let left = found.membersByName
      let right = expected.membersByName
      self =
        left.elementsEqual(right) { $0.name == $1.name }
        ? Self.worst(of: zip(left.lazy.map(\.value), right.lazy.map(\.value))) : .different
    default: self = .different
    }
  }

  private init(scalar left: String, _ right: String) {
    if left.utf8.elementsEqual(right.utf8) {
      self = .same
    } else if let left = Tree.scalar(left).text, let right = Tree.scalar(right).text {
      self = left.utf8.elementsEqual(right.utf8) ? .same : .different
    } else if let first = try? JSON(parsing: Array(left.utf8)),
      let second = try? JSON(parsing: Array(right.utf8)), first == second
    {
      self = .same
    } else {
      // Some print fewer digits than a number needs to be read again.
      let isClose = Double(left).flatMap { left in
        Double(right).map { abs(left - $0) <= abs(left) * 1e-14 }
      }
      self = isClose == true ? .rounded : .different
    }
  }

  private static func worst(of pairs: some Sequence<(Tree, Tree)>) -> Agreement {
    var worst = Agreement.same
    for (found, expected) in pairs {
      worst = min(worst, Agreement(found, expected))
      if worst == .different { break }
    }
    return worst
  }
}

extension Tree {
  /// The members with decoded names in the order of those, the last one of each name.
  fileprivate var membersByName: [(name: [UInt8], value: Tree)] {
    let sorted = members.enumerated()
      .map { (name: Array(Tree.unquoted($1.name).utf8), place: $0, value: $1.value) }
      .sorted { left, right in
        left.name == right.name
          ? left.place < right.place : left.name.lexicographicallyPrecedes(right.name)
      }
    return sorted.indices
      .filter { $0 + 1 == sorted.count || sorted[$0].name != sorted[$0 + 1].name }
      .map { (sorted[$0].name, sorted[$0].value) }
  }
}
