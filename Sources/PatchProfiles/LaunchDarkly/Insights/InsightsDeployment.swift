extension PatchProfile {
  /// `PATCH /api/v2/engineering-insights/deployments/…`: how far a deployment has come.
  public static let insightsDeployment = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "insights-deployment",
        "title": "Deployment",
        "area": "Applications and insights",
        "reference": "https://launchdarkly.com/docs/api/insights-deployments-beta/update-deployment",
        "path": "/api/v2/engineering-insights/deployments/{deploymentID}",
        "beta": true,
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 429],
          "ldcli": "insights-deployments-beta update-deployment",
          "parameters": {"deploymentID": "/id"}
        },
        "representation": {
          "required": [
            "id", "applicationKey", "applicationVersion", "startedAt", "status", "kind", "active",
            "archived", "environmentKey", "numberOfContributors", "numberOfPullRequests",
            "linesAdded", "linesDeleted", "leadTime"
          ],
          "optional": [
            "endedAt", "durationMs", "metadata", "pullRequests", "flagReferences", "leadTimeStages"
          ]
        },
        "sources": {
          "page": {
            "quotation": "Updating a deployment uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"finished\"}]"
          }
        },
        "rules": [
          {
            "path": "/status", "allow": ["add", "replace"], "value": "string",
            "evidence": "example", "source": "sample"
          },
          {
            "path": "/id", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {"path": "/numberOfContributors", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/numberOfPullRequests", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/linesAdded", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/linesDeleted", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/leadTime", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/leadTimeStages", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/pullRequests", "allow": [], "evidence": "inferred", "source": "elsewhere"},
          {"path": "/flagReferences", "allow": [], "evidence": "inferred", "source": "elsewhere"}
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
