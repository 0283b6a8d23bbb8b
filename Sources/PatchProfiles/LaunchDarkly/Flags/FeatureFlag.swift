extension PatchProfile {
  /// `PATCH /api/v2/flags/…`: a flag, its variations, and its targeting in each environment.
  public static let featureFlag = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "feature-flag",
        "title": "Feature flag",
        "area": "Flags",
        "reference": "https://launchdarkly.com/docs/api/feature-flags/patch-feature-flag",
        "path": "/api/v2/flags/{projectKey}/{featureFlagKey}",
        "dryRun": true,
        "endpoint": {
          "statuses": [
            200, 400, 401, 404,
            {"status": 405, "meaning": "Approval is required to make this request"},
            409, 429
          ],
          "ldcli": "flags update",
          "parameters": {"featureFlagKey": "/key"}
        },
        "envelope": {"verdict": "accept", "source": "body"},
        "otherFormats": {"documented": ["merge-patch", "semantic-patch"], "source": "formats"},
        "representation": {
          "required": [
            "name", "kind", "key", "_version", "creationDate", "variations", "temporary", "tags",
            "_links", "experiments", "customProperties", "archived"
          ],
          "optional": [
            "description", "includeInSnippet", "clientSideAvailability", "maintainerId",
            "_maintainer", "maintainerTeamKey", "_maintainerTeam", "goalIds", "archivedDate",
            "deprecated", "deprecatedDate", "defaults", "_purpose", "migrationSettings",
            "environments"
          ]
        },
        "sources": {
          "get flag": {
            "quotation": "Use the [Get feature flag](https://launchdarkly.com/docs/api/feature-flags/get-feature-flag) endpoint to find the field you want to update.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "{\"patch\": [{\"op\": \"replace\", \"path\": \"/description\", \"value\": \"New description for this flag\"}]}"
          },
          "new target": {
            "quotation": "To add an individual target to a specific variation if the flag variation does not already have individual targets, the path for the JSON patch operation is: … \"path\": \"/environments/devint/targets/-\""
          },
          "target": {
            "quotation": "To add an individual target to a specific variation if the flag variation already has individual targets, the path for the JSON patch operation is: … \"path\": \"/environments/devint/targets/0/values/-\""
          },
          "release pipeline": {
            "quotation": "To add a flag to a release pipeline, the path for the JSON patch operation is: … \"path\": \"/releasePipelineKey\""
          },
          "command line": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/environments/<env>/on\", \"value\": true}]",
            "reason": "what the command \"ldcli flags toggle\" sends",
            "origin": "cmd/flags/toggle.go, https://github.com/launchdarkly/ldcli"
          },
          "goals": {
            "quotation": "add /goalIds/-",
            "reason": "an older client of LaunchDarkly's own patches it",
            "origin": "https://github.com/launchdarkly-labs/ldc"
          },
          "formats": {
            "quotation": "The request body must be a valid semantic patch, JSON patch, or JSON merge patch."
          }
        },
        "types": {
          "Defaults": {
            "members": {"onVariation": "integer", "offVariation": "integer"}, "others": "warn"
          },
          "Variation": {
            "members": {
              "_id": "string", "value": "any", "name": "string?", "description": "string?"
            },
            "required": ["value"], "others": "warn",
            "reason": "source: the instruction addVariation, https://launchdarkly.com/docs/api/feature-flags/patch-feature-flag"
          },
          "Serving": {"members": {"variation": "integer", "rollout": "object"}, "others": "warn"},
          "Prerequisite": {
            "members": {"key": "string", "variation": "integer"}, "required": ["key", "variation"],
            "others": "warn",
            "reason": "source: the instruction replacePrerequisites, https://launchdarkly.com/docs/api/feature-flags/patch-feature-flag"
          },
          "Target": {
            "members": {"contextKind": "string", "values": "string[]", "variation": "integer"},
            "required": ["values", "variation"], "others": "warn",
            "reason": "source: the instruction replaceTargets, https://launchdarkly.com/docs/api/feature-flags/patch-feature-flag"
          },
          "Rule": {
            "members": {
              "_id": "string", "description": "string", "clauses": "Clause[]",
              "variation": "integer", "rollout": "object", "trackEvents": "boolean",
              "disabled": "boolean", "ref": "string"
            },
            "others": "warn"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/description", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "example", "source": "sample"
          },
          {
            "path": "/tags", "allow": ["add", "remove", "replace"], "value": "Tag[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/tags/{index}", "allow": ["add", "remove", "replace"], "value": "Tag",
            "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/temporary", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/archived", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/deprecated", "allow": ["add", "remove", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/customProperties", "allow": ["add", "replace"], "value": {"map": "object"},
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/customProperties/*", "allow": ["add", "remove", "replace"], "value": "object",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/clientSideAvailability", "allow": ["add", "remove", "replace"],
            "value": "ClientSideAvailability", "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/includeInSnippet", "allow": ["add", "remove", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/defaults", "allow": ["add", "remove", "replace"], "value": "Defaults",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/maintainerId", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/maintainerTeamKey", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/migrationSettings", "allow": ["add", "remove", "replace"], "value": "object",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/goalIds", "allow": ["add", "remove", "replace"], "value": "string[]",
            "evidence": "inferred", "source": "goals"
          },
          {
            "path": "/goalIds/{index}", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "goals"
          },
          {
            "path": "/releasePipelineKey", "allow": ["add", "replace"], "value": "string",
            "evidence": "documented", "source": "release pipeline",
            "reason": "it is written under this name, and not a member of the representation"
          },
          {
            "path": "/variations", "allow": ["add", "replace"], "value": "Variation[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/variations/{index}", "allow": ["add", "remove", "replace"],
            "value": "Variation", "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/variations/{index}/_id", "allow": ["add", "remove"], "value": "string",
            "evidence": "general", "source": "underscore",
            "reason": "the server identifies the variation by it"
          },
          {
            "path": "/environments", "allow": [], "value": {"map": "object"},
            "evidence": "inferred", "source": "elsewhere",
            "reason": "environments come and go by requests of their own"
          },
          {
            "path": "/environments/*", "allow": [], "value": "object", "evidence": "inferred",
            "source": "elsewhere", "reason": "environments come and go by requests of their own",
            "help": "change the members one by one"
          },
          {
            "path": "/environments/*/*", "allow": ["add", "remove", "replace"],
            "evidence": "inferred", "source": "get flag",
            "warning": {
              "code": "path-outside-profile", "operations": ["add", "remove", "replace"],
              "source": "get flag",
              "message": "feature-flag does not know this member of an environment"
            }
          },
          {
            "path": "/environments/*/_*", "allow": [], "value": "any", "evidence": "general",
            "source": "underscore"
          },
          {
            "path": "/environments/*/on", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "command line"
          },
          {
            "path": "/environments/*/trackEvents", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/environments/*/offVariation", "allow": ["add", "remove", "replace"],
            "value": "integer?", "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/environments/*/fallthrough", "allow": ["add", "remove", "replace"],
            "value": "Serving", "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/environments/*/prerequisites", "allow": ["add", "remove", "replace"],
            "value": "Prerequisite[]", "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/environments/*/prerequisites/{index}", "allow": ["add", "remove", "replace"],
            "value": "Prerequisite", "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/environments/*/targets", "allow": ["add", "remove", "replace"],
            "value": "Target[]", "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/environments/*/targets/{index}", "allow": ["add", "remove", "replace"],
            "value": "Target", "evidence": "documented", "source": "new target"
          },
          {
            "path": "/environments/*/targets/{index}/values", "allow": ["add", "remove", "replace"],
            "value": "string[]", "evidence": "inferred", "source": "target"
          },
          {
            "path": "/environments/*/targets/{index}/values/{index}",
            "allow": ["add", "remove", "replace"], "value": "string", "evidence": "documented",
            "source": "target"
          },
          {
            "path": "/environments/*/contextTargets", "allow": ["add", "remove", "replace"],
            "value": "Target[]", "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/environments/*/contextTargets/{index}", "allow": ["add", "remove", "replace"],
            "value": "Target", "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/environments/*/contextTargets/{index}/values/{index}",
            "allow": ["add", "remove", "replace"], "value": "string", "evidence": "inferred",
            "source": "target"
          },
          {
            "path": "/environments/*/rules", "allow": ["add", "remove", "replace"],
            "value": "Rule[]", "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/environments/*/rules/{index}", "allow": ["add", "remove", "replace"],
            "value": "Rule", "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/environments/*/rules/{index}/_id", "allow": ["add", "remove"],
            "value": "string", "evidence": "general", "source": "underscore",
            "reason": "the server identifies the rule by it"
          },
          {
            "path": "/environments/*/rules/{index}/clauses/{index}/_id", "allow": ["add", "remove"],
            "value": "string", "evidence": "general", "source": "underscore",
            "reason": "the server identifies the clause by it"
          },
          {
            "path": "/environments/*/version", "allow": [], "value": "integer",
            "evidence": "inferred", "source": "server"
          },
          {
            "path": "/environments/*/lastModified", "allow": [], "value": "integer",
            "evidence": "inferred", "source": "server"
          },
          {
            "path": "/environments/*/salt", "allow": [], "value": "string", "evidence": "inferred",
            "source": "server"
          },
          {
            "path": "/environments/*/sel", "allow": [], "value": "string", "evidence": "inferred",
            "source": "server"
          },
          {
            "path": "/key", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {
            "path": "/kind", "allow": [], "value": "string", "evidence": "inferred",
            "source": "server", "reason": "it follows from the variations"
          },
          {
            "path": "/creationDate", "allow": [], "value": "integer", "evidence": "inferred",
            "source": "server"
          },
          {
            "path": "/archivedDate", "allow": [], "value": "integer", "evidence": "inferred",
            "source": "server", "help": "change /archived"
          },
          {
            "path": "/deprecatedDate", "allow": [], "value": "integer", "evidence": "inferred",
            "source": "server", "help": "change /deprecated"
          },
          {"path": "/experiments", "allow": [], "evidence": "inferred", "source": "elsewhere"}
        ],
        "unlisted": {"verdict": "warn", "source": "get flag"}
      }
      """#)
}
