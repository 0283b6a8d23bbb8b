/// Patches of many operations, for documents that are parsed already: one for each way in which
/// the cost of an operation could grow with the size of the document or of its container.
struct ManyOperations {
  let flags: Tree
  private let count: Int
  private var random = Randomness(seed: 31)
  /// Every value of the flag list with the tokens that lead to it.
  private let places: [(tokens: [String], value: Tree)]

  /// - Parameters:
  ///   - flags: The document that most patches change.
  ///   - count: The number of operations.
  init(flags: Tree, count: Int) {
    self.flags = flags
    self.count = count
    var places: [(tokens: [String], value: Tree)] = []
    flags.walk { places.append(($0, $1)) }
    self.places = places
  }

  private static func pointer(_ tokens: [String]) -> Tree {
    let escaped = tokens.map { token in
      String(
        String.UnicodeScalarView(
          token.unicodeScalars.flatMap { scalar -> String.UnicodeScalarView in
            switch scalar {
            case "~": "~0".unicodeScalars
            case "/": "~1".unicodeScalars
            default: String(scalar).unicodeScalars
            }
          }))
    }
    return .string(escaped.map { "/" + $0 }.joined())
  }
}

// MARK: - On the flag list

extension ManyOperations {
  /// Replaces of scalars at random deep paths.
  mutating func deepReplaces() -> Tree {
    let scalars = places.filter { place in
      guard case .scalar = place.value else { return false }
      return place.tokens.count >= 4
    }
    let operations = random.sample(count, of: scalars).enumerated().map { number, place -> Tree in
      let value: Tree = random.pick([
        .number(number), .string("value \(number)"), true, nil, .number(1.5 * Double(number)),
        ["k": .number(number), "l": [1, 2, 3]], .string("ünï \(number)"),
      ])
      return ["op": "replace", "path": Self.pointer(place.tokens), "value": value]
    }
    return .array(operations)
  }

  /// Pairs of an add and a remove in small arrays of scalars.
  mutating func addsAndRemoves() -> Tree {
    let arrays = places.filter { place in
      (1...20).contains(place.value.elements.count) && place.tokens.count >= 3
        && place.value.elements.allSatisfy { $0.elements.isEmpty && $0.members.isEmpty }
    }
    let operations = (0..<count).flatMap { number -> [Tree] in
      let array = random.pick(arrays)
      let size = array.value.elements.count
      return [
        [
          "op": "add", "path": Self.pointer(array.tokens + ["\(random.within(0...size))"]),
          "value": .string("added \(number)"),
        ],
        ["op": "remove", "path": Self.pointer(array.tokens + ["\(random.within(0...size))"])],
      ]
    }
    return .array(operations)
  }

  /// Moves of members from one object to another.
  mutating func moves() -> Tree {
    let names = [
      "_maintainer", "customProperties", "description", "clientSideAvailability", "defaults",
      "variations", "name", "_links",
    ]
    let movable = places.filter { place in
      place.tokens.count == 3 && place.tokens[0] == "items" && names.contains(place.tokens[2])
    }
    let flagCount = flags["items"]?.elements.count ?? 0
    let operations = random.sample(count, of: movable).enumerated().map { number, place -> Tree in
      let target = ["items", "\(random.below(flagCount))", "moved_\(number)"]
      return ["op": "move", "from": Self.pointer(place.tokens), "path": Self.pointer(target)]
    }
    return .array(operations)
  }

  /// Tests of whole sub-trees.
  mutating func tests() -> Tree {
    let subtrees = places.filter { place in
      place.tokens.count >= 3 && !(place.value.elements.isEmpty && place.value.members.isEmpty)
        && (100...4000).contains(place.value.json().count)
    }
    let operations = random.sample(count, of: subtrees).map { place -> Tree in
      ["op": "test", "path": Self.pointer(place.tokens), "value": place.value]
    }
    return .array(operations)
  }
}

// MARK: - On wide containers

