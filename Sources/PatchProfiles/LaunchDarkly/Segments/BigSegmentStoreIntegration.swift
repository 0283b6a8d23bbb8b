extension PatchProfile {
  /// `PATCH /api/v2/integration-capabilities/big-segment-store/…`: where big segments are stored.
  public static let bigSegmentStoreIntegration = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "big-segment-store-integration",
        "title": "Big segment store integration",
        "area": "Segments",
        "reference": "https://launchdarkly.com/docs/api/persistent-store-integrations-beta/patch-big-segment-store-integration",
        "path": "/api/v2/integration-capabilities/big-segment-store/{projectKey}/{environmentKey}/{integrationKey}/{integrationId}",
        "beta": true,
        "endpoint": {
          "statuses": [
            200, 400, 401, 403,
            {"status": 404, "meaning": "Environment or project not found"},
            409, 429
          ],
          "ldcli": "persistent-store-integrations-beta update-big-segment-store-integration",
          "parameters": {"integrationId": "/_id"}
        },
        "representation": {
          "required": [
            "_links", "_id", "integrationKey", "projectKey", "environmentKey", "config", "on",
            "tags", "name", "version", "_status"
          ],
          "optional": ["_access"]
        },
        "sources": {
          "page": {
            "quotation": "Updating a big segment store requires a [JSON Patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "shape": {
            "quotation": "validates the config shape (`port` must be a string, connection TLS is keyed `tlsEnabled`)",
            "origin": "resource_launchdarkly_big_segment_store_integration_test.go, https://github.com/launchdarkly/terraform-provider-launchdarkly"
          },
          "manifests": {
            "reason": "formVariables of the manifests, as of 2025-11-19",
            "origin": "integrations/{redis,dynamodb}/manifest.json, https://github.com/launchdarkly/integration-framework"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/on", "allow": ["add", "replace"], "value": "boolean", "evidence": "inferred",
            "source": "provider"
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
            "path": "/config", "allow": ["add", "replace"], "value": "object",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/config/*", "allow": ["add", "remove", "replace"], "evidence": "inferred",
            "source": "shape"
          },
          {
            "path": "/version", "allow": [], "value": "integer", "evidence": "inferred",
            "source": "server", "help": "to make the patch depend on it, use test"
          },
          {
            "path": "/integrationKey", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {
            "path": "/projectKey", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {
            "path": "/environmentKey", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"},
        "formVariables": {
          "path": "/config",
          "integrationPath": "/integrationKey",
          "source": "manifests",
          "integrations": {
            "dynamodb": [
              {"key": "tableName", "type": "string"},
              {"key": "region", "type": "enum",
               "allowedValues": [
                 "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ap-south-1", "ap-northeast-1",
                 "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2",
                 "ca-central-1", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1",
                 "sa-east-1"
               ]},
              {"key": "externalId", "type": "generated"},
              {"key": "roleArn", "type": "string"}
            ],
            "redis": [
              {"key": "host", "type": "string"},
              {"key": "port", "type": "string", "isOptional": true, "defaultValue": "6379"},
              {"key": "username", "type": "string", "isOptional": true, "defaultValue": ""},
              {"key": "password", "type": "string", "isSecret": true, "isOptional": true,
               "defaultValue": ""},
              {"key": "tlsEnabled", "type": "boolean", "isOptional": true, "defaultValue": false}
            ]
          }
        }
      }
      """#)
}
