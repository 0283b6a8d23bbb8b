import JSONPatching
import PatchProfiles

/// What is asked of a profile beside its judgements, by the number of what it has.
extension Cost {
  static var profileParts: [Cost] {
    [
      Cost("find a built-in profile", .linear) {
        let name = Inputs.string($0)
        return { consume((PatchProfile.named(name), PatchProfile.named("feature-flag"))) }
      },
      Cost("find the name of a profile that was meant", .linear) {
        let name = Inputs.string($0)
        return { consume(PatchProfile.nearestName(to: name)) }
      },
      Cost("say what a body is that is no patch", .linear) {
        let json = try Inputs.wide($0)
        return { consume(PatchProfile.oauthClient.otherBody(json)) }
      },
      Cost("the statuses of an error", .linear, from: 20) {
        let profile = try profile(integrations: 1, statuses: $0)
        return { consume(profile.probableStatuses(for: .pathNotFound)) }
      },
      Cost("reveal secrets", .linear) { count in
        let (profile, pointers) = (PatchProfile.webhook, (0..<count).map { Inputs.path($0) })
        return { consume(profile.revealing(pointers)) }
      },
      Cost("find the manifest of an integration", .linear) { count in
        let variables = try profile(integrations: count, statuses: 1).formVariables
        return { consume(variables?.integration(Inputs.name(count - 1))) }
      },
      Cost("find a form variable", .linear) { count in
        let variables = try profile(integrations: 1, statuses: 1, variables: count).formVariables
        let integration = variables?.integration(Inputs.name(0))
        return { consume(integration?.variable(Inputs.name(count - 1))) }
      },
    ]
  }

  /// A profile of so many integrations with so many variables each, whose endpoint has so many statuses.
  private static func profile(
    integrations: Int, statuses: Int, variables: Int = 1
  ) throws -> PatchProfile {
    let manifest = JSON(
      (0..<variables).map { ["key": JSON(Inputs.name($0)), "type": "string"] })
    let json: JSON = [
      "formatVersion": 1, "name": "made-up", "title": "made up", "path": "/p",
      "sources": ["s": ["reason": "made up", "origin": "here"]],
      "endpoint": [
        "source": "s", "statuses": JSON((100..<(100 + statuses)).map { JSON($0) }),
      ],
      "rules": [], "unlisted": ["verdict": "accept", "source": "s"],
      "formVariables": [
        "path": "/config", "integrationPath": "/key", "source": "s",
        "integrations": JSON(
          members: (0..<integrations).map { (Inputs.name($0), manifest) }),
      ],
    ]
    return try PatchProfile(parsing: json.serialized())
  }
}
