extension SharedParts {
  /// What holds for every resource of LaunchDarkly's REST API.
  ///
  /// A source without an origin stands on the page of the request that extends the parts.
  static let launchDarkly = SharedParts(
    name: "launchdarkly",
    builtIn: #"""
      {
        "asOf": "2026-08-07",
        "endpoint": {
          "statuses": [
            {"status": 200, "meaning": "The updated resource"},
            {"status": 400, "meaning": "Invalid request"},
            {"status": 401, "meaning": "Invalid access token"},
            {"status": 403, "meaning": "Forbidden"},
            {"status": 404, "meaning": "Invalid resource identifier"},
            {"status": 405, "meaning": "Method not allowed"},
            {"status": 409, "meaning": "Status conflict"},
            {"status": 422, "meaning": "Invalid patch content"},
            {"status": 429, "meaning": "Rate limited"}
          ],
          "source": "responses",
          "hosts": ["app.launchdarkly.com", "app.launchdarkly.us", "app.eu.launchdarkly.com"],
          "tokenVariable": "LD_ACCESS_TOKEN",
          "headers": {"Content-Type": "application/json"},
          "betaHeaders": {"LD-API-Version": "beta"}
        },
        "operations": {"documented": ["add", "remove", "replace", "test"], "source": "operations"},
        "envelope": {"verdict": "warn", "source": "envelope"},
        "sources": {
          "responses": {
            "reason": "the responses that it lists for the request",
            "origin": "https://app.launchdarkly.com/api/v2/openapi.json"
          },
          "operations": {
            "quotation": "A JSON value used in \"add\", \"replace\", and \"test\" operations",
            "reason": "the published PatchOperation has op, path and value but no \"from\", so move and copy are not in it; the text says RFC 6902, so the server may take them",
            "origin": "schema PatchOperation, https://app.launchdarkly.com/api/v2/openapi.json"
          },
          "envelope": {
            "quotation": "Each resource supports optional comments",
            "reason": "documented for all resources, but the schema of this request is the bare array",
            "origin": "LaunchDarkly API overview, \"Updates with comments\", https://launchdarkly.com/docs/api#updates-with-comments"
          },
          "body": {
            "reason": "the schema of this request is PatchWithComment; published clients send the bare array too"
          },
          "underscore": {
            "quotation": "Attributes that are not editable, such as a resource's `_links`, have names that start with an underscore.",
            "origin": "LaunchDarkly API overview, \"Updates\", https://launchdarkly.com/docs/api#updates"
          },
          "arrays": {
            "quotation": "set the `path` to the name of the field and then append `/<array index>`. Use `/0` to add to the beginning of the array. Use `/-` to add to the end of the array.",
            "reason": "said on the pages of several resources",
            "origin": "Update a flag import configuration, https://launchdarkly.com/docs/api/flag-import-configurations-beta/patch-flag-import-configuration"
          },
          "placeholder": {
            "reason": "the generated samples show the placeholder of the schema where an operation has no example of its own",
            "origin": "Update a flag import configuration, sample request, https://launchdarkly.com/docs/api/flag-import-configurations-beta/patch-flag-import-configuration"
          },
          "provider": {
            "reason": "LaunchDarkly's Terraform provider patches it",
            "origin": "version 3.1.3, https://github.com/launchdarkly/terraform-provider-launchdarkly"
          },
          "create body": {
            "reason": "a member of the representation without an underscore and of the create body"
          },
          "representation": {
            "reason": "a member of the representation without an underscore"
          },
          "identity": {"reason": "part of the address of the request, or of the resource's identity"},
          "server": {"reason": "the server sets it: it is not in the create body, and no published client patches it"},
          "elsewhere": {"reason": "requests of their own change what it lists"}
        },
        "types": {
          "Name": {"string": {"minimum": 1, "verdict": "warn", "reason": "inferred: a name is required"}},
          "Tag": {
            "string": {
              "minimum": 1, "maximum": 64, "characters": "A-Za-z0-9_.-", "verdict": "warn",
              "reason": "LaunchDarkly's Terraform provider checks tags like this before it sends them",
              "set": "said of projects: tags are always deduplicated and returned in alphabetical order, regardless of the array index used in the patch path; https://launchdarkly-preview.mintlify.app/api-reference/projects/update-project"
            }
          },
          "Statement": {
            "members": {
              "effect": {"enum": ["allow", "deny"]},
              "resources": "string[]",
              "notResources": "string[]",
              "actions": "string[]",
              "notActions": "string[]"
            },
            "required": ["effect"],
            "exclusive": [["resources", "notResources"], ["actions", "notActions"]],
            "discouraged": [["notResources", "notActions"]],
            "others": "warn",
            "reason": "source: schemas Statement and StatementPost, https://app.launchdarkly.com/api/v2/openapi.json"
          },
          "ClientSideAvailability": {
            "members": {"usingMobileKey": "boolean", "usingEnvironmentId": "boolean"},
            "others": "warn"
          },
          "Clause": {
            "members": {
              "_id": "string", "contextKind": "string", "attribute": "string", "op": "string",
              "negate": "boolean", "values": "array"
            },
            "required": ["op", "values"],
            "others": "warn",
            "reason": "source: clause objects, https://launchdarkly.com/docs/api/feature-flags/patch-feature-flag"
          }
        },
        "rules": [
          {
            "path": "/_*", "allow": [], "evidence": "general", "source": "underscore",
            "serverManaged": true
          },
          {
            "path": "/exampleField", "allow": [], "evidence": "general", "source": "placeholder",
            "reason": "a placeholder, not a member of any resource"
          }
        ]
      }
      """#)
}
