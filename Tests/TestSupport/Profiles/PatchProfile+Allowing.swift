import JSONPatching
public import PatchProfiles

extension PatchProfile {
  /// A profile of nothing but paths and the operations that are permitted there.
  public static func allowing(
    _ rules: [(path: String, operations: [String])], unlisted: String = "accept"
  ) throws -> PatchProfile {
    let rules = rules.map { rule -> JSON in
      [
        "path": JSON(rule.path), "allow": JSON(rule.operations.map { JSON($0) }),
        "evidence": "documented", "source": "s",
      ]
    }
    let json: JSON = [
      "formatVersion": 1, "name": "made-up", "title": "made up", "path": "/p",
      "sources": ["s": ["reason": "made up", "origin": "here"]],
      "rules": JSON(rules), "unlisted": ["verdict": JSON(unlisted), "source": "s"],
    ]
    return try PatchProfile(parsing: json.serialized())
  }
}
