extension PatchProfile {
  /// `PATCH /api/v2/destinations/…`: where events are exported to.
  public static let dataExportDestination = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "data-export-destination",
        "title": "Data Export destination",
        "area": "Integrations",
        "reference": "https://launchdarkly.com/docs/api/data-export-destinations/patch-destination",
        "path": "/api/v2/destinations/{projectKey}/{environmentKey}/{id}",
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 409, 429],
          "ldcli": "data-export-destinations update"
        },
        "otherFormats": {"documented": ["merge-patch"], "source": "page"},
        "representation": {
          "required": [],
          "optional": ["_id", "_links", "name", "kind", "version", "config", "on", "_access"]
        },
        "sources": {
          "page": {
            "quotation": "Updating a destination uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) or [JSON merge patch](https://datatracker.ietf.org/doc/html/rfc7386) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/config/topic\", \"value\": \"ld-pubsub-test-192302\"}]"
          },
          "credentials": {
            "reason": "a member of config like that of the sample; it holds a credential of the destination, which must not be shown"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "remove", "replace"], "value": "Name",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/kind", "allow": ["add", "replace"],
            "value": {
              "enum": [
                "google-pubsub", "kinesis", "mparticle", "segment", "azure-event-hubs",
                "snowflake-v2", "databricks", "bigquery", "redshift"
              ]
            },
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/on", "allow": ["add", "replace"], "value": "boolean", "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/config", "allow": ["add", "replace"], "value": "object",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/config/*", "allow": ["add", "remove", "replace"], "evidence": "inferred",
            "source": "sample"
          },
          {
            "path": "/config/apiKey", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "credentials", "secret": true
          },
          {
            "path": "/config/secret", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "credentials", "secret": true
          },
          {
            "path": "/config/writeKey", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "credentials", "secret": true
          },
          {
            "path": "/config/policyKey", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "credentials", "secret": true
          },
          {
            "path": "/version", "allow": [], "value": "number", "evidence": "inferred",
            "source": "server", "help": "to make the patch depend on it, use test"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
