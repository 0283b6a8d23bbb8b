extension PatchProfile {
  /// `PATCH /api/v2/engineering-insights/insights/groups/…`: which applications are scored together.
  public static let insightGroup = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "insight-group",
        "title": "Insight group",
        "area": "Applications and insights",
        "reference": "https://launchdarkly.com/docs/api/insights-scores-beta/patch-insight-group",
        "path": "/api/v2/engineering-insights/insights/groups/{insightGroupKey}",
        "beta": true,
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 422, 429],
          "ldcli": "insights-scores-beta update-insight-group",
          "parameters": {"insightGroupKey": "/key"}
        },
        "representation": {
          "required": ["key", "name", "projectKey", "environmentKey", "createdAt"],
          "optional": ["environment", "scores", "scoreMetadata", "applicationKeys"]
        },
        "sources": {
          "page": {
            "quotation": "Updating an insight group uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"Prod group\"}]"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "example",
            "source": "sample"
          },
          {
            "path": "/applicationKeys", "allow": ["add", "remove", "replace"], "value": "string[]",
            "evidence": "inferred", "source": "representation"
          },
          {
            "path": "/applicationKeys/{index}", "allow": ["add", "remove", "replace"],
            "value": "string", "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/key", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {"path": "/scores", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/scoreMetadata", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/createdAt", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/environment", "allow": [], "evidence": "inferred", "source": "elsewhere"}
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
