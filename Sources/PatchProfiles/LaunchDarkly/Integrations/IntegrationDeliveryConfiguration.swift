extension PatchProfile {
  /// `PATCH /api/v2/integration-capabilities/featureStore/…`: where flag data is delivered to.
  public static let integrationDeliveryConfiguration = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "integration-delivery-configuration",
        "title": "Integration delivery configuration",
        "area": "Integrations",
        "reference": "https://launchdarkly.com/docs/api/integration-delivery-configurations-beta/patch-integration-delivery-configuration",
        "path": "/api/v2/integration-capabilities/featureStore/{projectKey}/{environmentKey}/{integrationKey}/{id}",
        "beta": true,
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 422, 429],
          "ldcli": "integration-delivery-configurations-beta update"
        },
        "representation": {
          "required": [
            "_links", "_id", "integrationKey", "projectKey", "environmentKey", "config", "on",
            "tags", "name", "version"
          ],
          "optional": ["_access"]
        },
        "sources": {
          "no list": {
            "quotation": "Updating an integration delivery configuration uses a JSON patch representation of the desired changes.",
            "reason": "the page does not list what may be updated",
            "origin": "Update integration delivery configuration, https://launchdarkly.com/docs/api/integration-delivery-configurations-beta/patch-integration-delivery-configuration"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/on\", \"value\": true}]",
            "origin": "Update integration delivery configuration, example of the OpenAPI description, https://launchdarkly.com/docs/api/integration-delivery-configurations-beta/patch-integration-delivery-configuration"
          },
          "provider": {
            "reason": "LaunchDarkly's Terraform provider replaces name, on, config and tags as whole values, and tests it against an account",
            "origin": "resource_integration_delivery_configuration_framework.go, https://github.com/launchdarkly/terraform-provider-launchdarkly"
          },
          "identity": {
            "reason": "part of the address of the configuration; LaunchDarkly's Terraform provider makes a new configuration when it changes",
            "origin": "resource_integration_delivery_configuration_framework.go, https://github.com/launchdarkly/terraform-provider-launchdarkly"
          },
          "version": {
            "quotation": "Version of the current configuration",
            "reason": "the server counts it",
            "origin": "schema IntegrationDeliveryConfiguration, https://launchdarkly.com/docs/api/integration-delivery-configurations-beta/patch-integration-delivery-configuration"
          },
          "config": {
            "quotation": "Only included when requesting a single integration by ID. Refer to the `formVariables` field in the corresponding `manifest.json` for a full list of fields for each integration.",
            "origin": "schema IntegrationDeliveryConfiguration, config, https://launchdarkly.com/docs/api/integration-delivery-configurations-beta/patch-integration-delivery-configuration"
          },
          "manifests": {
            "reason": "capabilities.featureStore.formVariables of the manifests, as of 2025-11-19",
            "origin": "integrations/*/manifest.json, https://github.com/launchdarkly/integration-framework"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/on", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "example", "source": "sample",
            "help": "LaunchDarkly's generated samples leave the value out or write null; write true or false"
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
            "path": "/config/*", "allow": ["add", "remove", "replace"],
            "evidence": "inferred", "source": "config"
          },
          {
            "path": "/version", "allow": [], "value": "integer", "evidence": "inferred", "source": "version",
            "serverManaged": true,
            "help": "to make the patch depend on it, use test"
          },
          {
            "path": "/integrationKey", "allow": [], "value": "string",
            "evidence": "inferred", "source": "identity"
          },
          {
            "path": "/projectKey", "allow": [], "value": "string",
            "evidence": "inferred", "source": "identity"
          },
          {
            "path": "/environmentKey", "allow": [], "value": "string",
            "evidence": "inferred", "source": "identity"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "no list"},
        "formVariables": {
          "path": "/config",
          "integrationPath": "/integrationKey",
          "source": "manifests",
          "manifestPath": "/capabilities/featureStore/formVariables",
          "integrations": {
            "akamai-edgeworkers": [
              {"key": "hostname", "type": "string"},
              {"key": "network", "type": "enum", "defaultValue": "production",
               "allowedValues": ["production", "staging"]},
              {"key": "namespaceId", "type": "string"},
              {"key": "groupId", "type": "string"},
              {"key": "clientSecret", "type": "string", "isSecret": true},
              {"key": "clientToken", "type": "string", "isSecret": true},
              {"key": "accessToken", "type": "string", "isSecret": true}
            ],
            "cloudflare": [
              {"key": "accountId", "type": "string"},
              {"key": "namespaceId", "type": "string"},
              {"key": "apiToken", "type": "string", "isSecret": true}
            ],
            "convex": [
              {"key": "deploymentPayloadUrl", "type": "uri"},
              {"key": "componentApiToken", "type": "string", "isSecret": true}
            ],
            "fastly": [
              {"key": "storeId", "type": "string"},
              {"key": "apiToken", "type": "string", "isSecret": true}
            ],
            "generic-feature-store": [
              {"key": "validationReqUrl", "type": "uri"},
              {"key": "featureStoreReqUrl", "type": "uri"}
            ],
            "netlify": [
              {"key": "siteId", "type": "string"},
              {"key": "syncToken", "type": "string", "isSecret": true}
            ],
            "vercel": [
              {"key": "edgeConfigId", "type": "string"},
              {"key": "teamId", "type": "string", "isOptional": true},
              {"key": "apiToken", "type": "string", "isSecret": true},
              {"key": "configurationId", "type": "string"}
            ]
          }
        }
      }
      """#)
}
