/// A list of feature flags as a management API returns it: many small objects, hexadecimal
/// identifiers, descriptions in many scripts, a few floating-point numbers.
struct FlagList {
  private(set) var tree: Tree
  private(set) var count: Int
  private var random = Randomness(seed: 6902)

  /// - Parameter size: How many bytes the flags take at least, in compact form.
  init(size: Int) {
    var flags: [Tree] = []
    tree = nil
    count = 0
    var bytes = 0
    while bytes < size {
      let flag = makeFlag(flags.count)
      bytes += flag.json().count
      flags.append(flag)
    }
    count = flags.count
    tree = [
      "_links": ["self": link("/api/v2/flags/default?summary=0")],
      "totalCount": .number(count),
      "items": .array(flags),
      "totalCountWithDifferences": 0,
    ]
  }

  private func link(_ target: String) -> Tree {
    ["href": .string(target), "type": "application/json"]
  }
}

// MARK: - Parts

extension FlagList {
  private mutating func makeFlag(_ number: Int) -> Tree {
    let key = random.words(3, joinedBy: "-") + "-\(number)"
    let variationCount = random.pick([2, 2, 2, 3, 4])
    return [
      "name": .string(random.sentence()),
      "kind": variationCount == 2 ? "boolean" : "multivariate",
      "description": .string(random.sentence()),
      "key": .string(key),
      "_version": .number(random.within(1...90)),
      "creationDate": random.timestamp(),
      "includeInSnippet": false,
      "clientSideAvailability": [
        "usingMobileKey": .bool(random.chance(0.5)), "usingEnvironmentId": false,
      ],
      "variations": .array((0..<variationCount).map { makeVariation($0, of: variationCount) }),
      "temporary": .bool(random.chance(0.5)),
      "tags": .strings(random.sample(random.within(1...6), of: Vocabulary.words)),
      "_links": [
        "parent": link("/api/v2/flags/default"), "self": link("/api/v2/flags/default/" + key),
      ],
      "maintainerId": .string(random.hexadecimal()),
      "_maintainer": makeMaintainer(number),
      "customProperties": [
        "jira.issues": [
          "name": "Jira issues", "value": [.string("LD-\(random.below(9999))")],
        ],
        "a/b~c": ["name": .string(random.sentence()), "value": []],
      ],
      "archived": false,
      "deprecated": .bool(random.chance(0.1)),
      "defaults": ["onVariation": 0, "offVariation": .number(variationCount - 1)],
      "environments": [
        "production": makeEnvironment("Production", flag: key, variations: variationCount),
        "staging": makeEnvironment("Staging", flag: key, variations: variationCount),
      ],
      "experiments": ["baselineIdx": 0, "items": []],
    ]
  }

  private mutating func makeVariation(_ index: Int, of count: Int) -> Tree {
    let value: Tree =
      switch count == 2 ? -1 : random.below(4) {
      case -1: .bool(index == 0)
      case 0:
        ["color": .string("#" + random.hexadecimal(6)), "opts": [1, 2, ["x": nil]]]
      case 1: .string(random.sentence())
      case 2: .number(random.fraction())
      default: .number(random.below(1000))
      }
    let identifier = [8, 4, 4, 12].map { random.hexadecimal($0) }.joined(separator: "-")
    return ["value": value, "_id": .string(identifier), "name": .string(random.sentence())]
  }

  private mutating func makeMaintainer(_ number: Int) -> Tree {
    [
      "_links": ["self": link("/api/v2/members/" + random.hexadecimal())],
      "_id": .string(random.hexadecimal()),
      "firstName": .string(random.pick(Vocabulary.givenNames)),
      "lastName": .string(random.pick(Vocabulary.familyNames)),
      "role": "writer",
      "email": .string("m\(number)@example.com"),
    ]
  }

  private mutating func makeEnvironment(
    _ name: String, flag: String, variations: Int
  ) -> Tree {
    [
      "on": .bool(random.chance(0.6)),
      "archived": false,
      "salt": .string(random.hexadecimal(32)),
      "sel": .string(random.hexadecimal(32)),
      "lastModified": random.timestamp(),
      "version": .number(random.within(1...400)),
      "targets": .array(
        (0..<variations).filter { _ in random.chance(0.6) }.map { makeTarget(variation: $0) }),
      "contextTargets": [],
      "rules": .array((0..<random.below(3)).map { _ in makeRule(variations: variations) }),
      "fallthrough": ["variation": .number(random.below(variations))],
      "offVariation": random.pick([nil, 0, .number(variations - 1)]),
      "prerequisites": [],
      "_site": [
        "href": .string("/default/\(name.lowercased())/features/\(flag)"), "type": "text/html",
      ],
      "_environmentName": .string(name),
      "trackEvents": false,
      "trackEventsFallthrough": false,
      "_summary": makeSummary(variations: variations),
    ]
  }

