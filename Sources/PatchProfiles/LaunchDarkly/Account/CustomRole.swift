extension PatchProfile {
  /// `PATCH /api/v2/roles/…`: what the members of a role may do.
  public static let customRole = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "custom-role",
        "title": "Custom role",
        "area": "Account",
        "reference": "https://launchdarkly.com/docs/api/custom-roles/patch-custom-role",
        "path": "/api/v2/roles/{customRoleKey}",
        "endpoint": {
          "statuses": [200, 400, 401, 404, 409, 429],
          "ldcli": "custom-roles update",
          "parameters": {"customRoleKey": "/key"}
        },
        "envelope": {"verdict": "accept", "source": "body"},
        "otherFormats": {"documented": ["merge-patch"], "source": "page"},
        "representation": {
          "required": ["_id", "_links", "key", "name", "policy"],
          "optional": [
            "_access", "description", "basePermissions", "resourceCategory", "assignedTo",
            "_presetBundleVersion", "_presetStatements"
          ]
        },
        "sources": {
          "page": {
            "quotation": "Updating a custom role uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) or [JSON merge patch](https://datatracker.ietf.org/doc/html/rfc7386) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "policy": {
            "quotation": "To add an element to the `policy` array, set the `path` to `/policy` and then append `/<array index>`. Use `/0` to add to the beginning of the array. Use `/-` to add to the end of the array."
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/description", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/policy", "allow": ["add", "replace"], "value": "Statement[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/policy/{index}", "allow": ["add", "remove", "replace"], "value": "Statement",
            "evidence": "documented", "source": "policy"
          },
          {
            "path": "/basePermissions", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/key", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {
            "path": "/assignedTo", "allow": [], "value": "object", "evidence": "inferred",
            "source": "elsewhere", "reason": "members and teams have requests of their own"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
