extension PatchProfile {
  /// `PATCH /api/v2/projects/…/metric-groups/…`: which metrics are looked at together.
  public static let metricGroup = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "metric-group",
        "title": "Metric group",
        "area": "Metrics",
        "reference": "https://launchdarkly.com/docs/api/metrics-beta/patch-metric-group",
        "path": "/api/v2/projects/{projectKey}/metric-groups/{metricGroupKey}",
        "beta": true,
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 405, 429],
          "ldcli": "metric-groups-beta update",
          "parameters": {"metricGroupKey": "/key"}
        },
        "representation": {
          "required": [
            "_id", "key", "name", "kind", "_links", "tags", "_creationDate", "_lastModified",
            "maintainer", "metrics", "_version"
          ],
          "optional": [
            "description", "_access", "experiments", "experimentCount", "activeExperimentCount",
            "activeGuardedRolloutCount"
          ]
        },
        "sources": {
          "page": {
            "quotation": "Updating a metric group uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"my-updated-metric-group\"}]"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "example",
            "source": "sample"
          },
          {
            "path": "/description", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/tags", "allow": ["add", "remove", "replace"], "value": "Tag[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/tags/{index}", "allow": ["add", "remove", "replace"], "value": "Tag",
            "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/maintainerId", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "provider",
            "readAs": "/maintainer"
          },
          {
            "path": "/metrics", "allow": ["add", "replace"], "value": "object[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/metrics/{index}", "allow": ["add", "remove", "replace"], "value": "object",
            "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/key", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {
            "path": "/maintainer", "allow": [], "value": "object", "evidence": "inferred",
            "source": "provider", "help": "it is written as /maintainerId"
          },
          {"path": "/experimentCount", "allow": [], "evidence": "inferred", "source": "server"},
          {
            "path": "/activeExperimentCount", "allow": [], "evidence": "inferred",
            "source": "server"
          },
          {
            "path": "/activeGuardedRolloutCount", "allow": [], "evidence": "inferred",
            "source": "server"
          },
          {"path": "/experiments", "allow": [], "evidence": "inferred", "source": "elsewhere"}
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