  private mutating func makeTarget(variation: Int) -> Tree {
    [
      "values": .strings(
        (0..<random.within(1...6)).map { _ in "user-\(random.below(1_000_000))" }),
      "variation": .number(variation),
      "contextKind": "user",
    ]
  }

  private mutating func makeSummary(variations: Int) -> Tree {
    let counts = (0..<variations).map { index -> (String, Tree) in
      let counts: Tree = [
        "rules": .number(random.below(3)), "nullRules": 0,
        "targets": .number(random.below(5)), "contextTargets": 0,
      ]
      return (String(index), counts)
    }
    return [
      "variations": .object(counts),
      "prerequisites": 0,
      "confidence": .number(Double(random.below(1_000_000)) / 1_000_000),
      "rate": .number(random.fraction() * random.pick([1e-9, 1e-3, 1, 1e4, 1e9])),
    ]
  }

  private mutating func makeRule(variations: Int) -> Tree {
    var rule: [(String, Tree)] = [
      ("_id", .string(random.hexadecimal())), ("disabled", .bool(random.chance(0.1))),
    ]
    if random.chance(0.5) {
      rule.append(("variation", .number(random.below(variations))))
    } else {
      let share = 100_000 / variations
      let rollout: Tree = [
        "variations": .array(
          (0..<variations).map { ["variation": .number($0), "weight": .number(share)] }),
        "contextKind": "user",
        "seed": .number(random.below(1 << 31)),
      ]
      rule.append(("rollout", rollout))
    }
    rule += [
      ("clauses", .array((0..<random.within(1...2)).map { _ in makeClause() })),
      ("trackEvents", .bool(random.chance(0.5))),
      ("description", .string(random.sentence())),
      ("ref", .string(random.hexadecimal(8) + "-" + random.hexadecimal(4))),
    ]
    return .object(rule)
  }

  private mutating func makeClause() -> Tree {
    let values: [Tree] = [
      "@example.com", "gold", "EU", "1.2.3", "ünïcode", 42, .number(3.5), true,
      .number(random.below(1_000_000)),
    ]
    return [
      "_id": .string(random.hexadecimal()),
      "attribute": .string(
        random.pick([
          "email", "country", "plan", "groups", "appVersion", "device/os", "beta~tester",
          "companySize",
        ])),
      "op": .string(
        random.pick([
          "in", "endsWith", "startsWith", "matches", "contains", "lessThan", "semVerGreaterThan",
          "segmentMatch",
        ])),
      "values": .array((0..<random.within(1...4)).map { _ in random.pick(values) }),
      "contextKind": .string(random.pick(["user", "organization", "device"])),
      "negate": .bool(random.chance(0.2)),
    ]
  }
}

// MARK: - Patch

extension FlagList {
  /// Five operations of four kinds, spread over the list.
  func patch() -> Tree {
    var random = Randomness(seed: 5)
    let tested = random.below(count)
    let key = tree["items"]?.elements[tested]["key"] ?? nil
    let addition: Tree = [
      "_id": .string(random.hexadecimal()), "disabled": false, "variation": 1,
      "clauses": [
        [
          "_id": .string(random.hexadecimal()), "attribute": "email", "op": "endsWith",
          "values": ["@example.com"], "contextKind": "user", "negate": false,
        ]
      ],
      "trackEvents": true, "description": .string(random.words(9)),
    ]
    return [
      ["op": "test", "path": .string("/items/\(tested)/key"), "value": key],
      [
        "op": "replace", "path": .string("/items/\(tested)/environments/production/on"),
        "value": true,
      ],
      [
        "op": "add", "path": .string("/items/\(random.below(count))/tags/-"),
        "value": "größer-🚀",
      ],
      [
        "op": "add", "path": .string("/items/\(random.below(count))/environments/staging/rules/0"),
        "value": addition,
      ],
      [
        "op": "remove",
        "path": .string("/items/\(random.below(count))/customProperties/a~1b~0c"),
      ],
    ]
  }
}