extension ManyOperations {
  /// An array of numbers under the name `a`.
  static func wideArray(count: Int) -> Tree {
    var random = Randomness(seed: 32)
    return ["a": .array((0..<count).map { _ in .number(random.below(1_000_000)) })]
  }

  /// Adds of 0, 1, 2, … at the place in the wide array that the token names: `0` or `-`.
  static func adds(count: Int, at token: String) -> Tree {
    let operations = (0..<count).map { number -> Tree in
      ["op": "add", "path": .string("/a/" + token), "value": .number(number)]
    }
    return .array(operations)
  }

  /// Replaces by numbers at random places of the wide array; `elements` become what they are
  /// afterwards.
  static func replaces(count: Int, in elements: inout [Tree]) -> Tree {
    var random = Randomness(seed: 35)
    var operations: [Tree] = []
    for number in 0..<count {
      let place = random.below(elements.count)
      elements[place] = .number(number)
      operations.append(
        ["op": "replace", "path": .string("/a/\(place)"), "value": .number(number)])
    }
    return .array(operations)
  }

  /// Removals at random places of the wide array, at most of half of it; `elements` become what they are afterwards.
  static func removals(count: Int, in elements: inout [Tree]) -> Tree {
    var random = Randomness(seed: 36)
    let operations = (0..<min(count, elements.count / 2)).map { _ -> Tree in
      let place = random.below(elements.count)
      elements.remove(at: place)
      return ["op": "remove", "path": .string("/a/\(place)")]
    }
    return .array(operations)
  }

  /// Moves from one random place of the wide array to another; `elements` become what they are afterwards.
  static func moves(count: Int, in elements: inout [Tree]) -> Tree {
    var random = Randomness(seed: 37)
    let operations = (0..<count).map { _ -> Tree in
      let (from, to) = (random.below(elements.count), random.below(elements.count))
      elements.insert(elements.remove(at: from), at: to)
      return ["op": "move", "from": .string("/a/\(from)"), "path": .string("/a/\(to)")]
    }
    return .array(operations)
  }

  /// Copies from one random place of the wide array to another; `elements` become what they are afterwards.
  static func copies(count: Int, in elements: inout [Tree]) -> Tree {
    var random = Randomness(seed: 38)
    let operations = (0..<count).map { _ -> Tree in
      let (from, to) = (random.below(elements.count), random.below(elements.count))
      elements.insert(elements[from], at: to)
      return ["op": "copy", "from": .string("/a/\(from)"), "path": .string("/a/\(to)")]
    }
    return .array(operations)
  }

  /// Tests of random elements of the wide array.
  static func tests(count: Int, of elements: [Tree]) -> Tree {
    var random = Randomness(seed: 39)
    let operations = (0..<count).map { _ -> Tree in
      let place = random.below(elements.count)
      return ["op": "test", "path": .string("/a/\(place)"), "value": elements[place]]
    }
    return .array(operations)
  }

  /// An object of many members under the name `o`.
  static func wideObject(count: Int) -> Tree {
    var random = Randomness(seed: 33)
    let members = (0..<count).map { number -> (String, Tree) in
      ("member_\(number)_\(random.hexadecimal(6))", .number(number))
    }
    return ["o": .object(members)]
  }

  /// Adds of new members to the wide object.
  static func newMembers(count: Int) -> Tree {
    var random = Randomness(seed: 34)
    let operations = (0..<count).map { number -> Tree in
      [
        "op": "add", "path": .string("/o/new_\(number)_\(random.hexadecimal(6))"),
        "value": ["n": .number(number)],
      ]
    }
    return .array(operations)
  }
  /// The wide object with the new members, which a patcher that looks at all of them takes long for.
  static func wideObject(_ object: Tree, after newMembers: Tree) -> Tree {
    let added = newMembers.elements.map { operation in
      (String((operation["path"]?.text ?? "").dropFirst("/o/".count)), operation["value"] ?? nil)
    }
    return ["o": .object((object["o"]?.members ?? []) + Tree.object(added).members)]
  }
}
