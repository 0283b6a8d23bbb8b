extension PatchProfile {
  /// `PATCH /api/v2/oauth/clients/…`: where an OAuth 2.0 client redirects to.
  public static let oauthClient = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "oauth-client",
        "title": "OAuth 2.0 client",
        "area": "Account",
        "reference": "https://launchdarkly.com/docs/api/o-auth-2-clients/patch-o-auth-client",
        "path": "/api/v2/oauth/clients/{clientId}",
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404],
          "ldcli": "o-auth-2-clients update-o-auth-client"
        },
        "representation": {
          "required": ["_links", "name", "_accountId", "_clientId", "redirectUri", "_creationDate"],
          "optional": ["description", "_clientSecret"]
        },
        "sources": {
          "list": {"quotation": "Only `name`, `description`, and `redirectUri` may be patched."}
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "documented",
            "source": "list"
          },
          {
            "path": "/description", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "documented", "source": "list"
          },
          {
            "path": "/redirectUri", "allow": ["add", "replace"], "value": "string",
            "evidence": "documented", "source": "list"
          },
          {
            "path": "/_clientSecret", "allow": [], "value": "string", "evidence": "general",
            "source": "underscore", "secret": true
          }
        ],
        "unlisted": {"verdict": "refuse", "source": "list"}
      }
      """#)
}
