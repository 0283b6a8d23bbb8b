extension PatchProfile {
  /// `PATCH /api/v2/metrics/…`: what a metric measures.
  public static let metric = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "metric",
        "title": "Metric",
        "area": "Metrics",
        "reference": "https://launchdarkly.com/docs/api/metrics/patch-metric",
        "path": "/api/v2/metrics/{projectKey}/{metricKey}",
        "endpoint": {
          "statuses": [200, 400, 401, 404, 409, 429],
          "ldcli": "metrics update",
          "parameters": {"metricKey": "/key"}
        },
        "representation": {
          "required": [
            "_id", "_versionId", "key", "name", "kind", "_links", "tags", "_creationDate",
            "dataSource"
          ],
          "optional": [
            "experimentCount", "metricGroupCount", "activeExperimentCount",
            "activeGuardedRolloutCount", "_version", "_attachedFlagCount", "_site", "_access",
            "lastModified", "maintainerId", "_maintainer", "description", "category", "isNumeric",
            "successCriteria", "unit", "eventKey", "randomizationUnits", "filters",
            "unitAggregationType", "analysisType", "percentileValue", "eventDefault", "lastSeen",
            "archived", "archivedAt", "selector", "urls", "experiments", "metricGroups",
            "lastUsedInExperiment", "lastUsedInGuardedRollout", "isActive", "_attachedFeatures"
          ]
        },
        "sources": {
          "page": {
            "quotation": "Updating a metric uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"my-updated-metric\"}]"
          }
        },
        "types": {
          "EventDefault": {"members": {"disabled": "boolean", "value": "number"}, "others": "warn"}
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
            "path": "/kind", "allow": ["add", "replace"],
            "value": {"enum": ["pageview", "click", "custom"]}, "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/isNumeric", "allow": ["add", "remove", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/urls", "allow": ["add", "remove", "replace"], "value": "object[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/urls/{index}", "allow": ["add", "remove", "replace"], "value": "object",
            "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/unit", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/selector", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/eventKey", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/maintainerId", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/successCriteria", "allow": ["add", "remove", "replace"],
            "value": {"enum": ["HigherThanBaseline", "LowerThanBaseline"]}, "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/unitAggregationType", "allow": ["add", "remove", "replace"],
            "value": {"enum": ["average", "sum"]}, "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/analysisType", "allow": ["add", "remove", "replace"],
            "value": {"enum": ["mean", "percentile"]}, "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/percentileValue", "allow": ["add", "remove", "replace"], "value": "integer?",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/eventDefault", "allow": ["add", "remove", "replace"], "value": "EventDefault",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/randomizationUnits", "allow": ["add", "remove", "replace"],
            "value": "string[]", "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/randomizationUnits/{index}", "allow": ["add", "remove", "replace"],
            "value": "string", "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/analysisUnits", "allow": ["add", "remove", "replace"], "value": "string[]",
            "evidence": "inferred", "source": "provider",
            "readAs": "/randomizationUnits"
          },
          {
            "path": "/filters", "allow": ["add", "remove", "replace"], "value": "object",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/dataSource", "allow": ["add", "replace"], "value": "object",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/key", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {"path": "/experimentCount", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/metricGroupCount", "allow": [], "evidence": "inferred", "source": "server"},
          {
            "path": "/activeExperimentCount", "allow": [], "evidence": "inferred",
            "source": "server"
          },
          {
            "path": "/activeGuardedRolloutCount", "allow": [], "evidence": "inferred",
            "source": "server"
          },
          {"path": "/lastModified", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/lastSeen", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/archivedAt", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/lastUsedInExperiment", "allow": [], "evidence": "inferred", "source": "server"},
          {
            "path": "/lastUsedInGuardedRollout", "allow": [], "evidence": "inferred",
            "source": "server"
          },
          {"path": "/isActive", "allow": [], "evidence": "inferred", "source": "server"},
          {"path": "/experiments", "allow": [], "evidence": "inferred", "source": "elsewhere"},
          {"path": "/metricGroups", "allow": [], "evidence": "inferred", "source": "elsewhere"}
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
