extension PatchProfile {
  /// `PATCH /api/v2/applications/…`: what kind of application evaluates flags.
  public static let application = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "application",
        "title": "Application",
        "area": "Applications and insights",
        "reference": "https://launchdarkly.com/docs/api/applications-beta/patch-application",
        "path": "/api/v2/applications/{applicationKey}",
        "beta": true,
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 429],
          "ldcli": "applications-beta update",
          "parameters": {"applicationKey": "/key"}
        },
        "representation": {
          "required": ["autoAdded", "key", "kind", "name"],
          "optional": [
            "flags", "_access", "_links", "_version", "creationDate", "description", "_maintainer"
          ]
        },
        "sources": {
          "list": {"quotation": "You can update the `description` and `kind` fields."}
        },
        "rules": [
          {
            "path": "/description", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "documented", "source": "list"
          },
          {
            "path": "/kind", "allow": ["add", "replace"],
            "value": {"enum": ["browser", "mobile", "server"]}, "evidence": "documented",
            "source": "list"
          }
        ],
        "unlisted": {"verdict": "refuse", "source": "list"}
      }
      """#)

  /// `PATCH /api/v2/applications/…/versions/…`: whether a version is still supported.
  public static let applicationVersion = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "application-version",
        "title": "Application version",
        "area": "Applications and insights",
        "reference": "https://launchdarkly.com/docs/api/applications-beta/patch-application-version",
        "path": "/api/v2/applications/{applicationKey}/versions/{versionKey}",
        "beta": true,
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 429],
          "ldcli": "applications-beta update-version",
          "parameters": {"versionKey": "/key"}
        },
        "representation": {
          "required": ["autoAdded", "key", "name"],
          "optional": ["_access", "_links", "_version", "creationDate", "supported"]
        },
        "sources": {
          "list": {"quotation": "You can update the `supported` field."}
        },
        "rules": [
          {
            "path": "/supported", "allow": ["add", "remove", "replace"], "value": "boolean",
            "evidence": "documented", "source": "list",
            "help": "LaunchDarkly's sample has the string \"false\", but the representation has a boolean: write true or false"
          }
        ],
        "unlisted": {"verdict": "refuse", "source": "list"}
      }
      """#)
}
