extension PatchProfile {
  /// `PATCH /api/v2/projects/…/flag-defaults`: what a new flag of a project begins with.
  public static let flagDefaults = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "flag-defaults",
        "title": "Flag defaults of a project",
        "area": "Flags",
        "reference": "https://launchdarkly.com/docs/api/projects/patch-flag-defaults-by-project",
        "path": "/api/v2/projects/{projectKey}/flag-defaults",
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 409, 429],
          "ldcli": "projects update-flag-defaults"
        },
        "otherFormats": {"documented": ["merge-patch"], "source": "page"},
        "representation": {
          "required": ["tags", "temporary", "booleanDefaults", "defaultClientSideAvailability"],
          "optional": ["_links"]
        },
        "sources": {
          "page": {
            "quotation": "Updating a flag default uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) or [JSON merge patch](https://datatracker.ietf.org/doc/html/rfc7386) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          }
        },
        "rules": [
          {
            "path": "/tags", "allow": ["add", "remove", "replace"], "value": "Tag[]",
            "evidence": "inferred", "source": "representation"
          },
          {
            "path": "/tags/{index}", "allow": ["add", "remove", "replace"], "value": "Tag",
            "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/temporary", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "representation"
          },
          {
            "path": "/booleanDefaults", "allow": ["add", "replace"], "value": "object",
            "evidence": "inferred", "source": "representation"
          },
          {
            "path": "/booleanDefaults/*", "allow": ["add", "remove", "replace"],
            "evidence": "inferred", "source": "representation"
          },
          {
            "path": "/defaultClientSideAvailability", "allow": ["add", "replace"],
            "value": "ClientSideAvailability", "evidence": "inferred", "source": "representation"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
