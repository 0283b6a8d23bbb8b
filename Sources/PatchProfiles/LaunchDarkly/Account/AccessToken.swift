extension PatchProfile {
  /// `PATCH /api/v2/tokens/…`: what an access token may do.
  public static let accessToken = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "access-token",
        "title": "Access token",
        "area": "Account",
        "reference": "https://launchdarkly.com/docs/api/access-tokens/patch-token",
        "path": "/api/v2/tokens/{id}",
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 409, 422, 429],
          "ldcli": "access-tokens update"
        },
        "representation": {
          "required": ["_id", "ownerId", "memberId", "creationDate", "lastModified", "_links"],
          "optional": [
            "_member", "name", "description", "customRoleIds", "inlineRole", "role", "token",
            "serviceToken", "defaultApiVersion", "lastUsed"
          ]
        },
        "sources": {
          "page": {
            "quotation": "Updating an access token uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/role\", \"value\": \"writer\"}]"
          },
          "secret": {"reason": "the server makes the token, and a request of its own resets it"}
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "remove", "replace"], "value": "Name",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/description", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/role", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "example", "source": "sample"
          },
          {
            "path": "/customRoleIds", "allow": ["add", "remove", "replace"], "value": "string[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/customRoleIds/{index}", "allow": ["add", "remove", "replace"],
            "value": "string", "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/inlineRole", "allow": ["add", "remove", "replace"], "value": "Statement[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/inlineRole/{index}", "allow": ["add", "remove", "replace"],
            "value": "Statement", "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/token", "allow": [], "value": "string", "evidence": "inferred",
            "source": "secret", "secret": true
          },
          {"path": "/ownerId", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/memberId", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/creationDate", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/lastModified", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/lastUsed", "allow": [], "evidence": "inferred", "source": "server"}
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
