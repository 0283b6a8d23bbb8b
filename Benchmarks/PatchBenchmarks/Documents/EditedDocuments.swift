/// Documents before and after edits that are known, so that it is known how small a patch can be.
struct EditedDocuments {
  private let small: Tree
  private let flagList: Tree
  private let deepReplaces: Tree

  init(resource: Tree, flags: Tree, operations: ManyOperations) {
    small = resource
    flagList = flags
    var operations = operations
    deepReplaces = operations.deepReplaces()
  }

  /// A document before and after a patch, which is as large as one needs to be.
  private func pair(_ document: Tree, _ edits: Tree) throws -> DocumentDifference.Pair {
    DocumentDifference.Pair(
      old: document.json(), new: try document.patched(by: edits).json(),
      limit: .init(operations: edits.elements.count, bytes: edits.json().count))
  }

  // MARK: Resources

  func resource() throws -> DocumentDifference.Pair {
    try pair(
      small,
      [
        ["op": "replace", "path": "/config/environmentId", "value": "prd"],
        ["op": "add", "path": "/tags/1", "value": "prod"],
        ["op": "replace", "path": "/name", "value": "Production import"],
        ["op": "replace", "path": "/version", "value": 51],
        ["op": "remove", "path": "/_status/lastError"],
        ["op": "add", "path": "/_access/allowed/0/reason/actions/0", "value": "updateOn"],
        ["op": "add", "path": "/note", "value": ["by": "Zoë", "at": 1_717_263_000_001]],
      ])
  }

  /// Twelve scalars changed, and eight edits of other kinds in as many flags.
  func flags() throws -> DocumentDifference.Pair {
    let count = flagList["items"]?.elements.count ?? 0
    func path(_ number: Int, _ rest: String) -> Tree {
      .string("/items/\(number * count / 8)/\(rest)")
    }
    let edits: [Tree] = [
      ["op": "add", "path": path(0, "tags/0"), "value": "front"],
      [
        "op": "add", "path": path(1, "environments/production/rules/0"),
        "value": ["_id": "rule", "clauses": [], "trackEvents": true],
      ],
      ["op": "remove", "path": path(2, "customProperties/a~1b~0c")],
      ["op": "add", "path": path(3, "newMember"), "value": ["a": [1, 2, 3]]],
      ["op": "replace", "path": path(4, "_maintainer"), "value": ["_id": "none"]],
      ["op": "remove", "path": path(5, "variations/0")],
      ["op": "remove", "path": path(6, "maintainerId")],
      ["op": "add", "path": path(7, "tags/-"), "value": "ü"],
    ]
    // An index is at least as long as a dash, and may be longer by a digit.
    var pair = try pair(flagList, .array(Array(deepReplaces.elements.prefix(12)) + edits))
    pair.limit?.bytes += 1
    return pair
  }

  // MARK: Arrays

  private static func record(_ number: Int, _ random: inout Randomness) -> Tree {
    [
      "id": .string("id-\(number)-\(random.hexadecimal(8))"),
      "name": .string("\(random.pick(Vocabulary.words)) \(number)"),
      "active": .bool(random.chance(0.5)), "score": .number(random.below(10_000)),
      "tags": .strings(random.sample(3, of: Vocabulary.words)),
      "meta": [
        "v": .number(random.within(1...9)),
        "owner": .string(random.pick(["Ana", "Bob", "Zoë"])),
      ],
    ]
  }

  private static func records(_ count: Int) -> Tree {
    var random = Randomness(seed: 4)
    return .array((0..<count).map { record($0, &random) })
  }

  /// One object more at the front, three less in the middle.
  func shifted(count: Int) throws -> DocumentDifference.Pair {
    var random = Randomness(seed: 41)
    return try pair(
      Self.records(count),
      [
        ["op": "add", "path": "/0", "value": Self.record(count, &random)],
        ["op": "remove", "path": .string("/\(count / 2 + 1)")],
        ["op": "remove", "path": .string("/\(count / 2 + 4)")],
        ["op": "remove", "path": .string("/\(count / 2 + 9)")],
      ])
  }

  /// Ten objects in other places.
  func moved(count: Int) throws -> DocumentDifference.Pair {
    var random = Randomness(seed: 44)
    return try pair(
      Self.records(count),
      .array(
        (0..<10).map { _ in
          [
            "op": "move", "from": .string("/\(random.below(count))"),
            "path": .string("/\(random.below(count))"),
          ]
        }))
  }

  func changedNumber(count: Int) throws -> DocumentDifference.Pair {
    try pair(
      .array((0..<count).map { Tree.number($0) }),
      [["op": "replace", "path": .string("/\(count / 2)"), "value": -1]])
  }

  /// Two arrays that have nothing in common but a few numbers, by chance.
  func unrelated(count: Int) -> DocumentDifference.Pair {
    var random = Randomness(seed: 45)
    func numbers() -> [UInt8] {
      Tree.array((0..<count).map { _ in Tree.number(random.below(1_000_000)) }).json()
    }
    return DocumentDifference.Pair(old: numbers(), new: numbers())
  }

  /// Every tenth string is another one.
  func scattered(count: Int) throws -> DocumentDifference.Pair {
    var random = Randomness(seed: 46)
    let edits = (0..<count / 10).map { number -> Tree in
      [
        "op": "replace", "path": .string("/\(number * 10 + random.below(10))"),
        "value": .string("changed \(number)"),
      ]
    }
    return try pair(
      .array((0..<count).map { .string("\(random.words(3)) \($0)") }), .array(edits))
  }
}
