extension PatchProfile {
  /// `PATCH /api/v2/webhooks/…`: which changes are posted to a URL.
  public static let webhook = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "webhook",
        "title": "Webhook",
        "area": "Integrations",
        "reference": "https://launchdarkly.com/docs/api/webhooks/patch-webhook",
        "path": "/api/v2/webhooks/{id}",
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 429],
          "ldcli": "webhooks update"
        },
        "representation": {
          "required": ["_links", "_id", "url", "on", "tags"],
          "optional": ["name", "secret", "statements", "_access"]
        },
        "sources": {
          "page": {
            "quotation": "Updating webhook settings uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {"quotation": "[{\"op\": \"replace\", \"path\": \"/on\", \"value\": false}]"}
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/url", "allow": ["add", "replace"], "value": "string", "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/secret", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "provider", "secret": true
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
            "path": "/statements", "allow": ["add", "remove", "replace"], "value": "Statement[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/statements/{index}", "allow": ["add", "remove", "replace"],
            "value": "Statement", "evidence": "inferred", "source": "arrays"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
