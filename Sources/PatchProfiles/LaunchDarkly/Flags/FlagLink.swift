extension PatchProfile {
  /// `PATCH /api/v2/flag-links/…`: how a link from a flag to another page is labelled.
  public static let flagLink = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "flag-link",
        "title": "Flag link",
        "area": "Flags",
        "reference": "https://launchdarkly.com/docs/api/flag-links-beta/update-flag-link",
        "path": "/api/v2/flag-links/projects/{projectKey}/flags/{featureFlagKey}/{id}",
        "beta": true,
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 409, 429],
          "ldcli": "flag-links-beta update"
        },
        "representation": {
          "required": ["_links", "_id", "_deepLink", "_timestamp", "_createdAt"],
          "optional": ["_key", "_integrationKey", "title", "description", "_metadata", "_member"]
        },
        "sources": {
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/title\", \"value\": \"Updated flag link title\"}]"
          },
          "members": {
            "quotation": "Attributes that are not editable, such as a resource's `_links`, have names that start with an underscore.",
            "reason": "title and description are the only members of the representation without an underscore",
            "origin": "LaunchDarkly API overview, \"Updates\", https://launchdarkly.com/docs/api#updates"
          }
        },
        "rules": [
          {
            "path": "/title", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "example", "source": "sample"
          },
          {
            "path": "/description", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "create body"
          }
        ],
        "unlisted": {"verdict": "refuse", "source": "members"}
      }
      """#)
}
