extension PatchProfile {
  /// `PATCH /api/v2/integrations/…`: which changes an integration is told of.
  public static let auditLogSubscription = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "audit-log-subscription",
        "title": "Audit log subscription",
        "area": "Integrations",
        "reference": "https://launchdarkly.com/docs/api/integration-audit-log-subscriptions/update-subscription",
        "path": "/api/v2/integrations/{integrationKey}/{id}",
        "endpoint": {
          "statuses": [200, 400, 403, 404, 409, 429],
          "ldcli": "integration-subscriptions update",
          "parameters": {"integrationKey": "/kind"}
        },
        "representation": {
          "required": [],
          "optional": [
            "_links", "_id", "kind", "name", "config", "statements", "on", "tags", "_access",
            "_status", "url", "apiKey"
          ]
        },
        "sources": {
          "page": {
            "quotation": "Updating an audit log subscription uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {"quotation": "[{\"op\": \"replace\", \"path\": \"/on\", \"value\": false}]"},
          "manifests": {
            "reason": "formVariables of the manifests with auditLogEventsHook, as of 2025-11-19",
            "origin": "integrations/*/manifest.json, https://github.com/launchdarkly/integration-framework"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "remove", "replace"], "value": "Name",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/on", "allow": ["add", "replace"], "value": "boolean", "evidence": "example",
            "source": "sample",
            "help": "LaunchDarkly's generated samples leave the value out or write null; write true or false"
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
            "path": "/config", "allow": ["add", "replace"], "value": "object",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/config/*", "allow": ["add", "remove", "replace"], "evidence": "inferred",
            "source": "manifests"
          },
          {
            "path": "/statements", "allow": ["add", "remove", "replace"], "value": "Statement[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/statements/{index}", "allow": ["add", "remove", "replace"],
            "value": "Statement", "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/url", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/apiKey", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "create body", "secret": true
          },
          {
            "path": "/kind", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"},
        "formVariables": {
          "path": "/config",
          "integrationPath": "/kind",
          "source": "manifests",
          "integrations": {\#(FormVariables.auditLogManifests)}
        }
      }
      """#)
}
