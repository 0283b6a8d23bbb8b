/// A resource of 1.1 KB, the size of what one call of a management API returns, and the patch of
/// four operations that goes with it.
struct SmallResource {
  let tree: Tree
  let patch: Tree

  /// Different resources, each with a patch of its own.
  static func series(count: Int) -> [SmallResource] {
    var random = Randomness(seed: 2)
    return (0..<count).map { SmallResource(number: $0, random: &random) }
  }

  private init(number: Int, random: inout Randomness) {
    let version = random.within(1...50)
    tree = Self.makeTree(number: number, version: version, random: &random)
    patch = [
      ["op": "test", "path": "/version", "value": .number(version)],
      ["op": "replace", "path": "/name", "value": .string("Production import \(number)")],
      ["op": "add", "path": "/tags/-", "value": .string(random.pick(Vocabulary.words))],
      [
        "op": "replace", "path": "/config/environmentId",
        "value": .string("prd-\(random.below(1000))"),
      ],
    ]
  }

  private static func makeTree(number: Int, version: Int, random: inout Randomness) -> Tree {
    let collection = "/api/v2/integration-capabilities/flag-import/default"
    let identifier = random.hexadecimal()
    let integration = random.pick(["split", "unleash", "jira", "datadog"])
    let name = random.pick([
      "Development environment", "Größere Umgebung", "開発 環境", "Line\nbreak \"quoted\"",
      "Staging/blue",
    ])
    return [
      "_links": [
        "self": link("\(collection)/\(integration)/\(identifier)"),
        "parent": link(collection),
        "project": link("/api/v2/projects/default"),
      ],
      "_id": .string(identifier),
      "integrationKey": .string(integration),
      "projectKey": "default",
      "config": [
        "workspaceId": .string(random.hexadecimal(8)), "environmentId": "def",
        "splitApiKey": .string(random.hexadecimal(16)), "splitTag": "ld",
      ],
      "tags": .strings(random.sample(random.within(1...5), of: Vocabulary.words)),
      "name": .string("\(name) \(number)"),
      "version": .number(version),
      "_status": [
        "status": "pending",
        "lastImport": .number(1_717_263_000_000 + random.below(1_000_000_000)),
        "lastError": 1_714_584_600_000,
        "errors": [
          [
            "integrationId": "x", "message": "boom",
            "statusCode": .number(random.pick([200, 404, 500])), "timestamp": 1_717_263_000_000,
          ]
        ],
      ],
      "_access": ["denied": [access], "allowed": [access]],
    ]
  }

  private static func link(_ target: String) -> Tree {
    ["href": .string(target), "type": "application/json"]
  }

  private static let access: Tree = [
    "action": "string",
    "reason": [
      "effect": "allow", "resources": ["proj/*:env/*;qa_*:/flag/*"], "notResources": ["string"],
      "actions": ["*"], "notActions": ["string"], "role_name": "string",
    ],
  ]
}
