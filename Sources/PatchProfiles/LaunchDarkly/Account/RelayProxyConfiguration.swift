extension PatchProfile {
  /// `PATCH /api/v2/account/relay-auto-configs/…`: which environments a Relay Proxy serves.
  public static let relayProxyConfiguration = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "relay-proxy-configuration",
        "title": "Relay Proxy configuration",
        "area": "Account",
        "reference": "https://launchdarkly.com/docs/api/relay-proxy-configurations/patch-relay-auto-config",
        "path": "/api/v2/account/relay-auto-configs/{id}",
        "endpoint": {
          "statuses": [200, 400, 401, 404, 409, 422, 429],
          "ldcli": "relay-proxy-configs update"
        },
        "envelope": {"verdict": "accept", "source": "body"},
        "otherFormats": {"documented": ["merge-patch"], "source": "page"},
        "representation": {
          "required": ["_id", "name", "policy", "displayKey", "creationDate", "lastModified"],
          "optional": ["_creator", "_access", "fullKey"]
        },
        "sources": {
          "page": {
            "quotation": "Updating a configuration uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) or [JSON merge patch](https://datatracker.ietf.org/doc/html/rfc7386) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "{\"patch\": [{\"op\": \"replace\", \"path\": \"/policy/0\", \"value\": {\"actions\": [\"*\"], \"effect\": \"allow\", \"resources\": [\"proj/*:env/qa\"]}}]}"
          },
          "key": {"reason": "the server makes the key, and a request of its own resets it"}
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/policy", "allow": ["add", "replace"], "value": "Statement[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/policy/{index}", "allow": ["add", "remove", "replace"], "value": "Statement",
            "evidence": "example", "source": "sample"
          },
          {
            "path": "/fullKey", "allow": [], "value": "string", "evidence": "inferred",
            "source": "key", "secret": true
          },
          {
            "path": "/displayKey", "allow": [], "value": "string", "evidence": "inferred",
            "source": "key"
          },
          {"path": "/creationDate", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/lastModified", "allow": [], "evidence": "inferred", "source": "server"}
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
