extension PatchProfile {
  /// `PATCH /api/v2/announcements/…`: what members are told in the user interface.
  public static let announcement = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "announcement",
        "title": "Announcement",
        "area": "Account",
        "reference": "https://launchdarkly.com/docs/api/announcements/update-announcement-public",
        "path": "/api/v2/announcements/{announcementId}",
        "endpoint": {
          "statuses": [
            200,
            {"status": 400, "meaning": "Bad request"},
            403,
            {"status": 404, "meaning": "Not found"},
            {"status": 409, "meaning": "Conflict"},
            {"status": 500, "meaning": "Internal server error"}
          ],
          "ldcli": "announcements update-public",
          "parameters": {"announcementId": "/_id"}
        },
        "representation": {
          "required": ["title", "message", "startTime", "severity", "isDismissible"],
          "optional": ["_id", "_links", "_status", "_access", "endTime"]
        },
        "sources": {
          "page": {
            "quotation": "Update an announcement",
            "reason": "the page does not list what may be updated"
          }
        },
        "rules": [
          {
            "path": "/title", "allow": ["add", "replace"], "value": "string",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/message", "allow": ["add", "replace"], "value": "string",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/severity", "allow": ["add", "replace"], "value": "string",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/isDismissible", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/startTime", "allow": ["add", "replace"], "value": "integer",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/endTime", "allow": ["add", "remove", "replace"], "value": "integer",
            "evidence": "inferred", "source": "provider"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
